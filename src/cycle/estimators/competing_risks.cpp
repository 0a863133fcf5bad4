#include "cycle/estimators/competing_risks.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace stagecoach::cycle {
namespace {

// The variance at t is a sum over all earlier steps of terms in (F(t) - F_i). Multiplied out, it
// needs only running sums, so every step costs the same and the whole curve is one pass.
struct VarianceSums {
  double a = 0.0, a_f = 0.0, a_ff = 0.0;  // sums of a_i, a_i F_i, a_i F_i^2
  double b = 0.0;
  double c = 0.0, c_f = 0.0;

  void add(double f, double a_i, double b_i, double c_i) {
    a += a_i;
    a_f += a_i * f;
    a_ff += a_i * f * f;
    b += b_i;
    c += c_i;
    c_f += c_i * f;
  }
  double at(double f) const {
    return std::max(0.0, f * f * a - 2.0 * f * a_f + a_ff + b - 2.0 * (f * c - c_f));
  }
};

std::size_t index_of(int cause) {
  assert(cause >= 1 && cause <= kCauses);
  return static_cast<std::size_t>(cause - 1);
}

}  // namespace

CompetingRisks::CompetingRisks(const RiskTable& table) {
  std::array<VarianceSums, kCauses> sums;
  IncidenceStep now;
  for (const RiskRow& row : table.rows) {
    const std::int64_t events = row.events();
    if (events == 0 || row.at_risk <= 0) continue;
    const double n = static_cast<double>(row.at_risk), d = static_cast<double>(events);
    const double before = now.survival;
    now.time = row.time;
    for (std::size_t k = 0; k < kCauses; ++k) {
      const double dk = static_cast<double>(row.by_cause[k]);
      now.incidence[k] += before * dk / n;
      sums[k].add(now.incidence[k], n > d ? d / (n * (n - d)) : 0.0,
                  before * before * dk * (n - dk) / (n * n * n), before * dk / (n * n));
      now.se[k] = std::sqrt(sums[k].at(now.incidence[k]));
    }
    now.survival = events >= row.at_risk ? 0.0 : before * (1.0 - d / n);
    steps_.push_back(now);
  }
}

const IncidenceStep& CompetingRisks::at(std::int64_t time) const {
  static const IncidenceStep nothing_yet;
  const auto after =
      std::upper_bound(steps_.begin(), steps_.end(), time,
                       [](std::int64_t t, const IncidenceStep& step) { return t < step.time; });
  return after == steps_.begin() ? nothing_yet : *std::prev(after);
}

double CompetingRisks::incidence_at(std::int64_t time, int cause) const {
  return at(time).incidence[index_of(cause)];
}

double CompetingRisks::se_at(std::int64_t time, int cause) const {
  return at(time).se[index_of(cause)];
}

Interval CompetingRisks::ci95_at(std::int64_t time, int cause) const {
  const IncidenceStep& step = at(time);
  const double p = step.incidence[index_of(cause)];
  // Nothing has happened yet: the estimate is 0 and there is nothing to transform.
  if (p <= 0.0) return {};
  return log_log_interval(p, step.se[index_of(cause)]);
}

}  // namespace stagecoach::cycle
