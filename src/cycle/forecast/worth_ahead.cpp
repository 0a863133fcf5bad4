#include "cycle/forecast/worth_ahead.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>

namespace stagecoach::cycle {
namespace {

// SplitMix64's finalizer (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// The uniform number of a draw and what it is drawn for, in (0, 1).
double uniform(std::uint64_t draw, std::uint64_t what) {
  const std::uint64_t bits = mixed(mixed(draw) ^ (what * 0xd1342543de82ef95ULL));
  return (static_cast<double>(bits >> 11) + .5) * 0x1.0p-53;
}

double normal(double first, double second) {
  return std::sqrt(-2 * std::log(first)) * std::cos(2 * std::numbers::pi * second);
}

// Of a Poisson distribution: by inversion, or by the normal curve where the mean is large.
double poisson(double mean, double first, double second) {
  constexpr double kLarge = 200;
  if (mean <= 0) return 0;
  if (mean > kLarge)
    return std::max(0.0, std::round(mean + std::sqrt(mean) * normal(first, second)));
  double p = std::exp(-mean), below = p;
  double count = 0;
  while (first > below && p > 0) {
    count += 1;
    p *= mean / count;
    below += p;
  }
  return count;
}

double variance_of(const Chance& chance) {
  return chance.amount * chance.amount * chance.p * (1 - chance.p);
}

double quantile(const std::vector<double>& sorted, double q) {
  return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1) + .5)];
}

// The deals drawn one by one, and the mean and deviation of what the others bring.
struct Parts {
  std::vector<Chance> drawn;
  double mean = 0, deviation = 0;
};

Parts parts_of(std::vector<Chance> open) {
  // Equal chances are exchangeable, so any order among them gives the same.
  std::sort(open.begin(), open.end(), [](const Chance& a, const Chance& b) {
    const double u = variance_of(a), v = variance_of(b);
    if (u != v) return u > v;
    return a.amount != b.amount ? a.amount > b.amount : a.p > b.p;
  });
  Parts parts;
  double variance = 0;
  for (std::size_t i = kDrawn; i < open.size(); ++i) {
    parts.mean += open[i].amount * open[i].p;
    variance += variance_of(open[i]);
  }
  parts.deviation = std::sqrt(variance);
  open.resize(std::min(open.size(), kDrawn));
  parts.drawn = std::move(open);
  return parts;
}

double one_draw(const Parts& parts, const std::vector<ToCome>& to_come, std::uint64_t draw) {
  double sum = parts.mean;
  std::uint64_t what = 0;
  for (const Chance& chance : parts.drawn)
    if (uniform(draw, ++what) < chance.p) sum += chance.amount;
  if (parts.deviation > 0)
    sum += std::max(-parts.mean,
                    parts.deviation * normal(uniform(draw, kDrawn + 1), uniform(draw, kDrawn + 2)));
  what = kDrawn + 2;
  for (const ToCome& coming : to_come) {
    const double first = uniform(draw, ++what), second = uniform(draw, ++what);
    sum += coming.amount * poisson(coming.won, first, second);
  }
  return sum;
}

}  // namespace

double expected_worth(const std::vector<Chance>& open) {
  return std::accumulate(open.begin(), open.end(), 0.0, [](double sum, const Chance& chance) {
    return sum + chance.amount * chance.p;
  });
}

double expected_worth(const std::vector<ToCome>& to_come) {
  return std::accumulate(to_come.begin(), to_come.end(), 0.0, [](double sum, const ToCome& coming) {
    return sum + coming.won * coming.amount;
  });
}

Spread spread_of(std::vector<Chance> open, const std::vector<ToCome>& to_come) {
  const Parts parts = parts_of(std::move(open));
  std::vector<double> sums(kDraws);
  for (std::size_t d = 0; d < kDraws; ++d) sums[d] = one_draw(parts, to_come, d);
  std::sort(sums.begin(), sums.end());
  return {quantile(sums, .1), quantile(sums, .25), quantile(sums, .5), quantile(sums, .75),
          quantile(sums, .9)};
}

}  // namespace stagecoach::cycle
