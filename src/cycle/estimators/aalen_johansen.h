// Aalen-Johansen, clock-forward: where a deal that starts in one state is expected to be at each
// later time, moves back and forth included. Descriptive; predictions are semi-Markov.
//
//   p <- p M, M = I + dA;  Cov <- M' Cov M + sum_h p_h^2 (diag(q_h) - q_h q_h') / n_h
// with q_h = row h of M and p before the update (multinomial increments, as R's etm).
// Pure functions, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace stagecoach::cycle {

// One stay in a state: at risk of leaving it in (enter, exit]. A stay of zero length is never at
// risk; bridge it (give the move that skips it) before calling.
struct Sojourn {
  int state = 0;
  std::int64_t enter = 0;
  std::int64_t exit = 0;
  std::optional<int> next;  // unset: censored at `exit`
};

inline constexpr std::int64_t kAbsorbs = -1;  // a state without a stay: nothing to be at risk of

struct OccupationStep {
  std::int64_t time = 0;
  std::vector<double> probability;    // per state, sums to 1
  std::vector<double> se;             // per state
  std::vector<std::int64_t> at_risk;  // per state, just before `time` (after it in the first
                                      // step); kAbsorbs where none leaves

  // The estimate rests on too little where a state that still holds mass was seen with so few.
  bool rests_on_fewer_than(std::int64_t n) const;
};

// One step per time in (from_time, until] at which anybody moves, preceded by the start itself.
// States are 0..states-1; those without a stay (won, lost) absorb.
std::vector<OccupationStep> aalen_johansen(std::span<const Sojourn> sojourns, int states,
                                           int start_state, std::int64_t from_time,
                                           std::int64_t until);

}  // namespace stagecoach::cycle
