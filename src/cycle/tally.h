// One pass over visit tables, keeping only counts: everything the analysis reports is finished from
// a CycleTally. Tallies are additive, so a table may be split over parts and threads, and a small
// table of recent changes may be counted beside a large sealed one.
//
// Not synchronised: one tally per thread, then merge.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cycle/estimators/duration_tally.h"
#include "cycle/visits.h"

namespace stagecoach::cycle {

// Which deals count, by deal number; a deal beyond the end does not. Without a mask all do.
class DealFilter {
 public:
  DealFilter() = default;
  explicit DealFilter(std::span<const std::uint8_t> mask) : mask_(mask), all_(false) {}

  bool keeps(std::uint32_t deal) const { return all_ || (deal < mask_.size() && mask_[deal] != 0); }

 private:
  std::span<const std::uint8_t> mask_;
  bool all_ = true;
};

// Deals are counted once, by their last episode visible; the rest counts episodes.
struct DealTally {
  std::int64_t total = 0;
  std::int64_t won = 0;
  std::int64_t lost = 0;
  std::int64_t open = 0;
  std::int64_t left = 0;  // merged, deleted, moved away
  std::int64_t without_start = 0;
  std::int64_t reopened = 0;             // deals with more than one episode
  std::int64_t closed_before_start = 0;  // timed as closed at once
  std::int64_t closed_without_date = 0;  // not timed
  DurationTally to_close;                // start to the ending: cause kCauseWon or kCauseLost
};
inline constexpr int kCauseWon = 1, kCauseLost = 2;
int cause_of(Ending ending);  // kCensored where it is neither won nor lost

struct StageTally {
  // Visits, by where they led. visits = open + on + back + lost + left.
  std::int64_t visits = 0;
  std::int64_t open = 0;
  std::int64_t on = 0;    // to a later stage, or won
  std::int64_t back = 0;  // to an earlier stage
  std::int64_t lost = 0;
  std::int64_t left = 0;
  std::int64_t entry_unknown = 0;
  double dwell_ticks = 0;  // of all visits whose dwell is known, the open ones up to as-of
  DurationTally dwell;     // causes kCauseOn, kCauseLost, kCauseBack

  // Deals. Entered = visited, or moved past; went on = later reached any later stage, or won.
  std::int64_t entered = 0;
  std::int64_t went_on = 0;
  DurationTally conversion;  // first entry to going on (kCauseOn) or being lost (kCauseLost)
};
inline constexpr int kCauseOn = 1, kCauseBack = 3;
static_assert(kCauseOn == kCauseWon, "winning is going on from the last stage");

// Visits that are alike.
struct VisitKind {
  int from = 0;
  int to = kStillThere;  // as Visit::to
  // Its dwell is the time to conversion as well: the deal's first in this stage, and it does not go
  // back. Stages it passes were not entered before.
  bool converts = true;
};

class CycleTally {
 public:
  // `visits_expected` (about how many will be added) decides what is counted in arrays. Rounded,
  // for millions of visits in seconds: every duration within kRoundingError, sums exact all the
  // same.
  CycleTally(ClockUnit unit, int stages, std::int64_t as_of, std::size_t visits_expected,
             Resolution resolution = Resolution::exact);

  // REQUIRES: table.unit() is the unit given and table.stages() at most the stages given.
  void add(const VisitTable& table, const DealFilter& filter = {});
  // REQUIRES: made with the same arguments.
  void merge(const CycleTally& other);

  // The same piece by piece, for deals of one episode that began with their first visit. A deal by
  // how it ended and how long it took, and each of its visits; where a visit does not tell how long
  // the deal took from its first entry to going on, that by itself.
  void count_deal(Ending ending, std::int64_t duration);
  void count_visit(const VisitKind& kind, std::int64_t dwell);
  void count_conversion(int stage, int cause, std::int64_t duration);
  // Many at once: how many there are of each step, and how many ticks they took in all.
  // REQUIRES: is_rounded().
  void count_deals(Ending ending, std::span<const std::uint32_t> by_step, std::uint64_t ticks);
  void count_visits(const VisitKind& kind, std::span<const std::uint32_t> by_step,
                    std::uint64_t ticks);

  bool is_rounded() const { return deals_.to_close.is_rounded(); }

  ClockUnit unit() const { return unit_; }
  std::int64_t as_of() const { return as_of_; }
  const DealTally& deals() const { return deals_; }
  // Added up anew at each call; keep the answer.
  std::vector<StageTally> stages() const;

 private:
  // A stage the deal has entered and not yet gone on from.
  struct Waiting {
    int stage;
    std::int64_t since;         // kUnknownTime where nobody knows
    std::int64_t watched_from;  // ticks after `since`; 0 = from the beginning
    bool decided;               // lost once already: a later going on counts the deal, not its time
  };

  // A deal all of whose times are known and in order, seen as of as_of_; times are the table's
  // offsets.
  struct PlainDeal {
    std::size_t first_visit, last_visit;
    std::uint32_t end;
    Ending ending;
  };

  bool add_plain_deal(const VisitTable& table, std::size_t episode);
  bool add_plain_outcome(const VisitTable& table, std::size_t episode, PlainDeal& deal);
  void add_plain_visits(const VisitTable& table, const PlainDeal& deal);
  void add_again(int stage, std::int64_t dwell, int cause);
  void add_deal(const VisitTable& table, std::size_t first, std::size_t last);
  void add_episode(const VisitTable& table, const EpisodeView& view);
  void add_to_close(const EpisodeView& view);
  void add_visit(const EpisodeView& view, const Visit& visit);
  void enter(const EpisodeView& view, const Visit& visit);
  void pass(int after, int before);
  void add_endings(Ending ending, std::int64_t deals);
  void add_visits(const VisitKind& kind, std::int64_t visits, double ticks);
  void go_on(int below, std::optional<std::int64_t> at);
  void record_conversion(const Waiting& waiting, int cause, std::optional<std::int64_t> at);
  void decide_waiting(int cause, std::optional<std::int64_t> at);

  ClockUnit unit_;
  std::int64_t as_of_;
  DealTally deals_;
  std::vector<StageTally> stages_;
  // First visits of plain deals that were not followed by going back. Their dwell is their time to
  // conversion as well, so each is counted once here and added to both in stages().
  std::vector<DurationTally> straight_;
  std::vector<std::uint32_t> entered_by_;  // per stage: serial of the last deal that entered it
  std::uint32_t serial_ = 0;
  std::vector<Waiting> waiting_;
};

}  // namespace stagecoach::cycle
