// A confidence interval whose ends may be unknown, and the log-log form used for probabilities.
// Pure functions, safe from any thread.
#pragma once

#include <cmath>
#include <optional>

namespace stagecoach::cycle {

inline constexpr double kZ95 = 1.959963984540054;  // two-sided 95% of the normal distribution

// An unset end is "not yet known" (the band never comes that far), never zero or infinity.
struct Interval {
  std::optional<double> low;
  std::optional<double> high;

  bool operator==(const Interval&) const = default;
};

// 95% interval p^exp(+-z*se/(p*|ln p|)): it stays inside (0, 1) and is asymmetric as it should be.
// At p = 0 or 1 the transformation has no slope: a certain value (se = 0 at p = 1) is its own
// interval, anything else is unknown.
inline Interval log_log_interval(double p, double se) {
  if (p >= 1.0) return {1.0, 1.0};
  if (p <= 0.0) return {};
  if (se <= 0.0) return {p, p};
  const double spread = std::exp(kZ95 * se / (p * std::abs(std::log(p))));
  return {std::pow(p, spread), std::pow(p, 1.0 / spread)};
}

}  // namespace stagecoach::cycle
