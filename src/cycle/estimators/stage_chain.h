// The stages as one chain: how many of those that begin are won, how long it takes, and what it
// would bring if one stage did better. Pure functions, safe from any thread.
#pragma once

#include <optional>
#include <vector>

#include "cycle/estimators/dwell_hazards.h"

namespace stagecoach::cycle {

// Of the stays in a stage, the share that led to one place.
struct Way {
  int to = kEndsWon;
  double share = 0;
};

struct ChainStage {
  std::vector<Way> ways;  // shares sum to 1
  double days_on = 0;     // mean stay of those that went anywhere but to lost
  double days_lost = 0;   // mean stay of those that were lost

  double share_to(int to) const;
  double mean_days() const;
};

// From entry of the first stage.
struct ChainOutcome {
  double won = 0;   // probability
  double days = 0;  // mean time over all exits, whatever they are
};
ChainOutcome outcome_of(const std::vector<ChainStage>& chain);

// A stage at its target: what is lost less goes to the later stages and to won, in proportion to
// what goes there already; the stays of those that are lost shorten as the others' do.
struct StageTarget {
  std::optional<double> lost_share;  // unset: as it is
  std::optional<double> days_on;
};
ChainStage at_target(const ChainStage& stage, int number, const StageTarget& target);

// Value won in 30 days: WIP * P(win) * value / E[time over all exits] * 30. (The usual formula
// divides by the time to win and so breaks Little's law.)
double velocity(double wip, const ChainOutcome& outcome, double value);

// What flows through the chain.
struct Flow {
  double starts_per_day = 0;
  double wip = 0;    // open deals
  double value = 0;  // of a won deal, on average
};

// More value won in 30 days with one stage at its target. `by_days` and `by_conversion` are the
// parts of `total` that shorter stays and fewer losses bring (Shapley values: each part is the mean
// of what it adds first and what it adds last).
struct Gain {
  double total = 0;
  double by_days = 0;
  double by_conversion = 0;
  double days_alone = 0;
  double conversion_alone = 0;
  // Where new deals, not hands, are what is short: 30 * starts * value * (more won of each). Speed
  // alone then brings only this, once: starts * P(win) * value * days saved.
  double arrival_limited = 0;
  double pulled_forward_once = 0;
};
Gain gain_at_target(const std::vector<ChainStage>& chain, int number, const StageTarget& target,
                    const Flow& flow);

}  // namespace stagecoach::cycle
