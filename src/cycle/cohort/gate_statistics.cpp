#include "cycle/cohort/gate_statistics.h"

#include <algorithm>
#include <cmath>

#include "cycle/analysis.h"

namespace stagecoach::cycle {
namespace {

struct Ends {
  double low = 0, high = 0;
};

Ends wilson(double x, double n) {
  const double z2 = kZ95 * kZ95, p = x / n;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kZ95 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return {middle - half, middle + half};
}

}  // namespace

Interval difference_ci95(std::int64_t a, std::int64_t of_a, std::int64_t b, std::int64_t of_b) {
  const double n = static_cast<double>(of_a), m = static_cast<double>(of_b);
  const double p = static_cast<double>(a) / n, q = static_cast<double>(b) / m;
  const Ends of_p = wilson(static_cast<double>(a), n), of_q = wilson(static_cast<double>(b), m);
  return {p - q - std::hypot(p - of_p.low, of_q.high - q),
          p - q + std::hypot(of_p.high - p, q - of_q.low)};
}

std::optional<double> GateGroup::won_share() const {
  if (decided() < kGivenFrom) return std::nullopt;
  return static_cast<double>(won) / static_cast<double>(decided());
}

GateStatistics::GateStatistics(std::vector<GateQuestion> questions,
                               const std::vector<GateOverride>& overridden, int open_stages)
    : questions_(std::move(questions)),
      overridden_(overridden),
      groups_(questions_.size()),
      stages_(static_cast<std::size_t>(open_stages)),
      passes_(stages_.size()) {
  std::stable_sort(overridden_.begin(), overridden_.end(),
                   [](const GateOverride& x, const GateOverride& y) { return x.deal < y.deal; });
}

// Moving forward goes through the gate of every stage from where the deal was open last; being on
// hold in between opens none.
void GateStatistics::read_passes(const CohortDeal& deal) {
  std::fill(passes_.begin(), passes_.end(), Pass{});
  const int open = static_cast<int>(stages_.size());
  int position = -1;
  const auto pass = [&](int up_to, std::optional<std::int64_t> at) {
    for (int stage = position; stage >= 0 && stage < up_to; ++stage) {
      Pass& here = passes_[static_cast<std::size_t>(stage)];
      here.entered = true;
      if (!here.passed) here.at = at;
      here.passed = true;
    }
  };
  for (const CohortRow& row : deal.rows) {
    if (row.begins) position = -1;
    if (row.stage < open) {
      pass(row.stage, row.in);
      position = row.stage;
      passes_[static_cast<std::size_t>(row.stage)].entered = true;
    }
    if (row.to == kToWon) pass(open, row.out);
  }
}

bool GateStatistics::was_overridden(std::int64_t deal, const std::string& criterion) const {
  auto at = std::lower_bound(overridden_.begin(), overridden_.end(), deal,
                             [](const GateOverride& x, std::int64_t id) { return x.deal < id; });
  for (; at != overridden_.end() && at->deal == deal; ++at)
    if (at->criterion == criterion) return true;
  return false;
}

void GateStatistics::add(const CohortDeal& deal) {
  if (deal.is_imported) {
    ++imported_;
    return;
  }
  read_passes(deal);
  for (std::size_t s = 0; s < stages_.size(); ++s) {
    if (!passes_[s].entered) continue;
    ++stages_[s].entered;
    if (passes_[s].passed) ++stages_[s].passed;
    if (!passes_[s].passed && deal.ending == Ending::lost) ++stages_[s].lost;
  }
  for (std::size_t i = 0; i < questions_.size(); ++i) {
    const GateQuestion& question = questions_[i];
    const Pass& pass = passes_[static_cast<std::size_t>(question.stage)];
    if (!pass.passed || !pass.at || *pass.at < question.since) continue;
    GateGroup& group =
        was_overridden(deal.id, question.criterion) ? groups_[i].overridden : groups_[i].met;
    ++group.deals;
    if (deal.ending == Ending::won) ++group.won;
    if (deal.ending == Ending::lost) ++group.lost;
  }
}

GateFinding GateStatistics::finding(std::size_t question) const {
  const Groups& groups = groups_[question];
  GateFinding finding{groups.met, groups.overridden, std::nullopt, {}, GateVerdict::cannot_tell};
  const std::optional<double> met = finding.met.won_share();
  const std::optional<double> overridden = finding.overridden.won_share();
  if (!met || !overridden) return finding;
  finding.difference = *met - *overridden;
  finding.ci95 = difference_ci95(finding.met.won, finding.met.decided(), finding.overridden.won,
                                 finding.overridden.decided());
  if (*finding.ci95.low > 0) finding.verdict = GateVerdict::won_more;
  if (*finding.ci95.high < 0) finding.verdict = GateVerdict::won_less;
  return finding;
}

}  // namespace stagecoach::cycle
