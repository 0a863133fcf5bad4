// From stays in the stages of a pipeline to the hazard of leaving each, day by day and by where to:
// what the semi-Markov model is made of. Pure functions, safe from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stagecoach::cycle {

// Where a stay led: a state, or one of these.
inline constexpr int kEndsWon = -1, kEndsLost = -2, kNoEnd = -3;

// One visit to a state by the clock of its own. `to` is kNoEnd where the deal is still there, or
// was watched no longer.
struct Stay {
  int state = 0;
  std::int64_t dwell = 0;  // days, never negative
  int to = kNoEnd;
  std::int64_t entry = 0;  // > 0: watched only after this many days in the state
};

// Of those still there just before `day`, the share that leaves on it to `to`.
struct Hazard {
  int to = kEndsWon;
  double share = 0;
};

// A day on which anybody left. Ties: exits come before censorings.
struct HazardDay {
  std::int64_t day = 0;
  double at_risk = 0;
  std::vector<Hazard> hazards;  // by `to`, each once
};

struct StateHazards {
  std::vector<HazardDay> days;       // ascending
  std::vector<std::int64_t> ends;    // of every stay, however it ended, ascending
  std::vector<std::int64_t> begins;  // delayed entries, ascending; empty where there are none

  // How many stays went on for longer than `dwell` and were watched there.
  std::int64_t longer_than(std::int64_t dwell) const;
};

// One element per state 0..states-1. Stays that cannot count are left out: a negative dwell, or a
// delayed entry at or after the end. REQUIRES: every `state` and every `to` >= 0 is below `states`.
std::vector<StateHazards> dwell_hazards(std::span<const Stay> stays, int states);

}  // namespace stagecoach::cycle
