// From "how long was each watched, and how did it end" to "at each time: how many were at risk,
// how many ended, and of what": the table every estimator here starts from.
//
// Ties: events come before censorings, so whoever is censored at t is still at risk at t.
// Pure functions, safe from any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stagecoach::cycle {

inline constexpr int kCauses = 3;    // more than this many different ends are never told apart
inline constexpr int kCensored = 0;  // cause of an observation that ended without an event

struct Observation {
  std::int64_t exit = 0;   // ticks since the clock of this observation started; never negative
  int cause = kCensored;   // 1..kCauses, or kCensored
  std::int64_t entry = 0;  // > 0: watched only after this time (delayed entry, at risk in
                           // (entry, exit]); such an observation needs entry < exit to count
};

struct RiskRow {
  std::int64_t time = 0;
  std::int64_t at_risk = 0;  // watched just before `time`, those who exit at it included
  std::array<std::int64_t, kCauses> by_cause{};  // cause c at index c - 1
  std::int64_t censored = 0;

  std::int64_t events() const {
    std::int64_t sum = 0;
    for (const std::int64_t count : by_cause) sum += count;
    return sum;
  }
};

struct RiskTable {
  std::vector<RiskRow> rows;  // one per distinct exit time, ascending
  std::int64_t n = 0;         // observations that count
  std::int64_t events = 0;    // of them, those that ended with any cause

  // How many are at risk at `time`: what an estimate there rests on.
  std::int64_t at_risk_at(std::int64_t time) const;

  // Observations whose delayed entry falls at or before a time, to count at_risk between rows.
  std::vector<std::int64_t> late_entries;  // sorted; empty without delayed entry
};

// Counts by integer time where the range of times is small beside the number of observations, and
// sorts otherwise; the answer is the same. Observations that cannot count (a negative exit, a
// delayed entry at or after the exit) are left out of n.
RiskTable risk_table(std::span<const Observation> observations);

// How finely durations are told apart. `rounded` is exact below 2^(kStepBits + 1) ticks and within
// kRoundingError above (as an HDR histogram), so that any number of seconds fits in some thousand
// steps, and those of a stage in a processor's cache.
enum class Resolution { exact, rounded };
inline constexpr int kStepBits = 8;
inline constexpr double kRoundingError = 0.5 / (1 << kStepBits);  // of a duration, at most: 0.2%

// Durations of one step are the same to the estimators; the step's time stands for all of them.
constexpr std::size_t step_of(std::uint64_t ticks, Resolution resolution) {
  if (resolution == Resolution::exact) return static_cast<std::size_t>(ticks);
  // Never below 0: small numbers are their own step, without a branch.
  const int shift = static_cast<int>(std::bit_width(ticks | (1 << kStepBits))) - (kStepBits + 1);
  return (static_cast<std::size_t>(shift) << kStepBits) + static_cast<std::size_t>(ticks >> shift);
}
constexpr std::int64_t time_of(std::size_t step, Resolution resolution) {
  constexpr std::size_t kOctave = std::size_t{1} << kStepBits;
  if (resolution == Resolution::exact || step < 2 * kOctave) return static_cast<std::int64_t>(step);
  const std::size_t shift = (step >> kStepBits) - 1;
  const std::uint64_t first = std::uint64_t{(step & (kOctave - 1)) | kOctave} << shift;
  return static_cast<std::int64_t>(first + ((std::uint64_t{1} << shift) - 1) / 2);
}

// The same from what a DurationTally collects. Cell t * (kCauses + 1) + cause of `counts` holds how
// many exited in step t with that cause; `listed` holds t * (kCauses + 1) + cause of each exit that
// is later than all counted ones, ascending; `late_entries` may come in any order.
RiskTable risk_table_from_tally(std::span<const std::uint32_t> counts,
                                std::span<const std::uint64_t> listed,
                                std::vector<std::int64_t> late_entries,
                                Resolution resolution = Resolution::exact);

}  // namespace stagecoach::cycle
