// Organisations of which the truth is known.
#pragma once

#include <random>

#include "cycle/bottleneck/stay_ledger.h"

namespace stagecoach::cycle {

inline constexpr int kOrganisationStages = 4;
inline constexpr Flow kOrganisationFlow{2.0, 150.0, 1.0};

// People who work deals through four stages. In `slow` and `leaky` every second person takes twice
// as long and loses thrice as many there; elsewhere all are alike.
struct Organisation {
  int deals = 2'000;
  int people = 10;
  int slow = -1, leaky = -1;
  double open = 0.0;  // the share of deals that is cut off in the middle
};

inline StayLedger ledger_of(const Organisation& org, unsigned seed) {
  std::mt19937 random(seed);
  const auto happens = [&](double p) { return std::bernoulli_distribution(p)(random); };
  StayLedger ledger(kOrganisationStages);
  for (int i = 0; i < org.deals; ++i) {
    const int person = i % org.people;
    for (int stage = 0; stage < kOrganisationStages; ++stage) {
      const bool worse = person % 2 == 0;
      const double leaves = stage == org.slow && worse ? .06 : .12;
      const auto days = 1 + std::geometric_distribution<std::int64_t>(leaves)(random);
      const double lost = stage == org.leaky ? (worse ? .45 : .15) : .2;
      LedgerStay stay{stage, days, 0, stage + 1 == kOrganisationStages ? kEndsWon : stage + 1,
                      0,     0,    0};
      stay.cluster = static_cast<std::uint32_t>(i / 2);
      stay.peer = static_cast<std::uint32_t>(person);
      stay.period = static_cast<std::uint32_t>(i * 8 / org.deals);
      const bool cut = happens(org.open), gone = happens(lost);
      if (gone) stay.to = kEndsLost;
      if (cut) stay.to = kNoEnd;
      ledger.add(stay);
      if (cut || gone) break;
    }
  }
  return ledger;
}

}  // namespace stagecoach::cycle
