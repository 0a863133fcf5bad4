// The one cohort table: a row per visit of a deal to a stage. Every figure about stages - how many,
// how long, how many went on - is read from it, so the funnel and the cycle can never disagree.
//
// Visits are half-open [in, out): out is the next visit's in, the deal's ending, or unknown so far.
// A forward jump makes no visit of the stages it passes; coming back makes a new visit; entering
// the stage a deal is already in makes none; several moves at one instant make visits of length 0.
//
// The table keeps what happened, all of it: "as of" is applied when reading, so one table answers
// for any day. Columns, about 7 bytes a visit and 29 an episode, because it holds millions of both.
//
// Not synchronised: fill it in one thread, then share it as const. Rows are never changed; a deal
// that moves on is appended to a newer table and left out of this one by the reader's filter.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cycle/history.h"

namespace stagecoach::cycle {

inline constexpr int kStagesMax = 65'535;

// The part of an episode that is visible as of some time.
struct EpisodeView {
  std::size_t episode = 0;
  std::uint32_t deal = 0;
  std::int64_t as_of = 0;
  std::optional<std::int64_t> start;
  Ending ending = Ending::open;
  std::optional<std::int64_t> ended_at;
  std::optional<std::int64_t> observed_since;
  std::size_t first_visit = 0;  // visits [first_visit, last_visit) of the table
  std::size_t last_visit = 0;
};

// Where a visit led: a stage number, or one of these.
inline constexpr int kToWon = -1, kToLost = -2, kToLeft = -3, kStillThere = -4;

// One visit, as of some time.
struct Visit {
  int stage = 0;
  int visit_no = 1;  // 1 for the first time this episode is in the stage; stops counting at 255
  std::optional<std::int64_t> in;
  std::optional<std::int64_t> out;  // with kStillThere the as-of time; unset = nobody knows
  int to = kStillThere;

  // Unset where either end is unknown. Real files hold endings that lie before the entry: such a
  // visit was over at once, so 0.
  std::optional<std::int64_t> dwell() const {
    if (!in || !out) return std::nullopt;
    return std::max<std::int64_t>(0, *out - *in);
  }
};

class VisitTable {
 public:
  explicit VisitTable(ClockUnit unit) : unit_(unit) {}

  // `deal` is the caller's own dense number (filters are indexed by it). The episodes of one deal
  // are appended directly one after another, oldest first. Entries out of order are sorted by
  // time, the order of equals kept. Times more than 2^32 - 3 ticks (136 years of seconds) after
  // the first of the episode are held at that distance.
  // REQUIRES: every stage in [0, kStagesMax).
  void append(std::uint32_t deal, const Episode& episode);
  void reserve(std::size_t episodes, std::size_t visits);
  void trim();  // gives back the memory that appending held in reserve

  ClockUnit unit() const { return unit_; }
  std::size_t episodes() const { return deal_.size(); }
  std::size_t visits() const { return stage_.size(); }
  int stages() const { return stages_; }        // one more than the largest stage number seen
  std::size_t deals() const { return deals_; }  // one more than the largest deal number seen
  std::uint32_t deal_of(std::size_t episode) const { return deal_[episode]; }
  std::optional<std::int64_t> start_of(std::size_t episode) const {
    return time_at(episode, start_[episode]);
  }
  std::size_t bytes() const;  // of memory held

  // What is visible of the episode as of `as_of`; unset where it has not begun by then. A deal
  // without any known time is visible always.
  std::optional<EpisodeView> view(std::size_t episode, std::int64_t as_of) const;
  Visit visit(const EpisodeView& episode, std::size_t visit) const;

 private:
  friend class CycleTally;  // reads the columns themselves, to go through millions in milliseconds

  using Offset = std::uint32_t;  // ticks since the episode's origin
  static constexpr Offset kUnknown = ~Offset{0};

  Offset offset(std::int64_t origin, std::int64_t at) const;
  std::optional<std::int64_t> time_at(std::size_t episode, Offset offset) const {
    if (offset == kUnknown) return std::nullopt;
    return origin_[episode] + static_cast<std::int64_t>(offset);
  }

  ClockUnit unit_;
  int stages_ = 0;
  std::size_t deals_ = 0;

  // Per episode. The origin is the first known time; kUnknownTime where none is known.
  std::vector<std::uint32_t> deal_;
  std::vector<std::uint32_t> first_visit_;
  std::vector<std::int64_t> origin_;
  std::vector<Offset> start_;
  std::vector<Offset> ended_at_;
  std::vector<Offset> observed_since_;
  std::vector<Ending> ending_;

  // Per visit.
  std::vector<std::uint16_t> stage_;
  std::vector<std::uint8_t> visit_no_;
  std::vector<Offset> in_;

  // Per stage, while an episode is appended: how often it was visited, and by which episode.
  struct VisitCount {
    std::size_t episode = 0;  // one more than its number
    std::uint8_t visits = 0;
  };
  std::vector<VisitCount> visit_counts_;
};

// Deal i of the set is deal number i of the table. Stage s of the set becomes stage place[s] of the
// table; without `place` stages keep their numbers.
VisitTable visit_table(const HistorySet& set, std::span<const int> place = {});

// How often a visit of one stage led to each place.
struct Edge {
  int from = 0;
  int to = 0;  // as Visit::to
  std::int64_t count = 0;

  bool operator==(const Edge&) const = default;
};

// Every edge that occurs, by `from`, then `to`. The process map and the Sankey are drawn from it.
std::vector<Edge> edges(const VisitTable& table, std::int64_t as_of);

}  // namespace stagecoach::cycle
