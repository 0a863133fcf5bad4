// A Weibull distribution of times, some of them censored: for a stage that too few have left for a
// curve of its own. Pure functions, safe from any thread.
#pragma once

#include <optional>
#include <span>

#include "cycle/estimators/risk_table.h"

namespace stagecoach::cycle {

struct Weibull {
  double shape = 1.0;
  double scale = 1.0;  // ticks
  double log_likelihood = 0.0;

  double survival_at(double time) const;  // exp(-(t / scale)^shape)
  double quantile(double q) const;        // REQUIRES: 0 <= q < 1
};

// Maximum likelihood, any cause an event; the shape solves
//   sum t^k ln t / sum t^k - 1/k = mean ln t of the events, the scale follows.
// Times of 0 count as half a tick. Unset: fewer than two different times of events, with which no
// shape is known. REQUIRES: no delayed entry.
std::optional<Weibull> fit_weibull(std::span<const Observation> observations);

}  // namespace stagecoach::cycle
