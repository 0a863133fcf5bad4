// The cohort table: a row per visit of a deal to a stage - who, when, where, where to, for how
// long, worth what. The funnel, the flow and the heat map are each a GROUP BY of it, so they can
// never disagree with each other, nor with the report of the cycle, which counts the same visits.
//
// It is handed out deal by deal and never held whole, which for a million deals would take 300 MB:
// one pass over the selection, whatever is asked of it. Pure; the deals are safe to read from any
// thread as long as the snapshot is kept.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "cycle/projection/cycle_snapshot.h"
#include "cycle/projection/deal_selection.h"
#include "cycle/visits.h"
#include "platform/base/money.h"

namespace stagecoach::cycle {

struct CohortRow : Visit {
  bool begins = false;      // the first visit of an episode: it came from no stage
  std::int64_t unseen = 0;  // ticks after `in` before anybody watched (delayed entry)
};

struct CohortDeal {
  std::int64_t id = 0;
  std::optional<Money> amount;
  bool is_imported = false;
  Ending ending = Ending::open;     // of its last episode
  std::span<const CohortRow> rows;  // of all its episodes, in order; valid during the call
};

using CohortReader = std::function<void(const CohortDeal&)>;

// Every selected deal that had begun by `as_of` (seconds), as far as it had come by then.
void each_cohort_deal(const PipelineColumns& columns, const DealSelection& selection,
                      std::int64_t as_of, const CohortReader& read);
// The same of a table in memory; a deal's id is its number there, and it is worth nothing.
void each_cohort_deal(const VisitTable& table, std::int64_t as_of, const CohortReader& read);

// The currency that most of the selected deals are in; unset where none has an amount.
std::optional<Currency> main_currency(const PipelineColumns& columns,
                                      const DealSelection& selection);

// How many, and what those of them that are in the currency asked for are worth together.
struct DealSum {
  std::int64_t deals = 0;
  std::int64_t minor = 0;  // held at the ends of its range

  void add(const CohortDeal& deal, std::optional<Currency> currency);
  void add(const DealSum& other);

  bool operator==(const DealSum&) const = default;
};

}  // namespace stagecoach::cycle
