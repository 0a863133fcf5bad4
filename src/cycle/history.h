// What happened to each deal, as the cycle mathematics reads it.
//
// A HistorySet is filled by a reader (an exported file, the journal) and is then only read. It
// holds integers, stage numbers and names, nothing of a database; every figure of the cycle is
// computed from it (visits.h, analysis.h). Plain values: share them between threads freely as long
// as nobody writes.
//
// Ticks. Every time in here is an integer count of HistorySet::unit since 1970-01-01T00:00:00Z:
// days where the data are dates, seconds where they carry times. Negative ticks (before 1970) are
// fine; kUnknownTime means "we were not told".
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/phrase.h"

namespace stagecoach::cycle {

enum class ClockUnit { days, seconds };

inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t ticks_per_day(ClockUnit unit) {
  return unit == ClockUnit::days ? 1 : kSecondsPerDay;
}

inline constexpr std::int64_t kUnknownTime = std::numeric_limits<std::int64_t>::min();

// The deal entered `stage` (an index into HistorySet::stages) at `at`.
struct StageEntry {
  int stage = 0;
  std::int64_t at = kUnknownTime;  // kUnknownTime only on the first entry of an episode

  bool operator==(const StageEntry&) const = default;
};

enum class Ending {
  open,      // still under way as of HistorySet::as_of
  won,       //
  lost,      //
  censored,  // merged, deleted or moved to another pipeline: we stop watching, it is not lost
};

// One run of a deal through the pipeline, from its start to its ending. Reopening a won or lost
// deal begins a new episode; the old one stays as it was.
struct Episode {
  // When the clock of the whole cycle starts: entry of the first tracked stage, creation, first
  // contact. Unset = unknown: the deal is counted but no duration is taken from it.
  std::optional<std::int64_t> start;

  // Stage entries in the order in which they happened; at the same instant, in the order of the
  // source. A forward jump simply leaves stages out; coming back is one more entry. Won and lost
  // are endings, never stages. A deal known only by its current stage has the single entry
  // {stage, kUnknownTime}; a deal of which no stage is known has none.
  std::vector<StageEntry> entries;

  Ending ending = Ending::open;
  // Set for every ending but `open`; unset there = "closed, we do not know when" (counted as won
  // or lost, but no duration is taken from it). May lie before `start` in real files.
  std::optional<std::int64_t> ended_at;

  // Left truncation: the deal can be in the data only because it was still under way at this time
  // (an import of open deals that carries their true entry dates). Unset = watched from its start.
  std::optional<std::int64_t> observed_since;
};

// A deal: its last episode, who it is, and the episodes before.
struct DealHistory : Episode {
  std::string key;               // unique in the set; never interpreted
  std::vector<Episode> earlier;  // oldest first; each of them won or lost
};

// Something a reader of the report must know. The code of the phrase is the stable name of the
// warning; `count` is how many records it concerns, and the sentence may use it as {count}.
struct Warning {
  std::int64_t count = 0;
  Message message;

  std::string_view code() const { return message.code(); }
};

struct HistorySet {
  ClockUnit unit = ClockUnit::days;
  // Names, in pipeline order where `stage_order_given`; otherwise in any order (analyze() then
  // orders them by the average position of their first visit).
  std::vector<std::string> stages;
  bool stage_order_given = false;
  std::vector<DealHistory> deals;
  // Nothing later than this is looked at: a later entry has not happened yet, a deal closed later
  // is open, a deal started later does not exist. Readers default it to the last instant seen.
  std::int64_t as_of = 0;
  std::vector<Warning> warnings;  // what the reader noticed; the analysis passes them on
};

}  // namespace stagecoach::cycle
