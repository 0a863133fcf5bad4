// Random and hand-made histories for the tests of the cycle.
#pragma once

#include <algorithm>
#include <random>
#include <string>

#include "cycle/history.h"

namespace stagecoach::cycle {

class HistoryMaker {
 public:
  explicit HistoryMaker(unsigned seed) : engine_(seed) {}

  std::int64_t between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }
  bool chance(int percent) { return between(1, 100) <= percent; }
  std::mt19937& engine() { return engine_; }

  // Deals that go forward, back and jump, stand still, are lost, merged, won, reopened; some with
  // unknown times. Days 0 to about 300; as_of lies within, so that some of it is still to come.
  HistorySet set(int deals, int stages) {
    HistorySet set;
    for (int s = 0; s < stages; ++s) set.stages.push_back("Stage " + std::to_string(s));
    set.stage_order_given = true;
    set.as_of = between(120, 260);
    for (int i = 0; i < deals; ++i) set.deals.push_back(deal(i, stages));
    return set;
  }

 private:
  Episode episode(std::int64_t start, int stages) {
    Episode e;
    if (!chance(8)) e.start = start;
    if (chance(5)) {  // known by its current stage only
      e.start.reset();
      e.entries = {{static_cast<int>(between(0, stages - 1)), kUnknownTime}};
      return e;
    }
    std::int64_t at = start;
    for (int stage = static_cast<int>(between(0, 1)) % stages; e.entries.size() < 12;) {
      e.entries.push_back({stage, at});
      at += chance(15) ? 0 : between(1, 40);
      if (chance(20)) return end(e, Ending::lost, at);
      if (chance(4)) return end(e, Ending::censored, at);
      if (chance(12)) return e;
      if (stage == stages - 1 || chance(6)) return end(e, Ending::won, at);
      const auto jump = chance(15) ? -between(1, 2) : chance(15) ? between(2, 3) : 1;
      stage = static_cast<int>(std::clamp<std::int64_t>(stage + jump, 0, stages - 1));
    }
    return e;
  }

  Episode end(Episode e, Ending ending, std::int64_t at) {
    e.ending = ending;
    e.ended_at = at;
    return e;
  }

  DealHistory deal(int number, int stages) {
    DealHistory deal;
    deal.key = "deal " + std::to_string(number);
    static_cast<Episode&>(deal) = episode(between(0, 250), stages);
    while (deal.ended_at && deal.ending != Ending::censored && chance(15)) {
      const std::int64_t again = *deal.ended_at + between(0, 30);
      deal.earlier.push_back(deal);
      static_cast<Episode&>(deal) = episode(again, stages);
    }
    return deal;
  }

  std::mt19937 engine_;
};

}  // namespace stagecoach::cycle
