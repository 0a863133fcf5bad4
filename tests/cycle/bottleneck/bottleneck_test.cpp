// What is found in organisations of which the truth is known.
#include "cycle/bottleneck/bottleneck.h"

#include <gmock/gmock.h>

#include <array>

#include "cycle/bottleneck/organisation.h"

namespace stagecoach::cycle {
namespace {

Bottleneck find(const StayLedger& ledger, int threads = 1) {
  Bootstrap bootstrap;
  bootstrap.replicates = 100;
  bootstrap.threads = threads;
  return *find_bottleneck(ledger, kOrganisationFlow, bootstrap);
}

TEST(Bottleneck, NamesTheStageThatLosesAndNotItsLength) {
  int named = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Bottleneck found = find(ledger_of({2'000, 10, -1, 2, .1}, seed));
    if (!found.worst() || found.worst()->stage != 2) continue;
    ++named;
    const StageFinding& worst = *found.worst();
    EXPECT_EQ(worst.lost_share.against, Yardstick::peers);
    EXPECT_GT(worst.gain.by_conversion, std::abs(worst.gain.by_days));
    EXPECT_LE(worst.total.low, worst.gain.total);
    EXPECT_GE(worst.total.high, worst.gain.total * .7);
    EXPECT_GT(worst.gain.arrival_limited, 0.0);
  }
  EXPECT_GE(named, 18);
}

TEST(Bottleneck, NamesTheStageThatIsSlowAndSaysThatSpeedIsOnce) {
  int named = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Bottleneck found = find(ledger_of({2'000, 10, 1, -1, .1}, seed));
    if (!found.worst() || found.worst()->stage != 1) continue;
    ++named;
    EXPECT_EQ(found.worst()->days_on.against, Yardstick::peers);
    EXPECT_GT(found.worst()->gain.by_days, 0.0);
    EXPECT_GT(found.worst()->gain.pulled_forward_once, 0.0);
    EXPECT_NEAR(found.worst()->gain.arrival_limited, 0.0, 1e-9);
  }
  EXPECT_GE(named, 18);
}

TEST(Bottleneck, WhereAllAreAlikeItCannotTell) {
  int alarms = 0;
  for (unsigned seed = 1; seed <= 40; ++seed)
    if (find(ledger_of({1'500, 10, -1, -1, .1}, seed)).worst()) ++alarms;
  EXPECT_LE(alarms, 4);
}

TEST(Bottleneck, OneOrTwoPeopleAreHeldAgainstTheirOwnPast) {
  const StayLedger ledger = ledger_of({3'000, 2, -1, -1, 0}, 1);
  for (const StageFinding& stage : find(ledger).stages) {
    EXPECT_NE(stage.lost_share.against, Yardstick::peers);
    EXPECT_NE(stage.days_on.against, Yardstick::peers);
  }
}

TEST(Bottleneck, TheNumberOfThreadsDoesNotMatter) {
  const StayLedger ledger = ledger_of({1'000, 10, 1, 2, .2}, 7);
  const Bottleneck one = find(ledger, 1), three = find(ledger, 3);
  ASSERT_EQ(one.stages.size(), three.stages.size());
  for (std::size_t s = 0; s < one.stages.size(); ++s) {
    EXPECT_EQ(one.stages[s].total.low, three.stages[s].total.low);
    EXPECT_EQ(one.stages[s].total.high, three.stages[s].total.high);
  }
}

TEST(Bottleneck, StopsWhenItIsTold) {
  Bootstrap bootstrap;
  bootstrap.is_stopped = [] { return true; };
  EXPECT_FALSE(find_bottleneck(ledger_of({}, 1), kOrganisationFlow, bootstrap));
}

TEST(Bottleneck, NothingAtAllIsNoFinding) {
  EXPECT_EQ(find(StayLedger(kOrganisationStages)).worst(), nullptr);
  EXPECT_EQ(find(ledger_of({3, 1, -1, -1, 0}, 1)).worst(), nullptr);
  EXPECT_EQ(find(ledger_of({500, 10, -1, -1, 1.0}, 1)).worst(), nullptr);  // all open
}

// Half of those that leave on day 1 are seen to; the others were cut off on it. The chain is that
// of the cumulative incidence, not of the closed ones: .5 on at 1 day, then half at 3.
TEST(StayLedger, OpenStaysCount) {
  StayLedger ledger(2);
  ledger.add({0, 1, 0, 1, 0, 0, 0});
  ledger.add({0, 1, 0, kNoEnd, 1, 0, 0});
  ledger.add({0, 3, 0, kEndsLost, 2, 0, 0});
  ledger.add({0, 3, 0, 1, 3, 0, 0});
  const LedgerCount count = ledger.count(std::vector<std::uint8_t>(4, 1));
  // Day 1: 1 of 4 goes on (.25); day 3: 2 at risk, .375 lost and .375 on.
  EXPECT_NEAR(count.chain[0].share_to(1), .625, 1e-12);
  EXPECT_NEAR(count.chain[0].share_to(kEndsLost), .375, 1e-12);
  EXPECT_NEAR(count.chain[0].days_on, (.25 * 1 + .375 * 3) / .625, 1e-12);
  EXPECT_NEAR(count.chain[0].days_lost, 3.0, 1e-12);
  // One that was watched only after the first day is not at risk on it.
  ledger.add({0, 3, 1, 1, 4, 0, 0});
  EXPECT_NEAR(ledger.count(std::vector<std::uint8_t>(5, 1)).chain[0].share_to(kEndsLost), .75 / 3,
              1e-12);
  // A weight counts as that many stays.
  const std::vector<std::uint8_t> twice = {2, 2, 2, 2, 0};
  EXPECT_NEAR(ledger.count(twice).chain[0].share_to(1), .625, 1e-12);
}

TEST(WhatIf, WithoutAChangeNothingChanges) {
  const Bottleneck found = find(ledger_of({1'000, 10, 1, 2, .2}, 3));
  const WhatIf same = what_if(found, {});
  EXPECT_DOUBLE_EQ(same.won_now, same.won_then);
  EXPECT_DOUBLE_EQ(same.gain, 0.0);
  EXPECT_DOUBLE_EQ(same.gain_range.high, 0.0);
  EXPECT_LE(same.won_range.low, same.won_now);
  EXPECT_GE(same.won_range.high, same.won_now);
}

TEST(WhatIf, LosingLessAndWaitingLessIsWorthMore) {
  const Bottleneck found = find(ledger_of({1'000, 10, 1, 2, .2}, 3));
  const StageChange fewer{2, {found.chain[2].share_to(kEndsLost) / 2, {}}};
  const StageChange faster{1, {{}, found.chain[1].days_on / 2}};
  const WhatIf one = what_if(found, std::array{fewer});
  const WhatIf both = what_if(found, std::array{fewer, faster});
  EXPECT_GT(one.won_then, one.won_now);
  EXPECT_GT(one.gain_range.low, 0.0);
  EXPECT_LT(both.days_then, both.days_now);
  EXPECT_GT(both.gain, one.gain);
}

}  // namespace
}  // namespace stagecoach::cycle
