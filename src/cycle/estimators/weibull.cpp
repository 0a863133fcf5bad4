#include "cycle/estimators/weibull.h"

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <vector>

namespace stagecoach::cycle {
namespace {

constexpr double kShapeMin = 0.01, kShapeMax = 100.0;

}  // namespace

double Weibull::survival_at(double time) const {
  return time <= 0.0 ? 1.0 : std::exp(-std::pow(time / scale, shape));
}

double Weibull::quantile(double q) const {
  return scale * std::pow(-std::log1p(-q), 1.0 / shape);
}

std::optional<Weibull> fit_weibull(std::span<const Observation> observations) {
  std::vector<double> logs;  // of all times, relative to the largest, so that no power overflows
  double largest = 0.0, sum_of_events = 0.0, events = 0.0;
  std::optional<double> first;
  bool differ = false;
  const auto time_of = [](const Observation& o) {
    return o.exit == 0 ? 0.5 : static_cast<double>(o.exit);
  };
  for (const Observation& o : observations)
    if (o.exit >= 0) largest = std::max(largest, time_of(o));
  for (const Observation& o : observations) {
    if (o.exit < 0) continue;
    const double log = std::log(time_of(o) / largest);
    logs.push_back(log);
    if (o.cause == kCensored) continue;
    events += 1.0;
    sum_of_events += log;
    differ = differ || (first && *first != log);
    first = log;
  }
  if (!differ) return std::nullopt;
  const double mean_of_events = sum_of_events / events;
  const auto powers = [&](double shape) {
    double sum = 0.0, weighted = 0.0;
    for (const double log : logs) {
      const double power = std::exp(shape * log);
      sum += power;
      weighted += power * log;
    }
    return std::pair(sum, weighted);
  };
  const auto slope = [&](double shape) {  // rises with the shape
    const auto [sum, weighted] = powers(shape);
    return weighted / sum - 1.0 / shape - mean_of_events;
  };
  if (slope(kShapeMax) <= 0.0) return std::nullopt;
  std::uintmax_t rounds = 200;
  const auto [low, high] = boost::math::tools::toms748_solve(
      slope, kShapeMin, kShapeMax, boost::math::tools::eps_tolerance<double>(48), rounds);
  Weibull fitted;
  fitted.shape = (low + high) / 2.0;
  const double relative = std::pow(powers(fitted.shape).first / events, 1.0 / fitted.shape);
  fitted.scale = largest * relative;
  fitted.log_likelihood = events * (std::log(fitted.shape) - std::log(fitted.scale)) +
                          (fitted.shape - 1.0) * (sum_of_events - events * std::log(relative)) -
                          events;
  return fitted;
}

}  // namespace stagecoach::cycle
