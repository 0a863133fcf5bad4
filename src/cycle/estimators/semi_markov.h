// Semi-Markov prediction, clock-reset and daily: what becomes of a deal that has spent u days in
// its stage. Moves back and forth included; a deal is won, lost, or unresolved by the horizon.
//
// Kernel q_sj(v) = S_s(v-) h_sj(v), from the hazards of each state (shrunk or not). With Q(v) the
// matrix of moves between states,
//   W(n) = (I - Q(0))^-1 [ sum_{v<=n} q_.won(v) + sum_{1<=v<=n} Q(v) W(n-v) ], lost alike, and
//   P(won within n | dwell > u)
//     = sum_{v=u+1..u+n} [ q_s,won(v) + sum_j q_sj(v) W_j(n-v+u) ] / S_s(u).
// (Howard, Dynamic Probabilistic Systems II, 1971, ch. 10: first passage of a semi-Markov chain.)
//
// Pure, immutable after construction, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cycle/estimators/dwell_hazards.h"

namespace stagecoach::cycle {

// The three sum to 1.
struct Outlook {
  double won = 0;
  double lost = 0;
  double unresolved = 1;
};

class SemiMarkov {
 public:
  // `horizon` in days: what is not decided by then stays unresolved.
  SemiMarkov(const std::vector<StateHazards>& states, std::int64_t horizon);

  std::int64_t horizon() const { return horizon_; }
  int states() const { return static_cast<int>(kernel_.size()); }

  // Of a deal that has been in `state` for `dwell` days or more (entry: unset), within `days`, at
  // most the horizon. Nothing of the state is known beyond `dwell`: all unresolved.
  Outlook outlook(int state, std::optional<std::int64_t> dwell, std::int64_t days) const;
  Outlook outlook(int state, std::optional<std::int64_t> dwell = {}) const {
    return outlook(state, dwell, horizon_);
  }

  // Days from now until a deal that will be won within the horizon is won: the smallest number by
  // which a share `q` of those wins has happened. Unset: none is won.
  std::optional<std::int64_t> days_to_win(int state, std::optional<std::int64_t> dwell,
                                          double q) const;
  // The mean of the same, from entry of the state.
  std::optional<double> mean_days_to_win(int state) const;

  // Whether the past says nothing about a deal that old: fewer than `enough` stays went on for
  // longer, or none of those was seen to its end in a way that bears on winning.
  bool is_without_precedent(int state, std::int64_t dwell, std::int64_t enough = 5) const;

  // Whether the past shows what happens in `state` up to `day`: all have left by then, or at least
  // `enough` were watched for longer.
  bool sees(int state, std::int64_t day, std::int64_t enough = 5) const;
  // How many stays of the past went on for longer.
  std::int64_t longer_than(int state, std::int64_t dwell) const {
    return kernel(state).hazards.longer_than(dwell);
  }

  // The smallest number of days after which a deal still in `state` is less than half as likely to
  // be won as on entry. Unset: that never comes.
  std::optional<std::int64_t> rotten_after(int state) const;

 private:
  struct Exit {
    std::int64_t day = 0;
    int to = kEndsWon;
    double q = 0;
  };
  struct StateKernel {
    std::vector<Exit> exits;  // by day
    StateHazards hazards;
  };
  struct Reached {
    std::vector<double> won, lost;  // by day 0..horizon
  };

  void solve();
  const StateKernel& kernel(int state) const { return kernel_[static_cast<std::size_t>(state)]; }
  double share_longer_than(int state, std::optional<std::int64_t> dwell) const;

  std::int64_t horizon_ = 0;
  std::vector<StateKernel> kernel_;
  std::vector<Reached> reached_;  // from entry of each state
};

}  // namespace stagecoach::cycle
