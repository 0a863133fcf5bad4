// Deals from a process of which the truth is known.
#pragma once

#include <algorithm>
#include <random>
#include <string>

#include "cycle/history.h"

namespace stagecoach::cycle {

// A pipeline whose deals wait a geometric number of days in each stage, then go on, back, or are
// lost; the longer a deal waits, the likelier it is lost.
// `tells` false: how it ends is tossed, whatever the stage or the wait.
class Simulation {
 public:
  static constexpr int kStages = 4;

  explicit Simulation(unsigned seed, bool tells = true) : random_(seed), tells_(tells) {}

  // Starts spread over `days`, each deal followed to its end.
  HistorySet deals(int count, std::int64_t days) {
    HistorySet set;
    set.stage_order_given = true;
    for (int s = 0; s < kStages; ++s) set.stages.push_back("stage " + std::to_string(s));
    for (int i = 0; i < count; ++i) {
      DealHistory deal;
      deal.key = std::to_string(i);
      follow(deal, std::uniform_int_distribution<std::int64_t>(0, days)(random_));
      set.deals.push_back(std::move(deal));
    }
    set.as_of = days;
    return set;
  }

 private:
  bool happens(double share) { return std::bernoulli_distribution(share)(random_); }

  void follow(DealHistory& deal, std::int64_t at) {
    deal.start = at;
    for (int stage = 0;;) {
      deal.entries.push_back({stage, at});
      std::int64_t waited = 0;
      do {
        ++waited;
        ++at;
      } while (!happens(.08 + .02 * stage));
      const double lost = std::min(.8, .15 + .015 * static_cast<double>(waited));
      if (tells_ && happens(lost)) return end(deal, Ending::lost, at);
      if (!tells_ && stage == 0) return end(deal, happens(.5) ? Ending::won : Ending::lost, at);
      if (stage > 0 && happens(.1)) {
        --stage;
      } else if (stage == kStages - 1) {
        return end(deal, Ending::won, at);
      } else {
        ++stage;
      }
    }
  }
  void end(DealHistory& deal, Ending ending, std::int64_t at) {
    deal.ending = ending;
    deal.ended_at = at;
  }

  std::mt19937 random_;
  bool tells_;
};

}  // namespace stagecoach::cycle
