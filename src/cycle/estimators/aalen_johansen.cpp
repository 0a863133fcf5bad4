#include "cycle/estimators/aalen_johansen.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace stagecoach::cycle {
namespace {

constexpr double kNothing = 1e-12;  // probability left over by rounding

using Matrix = std::vector<double>;  // row-major, states x states

struct Move {
  std::int64_t time;
  int from;
  int to;
};

// Counts who is at risk in each state as time goes on: entries come after the exits of the same
// time, because a stay is at risk in (enter, exit].
class RiskSets {
 public:
  RiskSets(std::span<const Sojourn> sojourns, int states)
      : at_risk_(static_cast<std::size_t>(states), kAbsorbs) {
    for (const Sojourn& s : sojourns) {
      if (s.enter >= s.exit) continue;
      at_risk_[static_cast<std::size_t>(s.state)] = 0;
      enters_.emplace_back(s.enter, s.state);
      exits_.emplace_back(s.exit, s.state);
    }
    std::sort(enters_.begin(), enters_.end());
    std::sort(exits_.begin(), exits_.end());
  }

  // Times must be asked in ascending order.
  const std::vector<std::int64_t>& just_before(std::int64_t time) {
    for (; entered_ < enters_.size() && enters_[entered_].first < time; ++entered_)
      ++at_risk_[static_cast<std::size_t>(enters_[entered_].second)];
    for (; exited_ < exits_.size() && exits_[exited_].first < time; ++exited_)
      --at_risk_[static_cast<std::size_t>(exits_[exited_].second)];
    return at_risk_;
  }

 private:
  std::vector<std::pair<std::int64_t, int>> enters_, exits_;
  std::size_t entered_ = 0, exited_ = 0;
  std::vector<std::int64_t> at_risk_;
};

Matrix step_matrix(std::span<const Move> moves, const std::vector<std::int64_t>& at_risk) {
  const std::size_t size = at_risk.size();
  Matrix m(size * size, 0.0);
  for (std::size_t h = 0; h < size; ++h) m[h * size + h] = 1.0;
  for (const Move& move : moves) {
    const auto from = static_cast<std::size_t>(move.from), to = static_cast<std::size_t>(move.to);
    const double share = 1.0 / static_cast<double>(at_risk[from]);
    m[from * size + to] += share;
    m[from * size + from] -= share;
  }
  return m;
}

Matrix next_covariance(const Matrix& covariance, const Matrix& m, const std::vector<double>& p,
                       const std::vector<std::int64_t>& at_risk) {
  const std::size_t size = p.size();
  Matrix half(size * size, 0.0), next(size * size, 0.0);
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t k = 0; k < size; ++k)
      for (std::size_t j = 0; j < size; ++j)
        half[i * size + j] += covariance[i * size + k] * m[k * size + j];
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t k = 0; k < size; ++k)
      for (std::size_t j = 0; j < size; ++j)
        next[i * size + j] += m[k * size + i] * half[k * size + j];
  for (std::size_t h = 0; h < size; ++h) {
    if (at_risk[h] <= 0 || p[h] == 0.0) continue;
    const double weight = p[h] * p[h] / static_cast<double>(at_risk[h]);
    const double* q = &m[h * size];
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j < size; ++j)
        next[i * size + j] += weight * ((i == j ? q[i] : 0.0) - q[i] * q[j]);
  }
  return next;
}

std::vector<double> times_matrix(const std::vector<double>& p, const Matrix& m) {
  std::vector<double> next(p.size(), 0.0);
  for (std::size_t h = 0; h < p.size(); ++h)
    for (std::size_t j = 0; j < p.size(); ++j) next[j] += p[h] * m[h * p.size() + j];
  return next;
}

std::vector<Move> moves_within(std::span<const Sojourn> sojourns, std::int64_t after,
                               std::int64_t until) {
  std::vector<Move> moves;
  for (const Sojourn& s : sojourns)
    if (s.next && s.enter < s.exit && s.exit > after && s.exit <= until)
      moves.push_back({s.exit, s.state, *s.next});
  std::sort(moves.begin(), moves.end(),
            [](const Move& a, const Move& b) { return a.time < b.time; });
  return moves;
}

}  // namespace

bool OccupationStep::rests_on_fewer_than(std::int64_t n) const {
  for (std::size_t h = 0; h < probability.size(); ++h)
    if (at_risk[h] != kAbsorbs && at_risk[h] < n && probability[h] > kNothing) return true;
  return false;
}

std::vector<OccupationStep> aalen_johansen(std::span<const Sojourn> sojourns, int states,
                                           int start_state, std::int64_t from_time,
                                           std::int64_t until) {
  assert(states > 0 && start_state >= 0 && start_state < states);
  const auto size = static_cast<std::size_t>(states);
  std::vector<double> p(size, 0.0);
  p[static_cast<std::size_t>(start_state)] = 1.0;
  Matrix covariance(size * size, 0.0);
  const std::vector<Move> moves = moves_within(sojourns, from_time, until);
  RiskSets risk(sojourns, states);

  std::vector<OccupationStep> steps;
  steps.push_back({from_time, p, std::vector<double>(size, 0.0), risk.just_before(from_time + 1)});
  for (std::size_t i = 0; i < moves.size();) {
    std::size_t end = i;
    while (end < moves.size() && moves[end].time == moves[i].time) ++end;
    const std::vector<std::int64_t>& at_risk = risk.just_before(moves[i].time);
    const Matrix m = step_matrix(std::span(moves).subspan(i, end - i), at_risk);
    covariance = next_covariance(covariance, m, p, at_risk);
    p = times_matrix(p, m);
    OccupationStep step{moves[i].time, p, std::vector<double>(size), at_risk};
    for (std::size_t h = 0; h < size; ++h)
      step.se[h] = std::sqrt(std::max(0.0, covariance[h * size + h]));
    steps.push_back(std::move(step));
    i = end;
  }
  return steps;
}

}  // namespace stagecoach::cycle
