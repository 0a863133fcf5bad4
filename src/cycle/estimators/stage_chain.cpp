#include "cycle/estimators/stage_chain.h"

#include <Eigen/LU>
#include <algorithm>

namespace stagecoach::cycle {
namespace {

constexpr double kDaysCounted = 30.0;

bool goes_on(int to, int number) {
  return to == kEndsWon || to > number;
}

std::vector<ChainStage> with(std::vector<ChainStage> chain, int number, const StageTarget& target) {
  ChainStage& stage = chain[static_cast<std::size_t>(number)];
  stage = at_target(stage, number, target);
  return chain;
}

}  // namespace

double ChainStage::share_to(int to) const {
  double share = 0.0;
  for (const Way& way : ways)
    if (way.to == to) share += way.share;
  return share;
}

double ChainStage::mean_days() const {
  const double lost = share_to(kEndsLost);
  return (1.0 - lost) * days_on + lost * days_lost;
}

ChainOutcome outcome_of(const std::vector<ChainStage>& chain) {
  ChainOutcome outcome;
  if (chain.empty()) return outcome;
  const auto n = static_cast<Eigen::Index>(chain.size());
  // How often each stage is visited by a deal: the visits that lead there, and the start.
  Eigen::MatrixXd flow = Eigen::MatrixXd::Identity(n, n);
  for (Eigen::Index s = 0; s < n; ++s)
    for (const Way& way : chain[static_cast<std::size_t>(s)].ways)
      if (way.to >= 0) flow(way.to, s) -= way.share;
  Eigen::VectorXd start = Eigen::VectorXd::Zero(n);
  start[0] = 1.0;
  const Eigen::VectorXd visits = Eigen::PartialPivLU<Eigen::MatrixXd>(flow).solve(start);
  for (Eigen::Index s = 0; s < n; ++s) {
    const ChainStage& stage = chain[static_cast<std::size_t>(s)];
    outcome.won += visits[s] * stage.share_to(kEndsWon);
    outcome.days += visits[s] * stage.mean_days();
  }
  return outcome;
}

ChainStage at_target(const ChainStage& stage, int number, const StageTarget& target) {
  ChainStage better = stage;
  const double lost = stage.share_to(kEndsLost);
  double forward = 0.0;
  for (const Way& way : stage.ways)
    if (goes_on(way.to, number)) forward += way.share;
  if (target.lost_share && lost > 0.0 && forward > 0.0) {
    const double moved = lost - std::min(lost, *target.lost_share);
    for (Way& way : better.ways) {
      if (way.to == kEndsLost) way.share *= (lost - moved) / lost;
      if (goes_on(way.to, number)) way.share *= (forward + moved) / forward;
    }
  }
  if (target.days_on && stage.days_on > 0.0) {
    better.days_on = *target.days_on;
    better.days_lost = stage.days_lost * *target.days_on / stage.days_on;
  }
  return better;
}

double velocity(double wip, const ChainOutcome& outcome, double value) {
  return outcome.days > 0.0 ? kDaysCounted * wip * value * outcome.won / outcome.days : 0.0;
}

Gain gain_at_target(const std::vector<ChainStage>& chain, int number, const StageTarget& target,
                    const Flow& flow) {
  if (!target.lost_share && !target.days_on) return {};
  const ChainOutcome now = outcome_of(chain);
  const auto gain = [&](const StageTarget& tried) {
    return velocity(flow.wip, outcome_of(with(chain, number, tried)), flow.value) -
           velocity(flow.wip, now, flow.value);
  };
  Gain found;
  found.total = gain(target);
  found.days_alone = gain({{}, target.days_on});
  found.conversion_alone = gain({target.lost_share, {}});
  found.by_days = (found.days_alone + found.total - found.conversion_alone) / 2.0;
  found.by_conversion = found.total - found.by_days;
  const ChainOutcome then = outcome_of(with(chain, number, target));
  found.arrival_limited = kDaysCounted * flow.starts_per_day * flow.value * (then.won - now.won);
  found.pulled_forward_once =
      flow.starts_per_day * now.won * flow.value *
      std::max(0.0, now.days - outcome_of(with(chain, number, {{}, target.days_on})).days);
  return found;
}

}  // namespace stagecoach::cycle
