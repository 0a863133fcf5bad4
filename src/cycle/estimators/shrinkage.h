// Small numbers drawn towards what all have in common, by as much as the data say (empirical
// Bayes): a team with 2 wins of 3 is not twice as good as one with 30 of 90.
// Pure functions, safe from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cycle/estimators/dwell_hazards.h"

namespace stagecoach::cycle {

struct Share {
  std::int64_t hits = 0;
  std::int64_t of = 0;
};

// A beta distribution of what shares are like; its strength a + b counts as that many cases.
struct BetaPrior {
  double a = 1.0;
  double b = 1.0;

  double mean() const { return a / (a + b); }
  double shrunk(const Share& share) const {
    return (static_cast<double>(share.hits) + a) / (static_cast<double>(share.of) + a + b);
  }
};

// The prior that makes these shares most likely (beta-binomial maximum likelihood). Where they
// differ by no more than chance, its strength reaches kStrengthMax and all shrink to one value.
// Without any case: the uniform prior.
inline constexpr double kStrengthMax = 1e6;
BetaPrior fit_beta_binomial(std::span<const Share> shares);

// Hazard cells: of `at_risk` stay-days, how many ended in each way; `expected` is the hazard of the
// same way in the population (its order is that of `ended`).
struct HazardCount {
  double at_risk = 0.0;
  std::vector<double> ended;
  std::vector<double> expected;
};

// h_j = (d_j + m h0_j) / (n + m).
std::vector<double> shrunk_hazards(const HazardCount& count, double m);

// The m that makes these cells most likely (Dirichlet-multinomial marginal likelihood), up to
// kStrengthMax.
double fit_hazard_strength(std::span<const HazardCount> counts);

}  // namespace stagecoach::cycle
