#include "cycle/estimators/semi_markov.h"

#include <Eigen/LU>
#include <algorithm>
#include <cassert>

namespace stagecoach::cycle {
namespace {

constexpr double kNothing = 1e-12;  // left over by rounding
// Stages that are left within the day for each other for ever would have no answer; of theirs, this
// share stays unresolved a round.
constexpr double kKept = 1.0 - 1e-9;

std::size_t at(std::int64_t day) {
  return static_cast<std::size_t>(day);
}

}  // namespace

SemiMarkov::SemiMarkov(const std::vector<StateHazards>& states, std::int64_t horizon)
    : horizon_(std::max<std::int64_t>(0, horizon)) {
  for (const StateHazards& state : states) {
    StateKernel& made = kernel_.emplace_back(StateKernel{{}, state});
    double survival = 1.0;
    for (const HazardDay& day : state.days) {
      double leaves = 0.0;
      for (const Hazard& hazard : day.hazards) {
        made.exits.push_back({day.day, hazard.to, survival * hazard.share});
        leaves += hazard.share;
      }
      survival = std::max(0.0, survival * (1.0 - leaves));
    }
  }
  solve();
}

void SemiMarkov::solve() {
  const auto n = static_cast<Eigen::Index>(kernel_.size());
  Eigen::MatrixXd at_once = Eigen::MatrixXd::Identity(n, n);
  for (Eigen::Index s = 0; s < n; ++s)
    for (const Exit& exit : kernel_[static_cast<std::size_t>(s)].exits)
      if (exit.day == 0 && exit.to >= 0) at_once(s, exit.to) -= kKept * exit.q;
  const Eigen::PartialPivLU<Eigen::MatrixXd> solver(at_once);
  reached_.assign(kernel_.size(), {std::vector<double>(at(horizon_) + 1, 0.0),
                                   std::vector<double>(at(horizon_) + 1, 0.0)});
  Eigen::MatrixXd sums(n, 2);  // won, lost
  for (std::int64_t day = 0; day <= horizon_; ++day) {
    sums.setZero();
    for (Eigen::Index s = 0; s < n; ++s)
      for (const Exit& exit : kernel_[static_cast<std::size_t>(s)].exits) {
        if (exit.day > day) break;
        if (exit.to == kEndsWon) {
          sums(s, 0) += exit.q;
        } else if (exit.to == kEndsLost) {
          sums(s, 1) += exit.q;
        } else if (exit.day > 0) {
          const Reached& next = reached_[static_cast<std::size_t>(exit.to)];
          sums(s, 0) += exit.q * next.won[at(day - exit.day)];
          sums(s, 1) += exit.q * next.lost[at(day - exit.day)];
        }
      }
    const Eigen::MatrixXd solved = solver.solve(sums);
    for (Eigen::Index s = 0; s < n; ++s) {
      Reached& reached = reached_[static_cast<std::size_t>(s)];
      reached.won[at(day)] = solved(s, 0);
      reached.lost[at(day)] = solved(s, 1);
    }
  }
}

double SemiMarkov::share_longer_than(int state, std::optional<std::int64_t> dwell) const {
  double share = 1.0;
  if (!dwell) return share;
  for (const Exit& exit : kernel(state).exits) {
    if (exit.day > *dwell) break;
    share -= exit.q;
  }
  return share;
}

Outlook SemiMarkov::outlook(int state, std::optional<std::int64_t> dwell, std::int64_t days) const {
  days = std::min(days, horizon_);
  const double share = share_longer_than(state, dwell);
  if (share <= kNothing || days < 0) return {};
  const std::int64_t since = dwell.value_or(0);
  Outlook found{0, 0, 1};
  for (const Exit& exit : kernel(state).exits) {
    if (dwell && exit.day <= *dwell) continue;
    const std::int64_t left = days - (exit.day - since);
    if (left < 0) break;
    if (exit.to == kEndsWon) {
      found.won += exit.q;
    } else if (exit.to == kEndsLost) {
      found.lost += exit.q;
    } else {
      const Reached& next = reached_[static_cast<std::size_t>(exit.to)];
      found.won += exit.q * next.won[at(left)];
      found.lost += exit.q * next.lost[at(left)];
    }
  }
  found.won = std::min(1.0, found.won / share);
  found.lost = std::min(1.0 - found.won, found.lost / share);
  found.unresolved = 1.0 - found.won - found.lost;
  return found;
}

std::optional<std::int64_t> SemiMarkov::days_to_win(int state, std::optional<std::int64_t> dwell,
                                                    double q) const {
  const double all = outlook(state, dwell).won;
  if (all <= kNothing) return std::nullopt;
  std::int64_t low = -1, high = horizon_;  // not reached by low, reached by high
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (outlook(state, dwell, middle).won >= q * all - kNothing ? high : low) = middle;
  }
  return high;
}

std::optional<double> SemiMarkov::mean_days_to_win(int state) const {
  const std::vector<double>& won = reached_[static_cast<std::size_t>(state)].won;
  if (won.back() <= kNothing) return std::nullopt;
  double sum = 0.0;
  for (std::size_t day = 1; day < won.size(); ++day)
    sum += static_cast<double>(day) * (won[day] - won[day - 1]);
  return sum / won.back();
}

bool SemiMarkov::is_without_precedent(int state, std::int64_t dwell, std::int64_t enough) const {
  if (kernel(state).hazards.longer_than(dwell) < enough) return true;
  const Outlook left = outlook(state, dwell);
  return left.won <= kNothing && left.unresolved > kNothing;
}

bool SemiMarkov::sees(int state, std::int64_t day, std::int64_t enough) const {
  return longer_than(state, day) >= enough || share_longer_than(state, day) <= kNothing;
}

std::optional<std::int64_t> SemiMarkov::rotten_after(int state) const {
  const double on_entry = outlook(state).won;
  if (on_entry <= kNothing) return std::nullopt;
  // The outlook changes only where somebody left.
  std::optional<std::int64_t> last;
  for (const Exit& exit : kernel(state).exits) {
    if (exit.day == last) continue;
    last = exit.day;
    if (share_longer_than(state, exit.day) <= kNothing) return std::nullopt;
    if (outlook(state, exit.day).won < on_entry / 2) return exit.day;
  }
  return std::nullopt;
}

}  // namespace stagecoach::cycle
