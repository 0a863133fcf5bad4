#include "cycle/bottleneck/stay_ledger.h"

#include <algorithm>
#include <limits>

namespace stagecoach::cycle {
namespace {

std::uint16_t narrow(std::uint32_t group) {
  return static_cast<std::uint16_t>(
      std::min<std::uint32_t>(group, std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

void StayLedger::add(const LedgerStay& stay) {
  const std::int64_t days = std::min(stay.days, kDaysMax);
  if (days < 0 || (stay.days_unseen > 0 && stay.days_unseen >= days)) return;
  if (stay.days_unseen > 0)
    late_.push_back({static_cast<std::uint32_t>(cell_.size()), stay.days_unseen});
  const auto row = static_cast<std::size_t>(stay.stage) * kDays + static_cast<std::size_t>(days);
  cell_.push_back(
      static_cast<std::uint32_t>(row * width() + static_cast<std::size_t>(stay.to - kNoEnd)));
  cluster_.push_back(stay.cluster);
  day_.push_back(static_cast<std::uint16_t>(days));
  peer_.push_back(narrow(stay.peer));
  period_.push_back(narrow(stay.period));
  stage_.push_back(static_cast<std::uint8_t>(stay.stage));
  to_.push_back(static_cast<std::int8_t>(stay.to));
  longest_ = std::max(longest_, static_cast<std::size_t>(days));
  clusters_ = std::max(clusters_, stay.cluster + 1);
  peers_ = std::max<std::uint32_t>(peers_, peer_.back() + 1u);
  periods_ = std::max<std::uint32_t>(periods_, period_.back() + 1u);
}

LedgerCount StayLedger::count(std::span<const std::uint8_t> weights) const {
  const auto stages = static_cast<std::size_t>(stages_);
  // Rows of as many days as were seen; cells are numbered as if all kDays were there.
  const std::size_t days = longest_ + 1, of_stage = days * width();
  std::vector<std::uint32_t> ended(stages * of_stage, 0), late(stages * days, 0),
      from_entry(stages, 0);
  std::vector<std::size_t> unseen(stages);  // cells of the stages before that are not there
  for (std::size_t s = 0; s < stages; ++s) unseen[s] = s * (kDays - days) * width();
  LedgerCount found;
  found.peers.resize(peers_ * stages);
  found.periods.resize(periods_ * stages);
  const auto file = [](GroupCount& group, std::int64_t weight, std::int64_t day, bool lost) {
    group.lost += lost ? weight : 0;
    group.went_on += lost ? 0 : weight;
    group.days_on += lost ? 0 : weight * day;
  };
  for (std::size_t i = 0; i < cell_.size(); ++i) {
    const std::uint32_t weight = weights[cluster_[i]];
    if (weight == 0) continue;
    ended[cell_[i] - unseen[stage_[i]]] += weight;
    from_entry[stage_[i]] += weight;
    if (to_[i] == kNoEnd) continue;
    file(found.peers[peer_[i] * stages + stage_[i]], weight, day_[i], to_[i] == kEndsLost);
    file(found.periods[period_[i] * stages + stage_[i]], weight, day_[i], to_[i] == kEndsLost);
  }
  for (const Late& each : late_) {
    const std::uint32_t weight = weights[cluster_[each.stay]];
    const std::size_t stage = stage_[each.stay];
    late[stage * days + static_cast<std::size_t>(each.unseen)] += weight;
    from_entry[stage] -= weight;
  }
  for (std::size_t s = 0; s < stages; ++s)
    found.chain.push_back(chain_stage(std::span(ended).subspan(s * of_stage, of_stage),
                                      std::span(late).subspan(s * days, days), from_entry[s]));
  return found;
}

ChainStage StayLedger::chain_stage(std::span<const std::uint32_t> ended,
                                   std::span<const std::uint32_t> late,
                                   std::uint32_t from_entry) const {
  std::vector<double> share(width(), 0.0);
  double still = 1.0, days_on = 0.0, days_lost = 0.0;
  std::int64_t at_risk = from_entry;
  for (std::size_t day = 0; day < late.size(); ++day) {
    if (day > 0) at_risk += late[day - 1];
    const auto today = ended.subspan(day * width(), width());
    std::int64_t gone = today[0];  // no end: censored after those that ended
    double leaving = 0.0;
    for (std::size_t way = 1; way < width(); ++way) {
      if (today[way] == 0) continue;
      gone += today[way];
      const double part = still * today[way] / static_cast<double>(at_risk);
      const bool lost = static_cast<int>(way) + kNoEnd == kEndsLost;
      share[way] += part;
      (lost ? days_lost : days_on) += part * static_cast<double>(day);
      leaving += part;
    }
    still -= leaving;
    at_risk -= gone;
  }
  // What nobody has seen the end of is spread over the ends that were seen.
  ChainStage stage;
  double all = 0.0;
  for (const double part : share) all += part;
  if (all <= 0.0) return stage;
  const double lost = share[static_cast<std::size_t>(kEndsLost - kNoEnd)];
  for (std::size_t way = 1; way < width(); ++way)
    if (share[way] > 0.0) stage.ways.push_back({static_cast<int>(way) + kNoEnd, share[way] / all});
  stage.days_on = all > lost ? days_on / (all - lost) : 0.0;
  stage.days_lost = lost > 0.0 ? days_lost / lost : 0.0;
  return stage;
}

std::vector<double> StayLedger::squares(const std::vector<std::uint16_t>& groups,
                                        std::size_t count) const {
  const auto stages = static_cast<std::size_t>(stages_);
  std::vector<double> sums(count * stages, 0.0);
  for (std::size_t i = 0; i < cell_.size(); ++i) {
    if (to_[i] == kNoEnd || to_[i] == kEndsLost) continue;
    sums[groups[i] * stages + stage_[i]] += static_cast<double>(day_[i]) * day_[i];
  }
  return sums;
}

}  // namespace stagecoach::cycle
