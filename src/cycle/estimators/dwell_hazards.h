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
  // How many were still there, and watched, once a day had ended. Ascending.
  struct Left {
    std::int64_t day = 0;
    std::int64_t stays = 0;
  };

  std::vector<HazardDay> days;  // ascending
  std::vector<Left> left;       // each day on which the number changed
  std::int64_t stays = 0;       // all that count
  std::int64_t from_entry = 0;  // of them, those watched from their beginning
  std::int64_t exits = 0;       // of them, those that led anywhere

  // How many stays went on for longer than `dwell` and were watched there.
  std::int64_t longer_than(std::int64_t dwell) const;
};

// Counts stays, millions of them in a few megabytes: by state, day and place. Longer stays than
// kDwellMax (ten years) count as that. Not synchronised.
class StayCounter {
 public:
  static constexpr std::int64_t kDwellMax = 3'653;

  explicit StayCounter(int states);

  // Stays that cannot count are left out: a negative dwell, or a delayed entry at or after the end.
  // REQUIRES: `state` and a `to` >= 0 are below the number of states.
  void add(const Stay& stay);
  // One element per state.
  std::vector<StateHazards> hazards() const;

 private:
  // What happened to the stays of one state on one day: how many began to be watched after it, and
  // how many ended, by place.
  std::size_t begins_at(std::int64_t day) const { return static_cast<std::size_t>(day) * width_; }
  std::size_t ends_at(std::int64_t day, int to) const {
    return begins_at(day) + static_cast<std::size_t>(to - kNoEnd) + 1;
  }
  StateHazards hazards_of(const std::vector<std::int64_t>& counts) const;

  std::size_t width_;
  std::vector<std::vector<std::int64_t>> counts_;  // per state, as many days as were seen
};

// The same of a list.
std::vector<StateHazards> dwell_hazards(std::span<const Stay> stays, int states);

}  // namespace stagecoach::cycle
