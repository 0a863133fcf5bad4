// Collects durations for a risk table without keeping them: short ones are counted in an array by
// their integer length, the few longer ones are listed and sorted at the end.
//
// Additive: tallies of parts merge into the tally of the whole. Not synchronised.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cycle/estimators/risk_table.h"

namespace stagecoach::cycle {

class DurationTally {
 public:
  // Durations below `counted_ticks` are counted, which costs 16 bytes a tick up to the longest of
  // them; 0 lists everything.
  explicit DurationTally(std::size_t counted_ticks = 0) : counted_steps_(counted_ticks) {}
  // Counts everything, each within kRoundingError: for millions of durations in seconds.
  static DurationTally rounded();

  // REQUIRES: duration >= 0 and cause in [0, kCauses].
  void add(std::int64_t duration, int cause) {
    const auto ticks = static_cast<std::uint64_t>(duration);
    const std::size_t step = step_of(ticks, resolution_);
    const std::size_t cell = step * kCells + static_cast<unsigned>(cause);
    ticks_ += duration;
    if (step < counted_steps_) {
      if (cell >= counts_.size()) grow(step);
      ++counts_[cell];
    } else {
      listed_.push_back(ticks * kCells + static_cast<unsigned>(cause));
    }
  }
  // Watched only after `entry` ticks (delayed entry); nothing is learnt where that is not before
  // the end, and false says so.
  bool add_watched_from(std::int64_t entry, std::int64_t duration, int cause);

  // `by_step[s]` durations of step s, `ticks` in all. Returns how many. REQUIRES: is_rounded().
  std::int64_t add_steps(std::span<const std::uint32_t> by_step, int cause, std::uint64_t ticks);
  // `times` durations of nothing.
  void add_instant(int cause, std::int64_t times);

  bool is_rounded() const { return resolution_ == Resolution::rounded; }

  struct Totals {
    std::array<std::int64_t, kCauses + 1> by_cause{};  // kCensored first
    double ticks = 0;

    std::int64_t all() const;
  };
  Totals totals() const;

  // REQUIRES: made alike.
  void merge(const DurationTally& other);
  RiskTable table() const;

 private:
  static constexpr std::size_t kCells = kCauses + 1;

  void grow(std::size_t step);

  std::size_t counted_steps_;
  Resolution resolution_ = Resolution::exact;
  std::int64_t ticks_ = 0;             // sum of all durations, never rounded
  std::vector<std::uint32_t> counts_;  // cell step * kCells + cause
  std::vector<std::uint64_t> listed_;  // ticks * kCells + cause, each at least counted_steps_
  std::vector<std::int64_t> late_entries_;
};

}  // namespace stagecoach::cycle
