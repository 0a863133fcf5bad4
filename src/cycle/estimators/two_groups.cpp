#include "cycle/estimators/two_groups.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "cycle/estimators/kaplan_meier.h"

namespace stagecoach::cycle {
namespace {

// Two-sided, for a standard normal value.
double p_of_z(double z) {
  return std::erfc(std::abs(z) / std::sqrt(2.0));
}

std::optional<TestResult> result_of(double score, double variance) {
  if (!(variance > 0.0)) return std::nullopt;
  const double chi2 = score * score / variance;
  return TestResult{chi2, p_of_z(std::sqrt(chi2))};
}

// One group at one of the times at which anything happened in either.
struct GroupAt {
  double at_risk = 0.0;
  double events = 0.0;    // of any cause
  double of_cause = 0.0;  // of the cause asked for
};
using At = std::array<GroupAt, 2>;

// Calls visit(both groups) for each time at which either has an exit, ascending.
template <class Visit>
void each_time(const RiskTable& a, const RiskTable& b, int cause, Visit visit) {
  const std::array<const RiskTable*, 2> tables{&a, &b};
  std::array<std::size_t, 2> next{0, 0};
  const auto time_of = [&](std::size_t g) {
    return next[g] < tables[g]->rows.size() ? std::optional(tables[g]->rows[next[g]].time)
                                            : std::nullopt;
  };
  while (time_of(0) || time_of(1)) {
    std::int64_t time = time_of(0).value_or(*(time_of(0) ? time_of(0) : time_of(1)));
    if (time_of(1) && *time_of(1) < time) time = *time_of(1);
    At now;
    for (std::size_t g = 0; g < 2; ++g) {
      now[g].at_risk = static_cast<double>(tables[g]->at_risk_at(time));
      if (time_of(g) != time) continue;
      const RiskRow& row = tables[g]->rows[next[g]++];
      now[g].events = static_cast<double>(row.events());
      now[g].of_cause =
          static_cast<double>(row.by_cause[static_cast<std::size_t>(std::max(cause, 1) - 1)]);
    }
    visit(now);
  }
}

// The score of group 0 and its variance, summed over time. Named as in Gray's paper: G = 1 - F is
// the share that the cause has not taken, S the share that no cause has.
class GrayScore {
 public:
  void add(const At& now) {
    const double d1 = now[0].of_cause + now[1].of_cause;
    const double d2 = now[0].events + now[1].events - d1;
    if (d1 == 0.0 && d2 == 0.0) return;
    std::array<double, 2> weight{}, s_after = s_;
    double weights = 0.0, subjects = 0.0;
    for (std::size_t g = 0; g < 2; ++g) {
      if (now[g].at_risk <= 0.0) continue;
      weight[g] = now[g].at_risk / s_[g];
      weights += weight[g];
      subjects += weight[g] * g_[g];
      s_after[g] = s_[g] * (1.0 - now[g].events / now[g].at_risk);
    }
    const double pooled_after = pooled_ + d1 / weights;
    // How the score of group 0 answers to the hazard of each group.
    std::array<double, 2> slope{};
    for (std::size_t g = 0; g < 2; ++g)
      if (now[0].at_risk > 0.0 && now[g].at_risk > 0.0)
        slope[g] = weight[0] * ((g == 0 ? 1.0 : 0.0) - weight[g] / weights);
    for (std::size_t g = 0; g < 2; ++g) carried_[g] += slope[g] * d1 / (weights * (1.0 - pooled_));
    if (now[0].at_risk > 0.0) score_ += now[0].of_cause - d1 * weight[0] * g_[0] / subjects;
    for (std::size_t g = 0; g < 2; ++g) {
      if (now[g].at_risk <= 0.0) continue;
      add_variance(now[g], g, slope[g], d1, weights, (1.0 - pooled_after), s_after[g]);
    }
    for (std::size_t g = 0; g < 2; ++g) {
      if (now[g].at_risk <= 0.0) continue;
      g_[g] -= s_[g] * now[g].of_cause / now[g].at_risk;
      s_[g] = s_after[g];
    }
    pooled_ = pooled_after;
  }

  std::optional<TestResult> result() const {
    double variance = 0.0;
    for (std::size_t g = 0; g < 2; ++g) variance += squares_[g].at(carried_[g]);
    return result_of(score_, variance);
  }

 private:
  // The sum of weight * (base + factor * end)^2, `end` being known only afterwards.
  struct Squares {
    double base = 0.0, mixed = 0.0, factor = 0.0;

    void add(double weight, double b, double f) {
      base += weight * b * b;
      mixed += weight * b * f;
      factor += weight * f * f;
    }
    double at(double end) const { return base + 2.0 * end * mixed + end * end * factor; }
  };

  // What an event of group g at this time moves the score by: what it does at once (slope), and
  // what it does through the curves from now to the end (carried at the end, less carried so far).
  void add_variance(const GroupAt& now, std::size_t g, double slope, double d1, double weights,
                    double pooled_left, double s_after) {
    if (d1 > 0.0) {
      const double factor = s_after > 0.0 ? 1.0 - pooled_left / s_after : 1.0;
      const double ties = d1 > 1.0 ? 1.0 - (d1 - 1.0) / (weights * s_[g] - 1.0) : 1.0;
      squares_[g].add(ties * s_[g] * d1 / (weights * now.at_risk), slope - factor * carried_[g],
                      factor);
    }
    const double d2 = now.events - now.of_cause;
    if (s_after > 0.0 && d2 > 0.0) {
      const double factor = pooled_left / s_after;
      const double ties = d2 > 1.0 ? 1.0 - (d2 - 1.0) / (now.at_risk - 1.0) : 1.0;
      squares_[g].add(ties * s_[g] * s_[g] * d2 / (now.at_risk * now.at_risk), factor * carried_[g],
                      -factor);
    }
  }

  std::array<double, 2> s_{1.0, 1.0}, g_{1.0, 1.0};
  double pooled_ = 0.0;  // incidence of the cause under the hypothesis that the groups are one
  std::array<double, 2> carried_{};
  std::array<Squares, 2> squares_{};
  double score_ = 0.0;
};

}  // namespace

std::optional<TestResult> log_rank(const RiskTable& a, const RiskTable& b) {
  double score = 0.0, variance = 0.0;
  each_time(a, b, 0, [&](const At& now) {
    const double n = now[0].at_risk + now[1].at_risk, d = now[0].events + now[1].events;
    if (d == 0.0) return;
    const double share = now[0].at_risk / n;
    score += now[0].events - d * share;
    if (n > 1.0) variance += d * share * (1.0 - share) * (n - d) / (n - 1.0);
  });
  return result_of(score, variance);
}

std::optional<TestResult> gray_test(const RiskTable& a, const RiskTable& b, int cause) {
  assert(cause >= 1 && cause <= kCauses);
  GrayScore score;
  each_time(a, b, cause, [&](const At& now) { score.add(now); });
  return score.result();
}

std::optional<MeanDifference> restricted_mean_difference(const RiskTable& a, const RiskTable& b,
                                                         std::int64_t until) {
  const auto mean_a = KaplanMeier(a).restricted_mean(until);
  const auto mean_b = KaplanMeier(b).restricted_mean(until);
  if (!mean_a || !mean_b) return std::nullopt;
  MeanDifference found{mean_a->mean - mean_b->mean, std::hypot(mean_a->se, mean_b->se)};
  if (found.se > 0.0) found.p = p_of_z(found.difference / found.se);
  return found;
}

}  // namespace stagecoach::cycle
