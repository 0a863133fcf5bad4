#include "cycle/estimators/duration_tally.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <numeric>

namespace stagecoach::cycle {
namespace {

// Least significant digit first, 11 bits a pass: several times faster than comparing when there
// are millions, and seconds over a few years need only three passes.
void sort_by_digits(std::vector<std::uint64_t>& values) {
  constexpr int kBits = 11;
  constexpr std::size_t kBuckets = std::size_t{1} << kBits;
  const std::uint64_t largest = *std::max_element(values.begin(), values.end());
  std::vector<std::uint64_t> other(values.size());
  for (int shift = 0; shift < 64 && (largest >> shift) > 0; shift += kBits) {
    std::array<std::size_t, kBuckets> starts{};
    for (const std::uint64_t value : values) ++starts[(value >> shift) % kBuckets];
    std::size_t at = 0;
    for (std::size_t& start : starts) {
      const std::size_t count = start;
      start = at;
      at += count;
    }
    for (const std::uint64_t value : values) other[starts[(value >> shift) % kBuckets]++] = value;
    values.swap(other);
  }
}

void sort_values(std::vector<std::uint64_t>& values) {
  if (values.empty()) return;
  constexpr std::size_t kDigitsPay = 20'000;
  if (values.size() >= kDigitsPay)
    sort_by_digits(values);
  else
    std::sort(values.begin(), values.end());
}

}  // namespace

DurationTally DurationTally::rounded() {
  DurationTally tally(std::numeric_limits<std::size_t>::max());
  tally.resolution_ = Resolution::rounded;
  return tally;
}

void DurationTally::grow(std::size_t step) {
  const std::size_t wanted = std::max(step + 1, 2 * counts_.size() / kCells);
  counts_.resize(std::min(wanted, counted_steps_) * kCells);
}

bool DurationTally::add_watched_from(std::int64_t entry, std::int64_t duration, int cause) {
  if (entry > 0) {
    const std::size_t step = step_of(static_cast<std::uint64_t>(entry), resolution_);
    if (duration < 0 || step >= step_of(static_cast<std::uint64_t>(duration), resolution_))
      return false;
    late_entries_.push_back(time_of(step, resolution_));
  }
  add(duration, cause);
  return true;
}

std::int64_t DurationTally::add_steps(std::span<const std::uint32_t> by_step, int cause,
                                      std::uint64_t ticks) {
  assert(is_rounded());
  while (!by_step.empty() && by_step.back() == 0) by_step = by_step.first(by_step.size() - 1);
  if (by_step.empty()) return 0;
  const std::size_t needed = by_step.size() * kCells;
  if (counts_.size() < needed) counts_.resize(needed);
  std::int64_t added = 0;
  for (std::size_t step = 0; step < by_step.size(); ++step) {
    counts_[step * kCells + static_cast<unsigned>(cause)] += by_step[step];
    added += by_step[step];
  }
  ticks_ += static_cast<std::int64_t>(ticks);
  return added;
}

void DurationTally::add_instant(int cause, std::int64_t times) {
  for (; times > 0 && counted_steps_ == 0; --times) add(0, cause);
  if (times <= 0) return;
  if (counts_.empty()) grow(0);
  counts_[static_cast<unsigned>(cause)] += static_cast<std::uint32_t>(times);
}

void DurationTally::merge(const DurationTally& other) {
  assert(counted_steps_ == other.counted_steps_ && resolution_ == other.resolution_);
  ticks_ += other.ticks_;
  if (counts_.size() < other.counts_.size()) counts_.resize(other.counts_.size());
  for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[i] += other.counts_[i];
  listed_.insert(listed_.end(), other.listed_.begin(), other.listed_.end());
  late_entries_.insert(late_entries_.end(), other.late_entries_.begin(), other.late_entries_.end());
}

std::int64_t DurationTally::Totals::all() const {
  return std::accumulate(by_cause.begin(), by_cause.end(), std::int64_t{0});
}

DurationTally::Totals DurationTally::totals() const {
  Totals totals;
  totals.ticks = static_cast<double>(ticks_);
  for (std::size_t cell = 0; cell < counts_.size(); ++cell)
    totals.by_cause[cell % kCells] += counts_[cell];
  for (const std::uint64_t value : listed_) ++totals.by_cause[value % kCells];
  return totals;
}

RiskTable DurationTally::table() const {
  std::vector<std::uint64_t> listed = listed_;
  sort_values(listed);
  return risk_table_from_tally(counts_, listed, late_entries_, resolution_);
}

}  // namespace stagecoach::cycle
