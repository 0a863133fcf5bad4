// Who passed a gate, with what, and what became of them.
#include "cycle/cohort/gate_statistics.h"

#include <gtest/gtest.h>

#include "cycle/golden_table.h"

namespace stagecoach::cycle {
namespace {

GateStatistics gates_of(const VisitTable& table, std::vector<GateQuestion> questions,
                        const std::vector<GateOverride>& overridden = {}) {
  GateStatistics gates(std::move(questions), overridden, 2);
  each_cohort_deal(table, 1'000, [&](const CohortDeal& deal) { gates.add(deal); });
  return gates;
}

TEST(GateStatistics, GivesNewcombesInterval) {
  // Newcombe 1998, method 10: 56 of 70 and 48 of 80.
  const Interval ci95 = difference_ci95(56, 70, 48, 80);
  EXPECT_NEAR(*ci95.low, .0524, 1e-4);
  EXPECT_NEAR(*ci95.high, .3339, 1e-4);
  const Interval none = difference_ci95(0, 10, 0, 10);
  EXPECT_LT(*none.low, 0);
  EXPECT_GT(*none.high, 0);
}

TEST(GateStatistics, CountsWhoPassedAndWhoNeverDid) {
  constexpr int kHold = 2;
  VisitTable table(ClockUnit::days);
  table.append(0, episode({{0, 0}, {1, 5}}, Ending::won, 9));
  table.append(1, episode({{0, 0}}, Ending::lost, 9));
  table.append(2, episode({{0, 0}, {kHold, 5}, {0, 7}}, Ending::open));
  table.append(3, episode({{0, 0}, {kHold, 5}, {1, 7}}, Ending::open));
  table.append(4, episode({{1, 0}, {0, 7}}, Ending::lost, 9));
  table.append(5, episode({{0, 0}}, Ending::won, 3));
  const GateStatistics gates = gates_of(table, {{0, "a", 0}, {0, "late", 6}, {1, "b", 0}});
  EXPECT_EQ(gates.stage(0).entered, 6);
  EXPECT_EQ(gates.stage(0).passed, 3) << "deals 0, 3 and 5; being on hold passes nothing";
  EXPECT_EQ(gates.stage(0).lost, 2);
  EXPECT_EQ(gates.stage(1).entered, 4);
  EXPECT_EQ(gates.stage(1).passed, 2) << "deals 0 and 5, which jumped to won";
  EXPECT_EQ(gates.finding(0).met.deals, 3);
  EXPECT_EQ(gates.finding(0).met.won, 2);
  EXPECT_EQ(gates.finding(1).met.deals, 1) << "of deals that passed since it is in force";
  EXPECT_EQ(gates.finding(2).met.won, 2);
  EXPECT_EQ(gates.finding(0).verdict, GateVerdict::cannot_tell);
}

// `won` of `deals` each are won; the others lost.
void add_deals(VisitTable& table, std::uint32_t first, int deals, int won) {
  for (int i = 0; i < deals; ++i)
    table.append(first + static_cast<std::uint32_t>(i),
                 episode({{0, 0}, {1, 2}}, i < won ? Ending::won : Ending::lost, 5));
}

TEST(GateStatistics, SaysSoWhereTheDifferenceIsMoreThanChance) {
  VisitTable table(ClockUnit::days);
  add_deals(table, 0, 40, 30);
  add_deals(table, 100, 40, 8);
  std::vector<GateOverride> overridden;
  for (std::int64_t deal = 139; deal >= 100; --deal) overridden.push_back({deal, deal, "a"});
  overridden.push_back({3, 3, "another"});
  const GateFinding found = gates_of(table, {{0, "a", 0}}, overridden).finding(0);
  EXPECT_EQ(found.met.deals, 40);
  EXPECT_EQ(found.overridden.deals, 40);
  EXPECT_NEAR(found.difference.value(), .55, 1e-9);
  EXPECT_EQ(found.verdict, GateVerdict::won_more);
  for (GateOverride& each : overridden) each.deal = each.deal >= 100 ? each.deal - 100 : 103;
  EXPECT_EQ(gates_of(table, {{0, "a", 0}}, overridden).finding(0).verdict, GateVerdict::won_less);
}

TEST(GateStatistics, CannotTellOfAFew) {
  VisitTable table(ClockUnit::days);
  add_deals(table, 0, 40, 40);
  add_deals(table, 100, 9, 0);
  std::vector<GateOverride> overridden;
  for (std::int64_t deal = 100; deal < 109; ++deal) overridden.push_back({deal, deal, "a"});
  const GateFinding few = gates_of(table, {{0, "a", 0}}, overridden).finding(0);
  EXPECT_EQ(few.overridden.won_share(), std::nullopt);
  EXPECT_EQ(few.difference, std::nullopt);
  EXPECT_EQ(few.verdict, GateVerdict::cannot_tell);
}

TEST(GateStatistics, LeavesOutImportedDeals) {
  GateStatistics gates({{0, "a", 0}}, {}, 2);
  each_cohort_deal(g6(), 12, [&](CohortDeal deal) {
    deal.is_imported = deal.id % 2 == 0;
    gates.add(deal);
  });
  EXPECT_EQ(gates.imported(), 4);
  EXPECT_EQ(gates.stage(0).entered, 4);
}

}  // namespace
}  // namespace stagecoach::cycle
