// The stays that predictions are made from, out of either store of visits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>

#include "cycle/projection/cycle_snapshot.h"
#include "cycle/visits.h"

namespace stagecoach::cycle {

// One visit to a stage, as of some time, in days: the day it ended on, counted from the entry (a
// part of a day is a day), or the whole days it has lasted. So a deal that has been there for u
// whole days is one that leaves on a day after u. `to` is a stage, kToWon, kToLost, or kStillThere
// where it goes on or was watched no longer.
struct SeenStay {
  int stage = 0;
  bool again = false;  // the deal had been in this stage before
  std::int64_t days = 0;
  std::int64_t days_unseen = 0;  // watched only after this many of them
  int to = kStillThere;
  bool to_again = false;   // it had been in `to` before
  std::size_t deal = 0;    // its number; of columns: the slots of all chunks one after another
  std::int64_t began = 0;  // ticks of the table; seconds of the columns
};

using StayVisitor = std::function<void(const SeenStay&)>;

// Every visit whose length is known, as of `as_of` (ticks of the table; seconds of the columns).
void each_stay(const VisitTable& table, std::int64_t as_of, const StayVisitor& visit);
void each_stay(const PipelineColumns& columns, std::int64_t as_of, const StayVisitor& visit);

}  // namespace stagecoach::cycle
