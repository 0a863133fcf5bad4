// Whether two groups differ in how long things take, or in how they end. A group is its risk
// table. Pure functions, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>

#include "cycle/estimators/risk_table.h"

namespace stagecoach::cycle {

struct TestResult {
  double chi2 = 0.0;  // one degree of freedom
  double p = 1.0;
};

// The log-rank test of any event: (O - E)^2 / V with hypergeometric variance (as R's survdiff).
// Unset: nothing to compare, one group is never at risk together with the other.
std::optional<TestResult> log_rank(const RiskTable& a, const RiskTable& b);

// Gray's test of the cumulative incidence of one cause, 1..kCauses, the others competing
// (R. J. Gray, Annals of Statistics 16, 1988, with rho = 0; as R's cmprsk).
std::optional<TestResult> gray_test(const RiskTable& a, const RiskTable& b, int cause);

// Mean time under way within [0, until], `a` less `b`, in ticks, and whether it differs from 0.
// Unset where one of the curves ends before `until`.
struct MeanDifference {
  double difference = 0.0;
  double se = 0.0;
  double p = 1.0;
};
std::optional<MeanDifference> restricted_mean_difference(const RiskTable& a, const RiskTable& b,
                                                         std::int64_t until);

}  // namespace stagecoach::cycle
