#include "cycle/estimators/turnbull.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace stagecoach::cycle {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
constexpr int kIterationsMax = 100'000;

std::int64_t by_or_never(const std::optional<std::int64_t>& by) {
  return by.value_or(kNever);
}

// The innermost intervals: a left end directly followed by a right end, all ends sorted. Only
// there can the likelihood put mass. At a tie the right end comes first: (a, b] then (b, c].
std::vector<MassInterval> innermost(std::span<const TimeBounds> bounds) {
  struct End {
    std::int64_t at;
    bool left;
    bool operator<(const End& other) const {
      return at != other.at ? at < other.at : left < other.left;
    }
  };
  std::vector<End> ends;
  for (const TimeBounds& b : bounds) {
    assert(b.after < by_or_never(b.by));
    ends.push_back({b.after, true});
    ends.push_back({by_or_never(b.by), false});
  }
  std::sort(ends.begin(), ends.end());
  std::vector<MassInterval> cells;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    if (!ends[i - 1].left || ends[i].left) continue;
    MassInterval& cell = cells.emplace_back();
    cell.after = ends[i - 1].at;
    if (ends[i].at != kNever) cell.by = ends[i].at;
  }
  return cells;
}

// The cells an observation covers are consecutive: [first, last).
struct Cover {
  std::size_t first, last;
};

Cover cover_of(const TimeBounds& b, const std::vector<MassInterval>& cells) {
  const auto first =
      std::lower_bound(cells.begin(), cells.end(), b.after,
                       [](const MassInterval& c, std::int64_t after) { return c.after < after; });
  const auto last = std::upper_bound(
      first, cells.end(), by_or_never(b.by),
      [](std::int64_t by, const MassInterval& c) { return by < by_or_never(c.by); });
  return {static_cast<std::size_t>(first - cells.begin()),
          static_cast<std::size_t>(last - cells.begin())};
}

}  // namespace

std::vector<MassInterval> turnbull(std::span<const TimeBounds> bounds) {
  std::vector<MassInterval> cells = innermost(bounds);
  if (cells.empty()) return cells;
  std::vector<Cover> covers;
  for (const TimeBounds& b : bounds) covers.push_back(cover_of(b, cells));

  for (MassInterval& cell : cells) cell.mass = 1.0 / static_cast<double>(cells.size());
  std::vector<double> next(cells.size());
  for (int round = 0; round < kIterationsMax; ++round) {
    std::fill(next.begin(), next.end(), 0.0);
    for (const Cover& cover : covers) {
      double total = 0.0;
      for (std::size_t j = cover.first; j < cover.last; ++j) total += cells[j].mass;
      const double weight = 1.0 / (total * static_cast<double>(covers.size()));
      for (std::size_t j = cover.first; j < cover.last; ++j) next[j] += cells[j].mass * weight;
    }
    double moved = 0.0;
    for (std::size_t j = 0; j < cells.size(); ++j) {
      moved = std::max(moved, std::abs(next[j] - cells[j].mass));
      cells[j].mass = next[j];
    }
    if (moved < 1e-12) break;
  }
  return cells;
}

}  // namespace stagecoach::cycle
