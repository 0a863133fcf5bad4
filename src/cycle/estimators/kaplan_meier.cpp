#include "cycle/estimators/kaplan_meier.h"

#include <algorithm>
#include <cmath>

namespace stagecoach::cycle {
namespace {

// Two products of fractions that should be equal differ by rounding only.
constexpr double kSame = 1e-9;

// The first time at which a falling curve reaches `level`, by R's rule for flat steps. `value`
// answers the height of the curve after a step, or nothing where it is unknown.
template <class Value>
std::optional<double> first_time_at(const std::vector<SurvivalStep>& steps, double level,
                                    Value value) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::optional<double> here = value(steps[i]);
    if (!here || *here > level + kSame) continue;
    const double time = static_cast<double>(steps[i].time);
    if (*here < level - kSame) return time;
    for (std::size_t j = i + 1; j < steps.size(); ++j) {
      const std::optional<double> below = value(steps[j]);
      if (below && *below < *here - kSame) return (time + static_cast<double>(steps[j].time)) / 2.0;
    }
    return time;
  }
  return std::nullopt;
}

}  // namespace

KaplanMeier::KaplanMeier(const RiskTable& table) : n_(table.n), events_(table.events) {
  double survival = 1.0, greenwood = 0.0;
  for (const RiskRow& row : table.rows) {
    last_time_ = row.time;
    const std::int64_t events = row.events();
    if (events == 0 || row.at_risk <= 0) continue;
    const double n = static_cast<double>(row.at_risk), d = static_cast<double>(events);
    if (events >= row.at_risk) {
      survival = 0.0;
    } else {
      survival *= 1.0 - d / n;
      greenwood += d / (n * (n - d));
    }
    steps_.push_back({.time = row.time,
                      .survival = survival,
                      .se = survival * std::sqrt(greenwood),
                      .at_risk = row.at_risk,
                      .events = events});
  }
}

const SurvivalStep* KaplanMeier::step_at(std::int64_t time) const {
  const auto after =
      std::upper_bound(steps_.begin(), steps_.end(), time,
                       [](std::int64_t t, const SurvivalStep& step) { return t < step.time; });
  return after == steps_.begin() ? nullptr : &*std::prev(after);
}

double KaplanMeier::survival_at(std::int64_t time) const {
  const SurvivalStep* step = step_at(time);
  return step ? step->survival : 1.0;
}

double KaplanMeier::se_at(std::int64_t time) const {
  const SurvivalStep* step = step_at(time);
  return step ? step->se : 0.0;
}

Interval KaplanMeier::ci95_at(std::int64_t time) const {
  const SurvivalStep* step = step_at(time);
  return step ? step->ci95() : Interval{1.0, 1.0};
}

std::optional<double> KaplanMeier::quantile(double q) const {
  return first_time_at(steps_, 1.0 - q,
                       [](const SurvivalStep& step) { return std::optional(step.survival); });
}

Interval KaplanMeier::quantile_ci95(double q) const {
  return {
      first_time_at(steps_, 1.0 - q, [](const SurvivalStep& step) { return step.ci95().low; }),
      first_time_at(steps_, 1.0 - q, [](const SurvivalStep& step) { return step.ci95().high; })};
}

std::optional<RestrictedMean> KaplanMeier::restricted_mean(std::int64_t until) const {
  if (until < 0 || n_ == 0) return std::nullopt;
  if (until > last_time_ && survival_at(last_time_) > 0.0) return std::nullopt;
  // Walked from the right, so that the area beyond each step is known when its variance needs it.
  double area = 0.0, variance = 0.0;
  std::int64_t right = until;
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const SurvivalStep& step = steps_[i];
    if (step.time >= until) continue;
    area += step.survival * static_cast<double>(right - step.time);
    right = step.time;
    const double n = static_cast<double>(step.at_risk), d = static_cast<double>(step.events);
    if (n > d) variance += area * area * d / (n * (n - d));
  }
  area += static_cast<double>(right);
  return RestrictedMean{area, std::sqrt(variance)};
}

}  // namespace stagecoach::cycle
