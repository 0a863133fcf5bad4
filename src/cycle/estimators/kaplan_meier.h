// Kaplan-Meier: the share still under way at each time, open deals counted for as long as they
// have been watched. With delayed entry the risk sets of the table already exclude those not yet
// watched.
//
// S = prod(1 - d/n); Var S = S^2 * sum d/(n(n-d)) (Greenwood); log-log intervals; quantiles and
// restricted means as R's survfit reports them. Pure, immutable after construction.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cycle/estimators/interval.h"
#include "cycle/estimators/risk_table.h"

namespace stagecoach::cycle {

struct SurvivalStep {
  std::int64_t time = 0;
  double survival = 1.0;  // from `time` on, until the next step
  double se = 0.0;        // 0 also where survival is 0, where it says nothing
  std::int64_t at_risk = 0;
  std::int64_t events = 0;

  Interval ci95() const { return log_log_interval(survival, se); }
};

struct RestrictedMean {
  double mean = 0.0;
  double se = 0.0;
};

class KaplanMeier {
 public:
  explicit KaplanMeier(const RiskTable& table);

  std::int64_t n() const { return n_; }
  std::int64_t events() const { return events_; }
  // Times with at least one event, ascending.
  const std::vector<SurvivalStep>& steps() const { return steps_; }
  // The last time anybody was watched; beyond it the curve is a guess unless it is 0 already.
  std::int64_t last_time() const { return last_time_; }

  double survival_at(std::int64_t time) const;
  double se_at(std::int64_t time) const;
  Interval ci95_at(std::int64_t time) const;

  // Smallest time by which a share `q` has ended. Where the curve is exactly 1-q on a flat step,
  // the midpoint to the next event. Unset: not yet known, too few have ended.
  std::optional<double> quantile(double q) const;
  // The same question asked of the lower and the upper band: either end may be not yet known.
  Interval quantile_ci95(double q) const;
  // Mean time under way within [0, until], in ticks. Unset where `until` lies beyond the last
  // time watched and some are still under way.
  std::optional<RestrictedMean> restricted_mean(std::int64_t until) const;

 private:
  const SurvivalStep* step_at(std::int64_t time) const;  // null before the first step

  std::vector<SurvivalStep> steps_;
  std::int64_t n_ = 0;
  std::int64_t events_ = 0;
  std::int64_t last_time_ = 0;
};

}  // namespace stagecoach::cycle
