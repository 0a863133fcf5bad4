// Cumulative incidence: the share that has ended by each cause at each time, the causes competing.
// 1 - Kaplan-Meier of one cause alone would overstate it, because what was lost can no longer win.
//
// F_k = sum S(t-) d_k/n, with the delta-method variance (as R's cmprsk and etm)
//   sum (F(t)-F_i)^2 d/(n(n-d)) + S-^2 d_k(n-d_k)/n^3 - 2 (F(t)-F_i) S- d_k/n^2
// in which the first term is dropped where n = d. Pure, immutable after construction.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "cycle/estimators/interval.h"
#include "cycle/estimators/risk_table.h"

namespace stagecoach::cycle {

struct IncidenceStep {
  std::int64_t time = 0;
  double survival = 1.0;                    // share ended by no cause
  std::array<double, kCauses> incidence{};  // cause c at index c - 1
  std::array<double, kCauses> se{};
};

class CompetingRisks {
 public:
  explicit CompetingRisks(const RiskTable& table);

  const std::vector<IncidenceStep>& steps() const { return steps_; }
  // The step in force at `time`; before the first event, one with nothing ended.
  const IncidenceStep& at(std::int64_t time) const;

  double incidence_at(std::int64_t time, int cause) const;
  double se_at(std::int64_t time, int cause) const;
  Interval ci95_at(std::int64_t time, int cause) const;

 private:
  std::vector<IncidenceStep> steps_;
};

}  // namespace stagecoach::cycle
