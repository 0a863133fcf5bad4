#include "cycle/bottleneck/bottleneck.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <thread>

#include "cycle/estimators/benjamini_hochberg.h"
#include "cycle/estimators/shrinkage.h"

namespace stagecoach::cycle {
namespace {

constexpr double kLow = 0.1, kHigh = 0.9, kBetterQuarter = 0.25;

// Linear between the order statistics (type 7).
double quantile(std::vector<double> values, double q) {
  if (values.empty()) return 0.0;
  std::sort(values.begin(), values.end());
  const double place = q * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

Range range_of(const std::vector<double>& values) {
  return {quantile(values, kLow), quantile(values, kHigh)};
}

double p_of(double chi2, std::size_t groups) {
  if (groups < 2 || !(chi2 > 0.0)) return 1.0;
  const boost::math::chi_squared_distribution<double> of(static_cast<double>(groups - 1));
  return boost::math::cdf(boost::math::complement(of, chi2));
}

// How the groups of one stage are judged: found once, from what was seen, and used for every draw.
struct Judgement {
  Yardstick against = Yardstick::none;
  std::vector<std::size_t> groups;  // with enough exits
  // What the common value counts for beside a group's own, in stays.
  double lost_strength = kStrengthMax, days_strength = kStrengthMax;
  double lost_p = 1, days_p = 1;
  bool lost_differs = false, days_differs = false;
};

struct Groups {
  const std::vector<GroupCount>& counts;
  int stages;

  const GroupCount& at(std::size_t group, int stage) const {
    return counts[group * static_cast<std::size_t>(stages) + static_cast<std::size_t>(stage)];
  }
};

GroupCount sum_of(const Groups& groups, const std::vector<std::size_t>& among, int stage) {
  GroupCount all;
  for (const std::size_t group : among) {
    const GroupCount& one = groups.at(group, stage);
    all.went_on += one.went_on;
    all.lost += one.lost;
    all.days_on += one.days_on;
  }
  return all;
}

// Pearson's test that all groups lose the same share.
void judge_lost(Judgement& judged, const Groups& groups, int stage) {
  const GroupCount all = sum_of(groups, judged.groups, stage);
  const double p = static_cast<double>(all.lost) / static_cast<double>(all.ended());
  if (p <= 0.0 || p >= 1.0) return;
  std::vector<Share> shares;
  double chi2 = 0.0;
  for (const std::size_t group : judged.groups) {
    const GroupCount& one = groups.at(group, stage);
    const auto n = static_cast<double>(one.ended());
    chi2 += (one.lost - n * p) * (one.lost - n * p) / (n * p * (1 - p));
    shares.push_back({one.lost, one.ended()});
  }
  const BetaPrior prior = fit_beta_binomial(shares);
  judged.lost_strength = prior.a + prior.b;
  judged.lost_p = p_of(chi2, judged.groups.size());
}

// Large-sample analysis of variance, and the variance between groups by moments (DerSimonian and
// Laird 1986).
void judge_days(Judgement& judged, const Groups& groups, const std::vector<double>& squares,
                int stage) {
  const GroupCount all = sum_of(groups, judged.groups, stage);
  const auto n = static_cast<double>(all.went_on);
  if (n < 2) return;
  const double mean = static_cast<double>(all.days_on) / n;
  double within = 0.0, between = 0.0, squared = 0.0;
  std::size_t used = 0;
  for (const std::size_t group : judged.groups) {
    const GroupCount& one = groups.at(group, stage);
    if (one.went_on == 0) continue;
    const auto m = static_cast<double>(one.went_on);
    const double own = static_cast<double>(one.days_on) / m;
    within +=
        squares[group * static_cast<std::size_t>(groups.stages) + static_cast<std::size_t>(stage)] -
        m * own * own;
    between += m * (own - mean) * (own - mean);
    squared += m * m;
    ++used;
  }
  if (used < 2 || n <= static_cast<double>(used)) return;
  const double variance = within / (n - static_cast<double>(used));
  if (!(variance > 0.0)) return;
  judged.days_p = p_of(between / variance, used);
  const double apart = (between - static_cast<double>(used - 1) * variance) / (n - squared / n);
  judged.days_strength = apart > 0.0 ? std::min(variance / apart, kStrengthMax) : kStrengthMax;
}

Judgement judge(const Groups& groups, std::size_t count, const std::vector<double>& squares,
                Yardstick yardstick, int stage) {
  Judgement judged;
  for (std::size_t group = 0; group < count; ++group)
    if (groups.at(group, stage).ended() >= kPeerExits) judged.groups.push_back(group);
  if (judged.groups.size() < kPeersMin) return judged;
  judged.against = yardstick;
  judge_lost(judged, groups, stage);
  judge_days(judged, groups, squares, stage);
  return judged;
}

std::vector<Judgement> judge_all(const StayLedger& ledger, const LedgerCount& count) {
  const std::vector<double> of_peers = ledger.squares_of_peers();
  const std::vector<double> of_periods = ledger.squares_of_periods();
  std::vector<Judgement> judged;
  std::vector<double> p_values;
  for (int stage = 0; stage < ledger.stages(); ++stage) {
    Judgement one =
        judge({count.peers, ledger.stages()}, ledger.peers(), of_peers, Yardstick::peers, stage);
    if (one.against == Yardstick::none)
      one = judge({count.periods, ledger.stages()}, ledger.periods(), of_periods,
                  Yardstick::past_periods, stage);
    p_values.push_back(one.lost_p);
    p_values.push_back(one.days_p);
    judged.push_back(std::move(one));
  }
  const std::vector<double> adjusted = benjamini_hochberg(p_values);
  for (std::size_t s = 0; s < judged.size(); ++s) {
    judged[s].lost_differs = adjusted[2 * s] <= kFalseDiscoveries;
    judged[s].days_differs = adjusted[2 * s + 1] <= kFalseDiscoveries;
  }
  return judged;
}

// Where the better ones are, as a part of where all are together. Both are of stays that ended; the
// part is then taken of the chain's value, in which the open ones count.
double better_part(const std::vector<double>& shrunk, double common, Yardstick against) {
  if (shrunk.empty() || !(common > 0.0)) return 1.0;
  const double better = quantile(shrunk, against == Yardstick::past_periods ? 0.0 : kBetterQuarter);
  return std::min(1.0, better / common);
}

struct Aims {
  Aim lost, days;

  StageTarget target() const {
    StageTarget to;
    if (lost.target < lost.now) to.lost_share = lost.target;
    if (days.target < days.now) to.days_on = days.target;
    return to;
  }
};

enum class Sample { seen, drawn };

// How much of the distance of one group from all counts: n / (n + m), m being what the common value
// counts for. In a draw, groups lie apart by the chance of the draw as well as by that of what was
// seen; there the part is smaller, so that draws spread about what was seen and not beyond it.
double own_part(double n, double m, Sample sample) {
  if (n <= 0.0 || m <= 0.0) return n <= 0.0 ? 0.0 : 1.0;
  const double part = n / (n + m);
  if (sample == Sample::seen) return part;
  return part * std::sqrt((1 / m + 1 / n) / (1 / m + 2 / n));
}

Aims aims_of(const Judgement& judged, const LedgerCount& count, int stages, int stage,
             Sample sample) {
  const ChainStage& chain = count.chain[static_cast<std::size_t>(stage)];
  Aims aims;
  aims.lost.now = aims.lost.target = chain.share_to(kEndsLost);
  aims.days.now = aims.days.target = chain.days_on;
  if (judged.against == Yardstick::none) return aims;
  const Groups groups{judged.against == Yardstick::peers ? count.peers : count.periods, stages};
  const GroupCount all = sum_of(groups, judged.groups, stage);
  if (all.ended() == 0 || all.went_on == 0) return aims;
  const double mean = static_cast<double>(all.days_on) / static_cast<double>(all.went_on);
  const double common = static_cast<double>(all.lost) / static_cast<double>(all.ended());
  const auto shrunk = [&](double sum, double n, double of_all, double strength) {
    return n > 0.0 ? of_all + own_part(n, strength, sample) * (sum / n - of_all) : of_all;
  };
  std::vector<double> lost, days;
  for (const std::size_t group : judged.groups) {
    const GroupCount& one = groups.at(group, stage);
    lost.push_back(shrunk(static_cast<double>(one.lost), static_cast<double>(one.ended()), common,
                          judged.lost_strength));
    days.push_back(shrunk(static_cast<double>(one.days_on), static_cast<double>(one.went_on), mean,
                          judged.days_strength));
  }
  if (judged.lost_differs) {
    aims.lost.against = judged.against;
    aims.lost.target *= better_part(lost, common, judged.against);
  }
  if (judged.days_differs) {
    aims.days.against = judged.against;
    aims.days.target *= better_part(days, mean, judged.against);
  }
  return aims;
}

// Poisson(1): how often a cluster is drawn, from a hash of replicate and cluster, so that a draw is
// the same whoever makes it.
std::uint8_t drawn(std::uint64_t seed, std::uint64_t replicate, std::uint64_t cluster) {
  std::uint64_t z = seed + (replicate << 32) + cluster + 0x9e3779b97f4a7c15ull * (cluster + 1);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;  // splitmix64 (Steele, Lea and Flood 2014)
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  z ^= z >> 31;
  const double u = static_cast<double>(z >> 11) * 0x1.0p-53;
  constexpr std::array kUpTo = {0.36787944117144233, 0.73575888234288467, 0.91969860292860584,
                                0.98101184312384626, 0.99634015317265634, 0.99940581518241833,
                                0.99991675885071196};
  return static_cast<std::uint8_t>(std::upper_bound(kUpTo.begin(), kUpTo.end(), u) - kUpTo.begin());
}

struct Draw {
  std::vector<ChainStage> chain;
  std::vector<Gain> gains;  // by stage
};

Draw draw(const StayLedger& ledger, const std::vector<Judgement>& judged, const Flow& flow,
          std::uint64_t seed, int replicate) {
  std::vector<std::uint8_t> weights(ledger.clusters());
  for (std::size_t c = 0; c < weights.size(); ++c)
    weights[c] = drawn(seed, static_cast<std::uint64_t>(replicate), c);
  LedgerCount count = ledger.count(weights);
  Draw made;
  for (int stage = 0; stage < ledger.stages(); ++stage) {
    const Aims aims = aims_of(judged[static_cast<std::size_t>(stage)], count, ledger.stages(),
                              stage, Sample::drawn);
    made.gains.push_back(gain_at_target(count.chain, stage, aims.target(), flow));
  }
  made.chain = std::move(count.chain);
  return made;
}

std::vector<Draw> draw_all(const StayLedger& ledger, const std::vector<Judgement>& judged,
                           const Flow& flow, const Bootstrap& bootstrap) {
  std::vector<Draw> draws(static_cast<std::size_t>(bootstrap.replicates));
  std::atomic<int> next = 0;
  const auto work = [&] {
    for (int r = next++; r < bootstrap.replicates; r = next++) {
      if (bootstrap.is_stopped()) return;
      draws[static_cast<std::size_t>(r)] = draw(ledger, judged, flow, bootstrap.seed, r);
      if (bootstrap.done) ++*bootstrap.done;
    }
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < bootstrap.threads; ++i) others.emplace_back(work);
  work();
  others.clear();
  return draws;
}

std::vector<ChainStage> changed(std::vector<ChainStage> chain,
                                std::span<const StageChange> changes) {
  for (const StageChange& change : changes) {
    ChainStage& stage = chain[static_cast<std::size_t>(change.stage)];
    stage = at_target(stage, change.stage, change.target);
  }
  return chain;
}

}  // namespace

const StageFinding* Bottleneck::worst() const {
  const StageFinding* most = nullptr;
  for (const StageFinding& stage : stages)
    if (stage.is_found() && (!most || stage.gain.total > most->gain.total)) most = &stage;
  return most;
}

std::optional<Bottleneck> find_bottleneck(const StayLedger& ledger, const Flow& flow,
                                          const Bootstrap& bootstrap) {
  const LedgerCount seen = ledger.count(std::vector<std::uint8_t>(ledger.clusters(), 1));
  const std::vector<Judgement> judged = judge_all(ledger, seen);
  std::vector<Draw> draws = draw_all(ledger, judged, flow, bootstrap);
  if (bootstrap.is_stopped()) return std::nullopt;
  Bottleneck found;
  found.flow = flow;
  for (int stage = 0; stage < ledger.stages(); ++stage) {
    const auto s = static_cast<std::size_t>(stage);
    const Aims aims = aims_of(judged[s], seen, ledger.stages(), stage, Sample::seen);
    StageFinding finding{stage, 0, aims.lost, aims.days, {}, {}, {}};
    for (std::size_t peer = 0; peer < ledger.peers(); ++peer)
      finding.ended += Groups{seen.peers, ledger.stages()}.at(peer, stage).ended();
    finding.gain = gain_at_target(seen.chain, stage, aims.target(), flow);
    std::vector<double> totals, arrivals;
    for (const Draw& draw : draws) {
      totals.push_back(draw.gains[s].total);
      arrivals.push_back(draw.gains[s].arrival_limited);
    }
    finding.total = range_of(totals);
    finding.arrival_limited = range_of(arrivals);
    found.stages.push_back(finding);
  }
  found.chain = seen.chain;
  for (Draw& draw : draws) found.replicates.push_back(std::move(draw.chain));
  return found;
}

WhatIf what_if(const Bottleneck& bottleneck, std::span<const StageChange> changes) {
  const Flow& flow = bottleneck.flow;
  const auto gain = [&](const ChainOutcome& now, const ChainOutcome& then) {
    return velocity(flow.wip, then, flow.value) - velocity(flow.wip, now, flow.value);
  };
  const ChainOutcome now = outcome_of(bottleneck.chain);
  const ChainOutcome then = outcome_of(changed(bottleneck.chain, changes));
  WhatIf answer{now.won, then.won, now.days, then.days, gain(now, then), {}, {}, {}};
  std::vector<double> won, days, gains;
  for (const std::vector<ChainStage>& chain : bottleneck.replicates) {
    const ChainOutcome drawn_now = outcome_of(chain);
    const ChainOutcome drawn_then = outcome_of(changed(chain, changes));
    won.push_back(drawn_then.won);
    days.push_back(drawn_then.days);
    gains.push_back(gain(drawn_now, drawn_then));
  }
  answer.won_range = range_of(won);
  answer.days_range = range_of(days);
  answer.gain_range = range_of(gains);
  return answer;
}

}  // namespace stagecoach::cycle
