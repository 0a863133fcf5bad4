#include "cycle/visits.h"

#include <gtest/gtest.h>

#include <map>

#include "cycle/golden_table.h"
#include "cycle/tally.h"

namespace stagecoach::cycle {
namespace {

TEST(VisitTable, GivesTheGoldenCohortTable) {
  const VisitTable table = g6();
  EXPECT_EQ(table.episodes(), 8u);
  EXPECT_EQ(table.visits(), 14u);
  CycleTally tally(ClockUnit::days, 2, 12, table.visits());
  tally.add(table);
  EXPECT_EQ(tally.deals().total, 8);
  EXPECT_EQ(tally.deals().won, 3);
  EXPECT_EQ(tally.deals().lost, 3);
  EXPECT_EQ(tally.deals().left, 2);
  EXPECT_EQ(tally.stages()[0].dwell_ticks, 35.0);
  EXPECT_EQ(tally.stages()[1].dwell_ticks, 21.0);
  const std::vector<Edge> expected{{0, kToLeft, 1}, {0, kToLost, 2}, {0, kToWon, 1}, {0, 1, 5},
                                   {1, kToLeft, 1}, {1, kToLost, 1}, {1, kToWon, 2}, {1, 0, 1}};
  EXPECT_EQ(edges(table, 12), expected);

  CycleTally open(ClockUnit::days, 2, 12, table.visits());
  open.add(g6(Ending::open));
  EXPECT_EQ(open.deals().open, 2);
  EXPECT_EQ(open.stages()[0].open + open.stages()[1].open, 2);
}

TEST(VisitTable, NumbersReturnsAndKeepsZeroLengths) {
  VisitTable table(ClockUnit::days);
  // Out of order in the source, stage 2 named twice in a row, three moves on day 5.
  table.append(0, episode({{0, 0}, {1, 5}, {2, 5}, {2, 5}, {1, 5}, {0, 3}}, Ending::open));
  ASSERT_EQ(table.visits(), 4u) << "entering the stage one is in already is no visit";
  const EpisodeView view = table.view(0, 9).value();
  std::vector<std::array<std::int64_t, 4>> rows;
  for (std::size_t v = view.first_visit; v < view.last_visit; ++v) {
    const Visit visit = table.visit(view, v);
    rows.push_back({visit.stage, visit.visit_no, *visit.in, *visit.dwell()});
  }
  const std::vector<std::array<std::int64_t, 4>> expected{
      {0, 1, 0, 5}, {1, 1, 5, 0}, {2, 1, 5, 0}, {1, 2, 5, 4}};
  EXPECT_EQ(rows, expected);
}

TEST(VisitTable, SeesNothingLaterThanAsOf) {
  VisitTable table(ClockUnit::days);
  table.append(0, episode({{0, 10}, {1, 20}}, Ending::won, 30));
  EXPECT_FALSE(table.view(0, 9).has_value());
  EXPECT_EQ(table.view(0, 10)->last_visit, 1u);
  EXPECT_EQ(table.view(0, 19)->ending, Ending::open);
  EXPECT_EQ(table.visit(*table.view(0, 19), 0).dwell(), 9);
  EXPECT_EQ(table.view(0, 20)->last_visit, 2u);
  EXPECT_EQ(table.view(0, 29)->ending, Ending::open);
  EXPECT_EQ(table.view(0, 30)->ending, Ending::won);
}

TEST(VisitTable, HoldsUnknownAndAbsurdTimes) {
  VisitTable table(ClockUnit::seconds);
  table.append(0, episode({{3, kUnknownTime}}, Ending::open));
  table.append(1, episode({{0, 100}}, Ending::won, 40));
  table.append(2, episode({{0, -5'000'000'000}, {1, 253'402'300'799}}, Ending::open));
  EXPECT_EQ(table.stages(), 4);
  const Visit unknown = table.visit(table.view(0, 0).value(), 0);
  EXPECT_FALSE(unknown.in.has_value());
  EXPECT_FALSE(unknown.dwell().has_value());
  EXPECT_EQ(table.visit(table.view(1, 500).value(), 1).dwell(), 0) << "over before it began";
  const EpisodeView absurd = table.view(2, 300'000'000'000).value();
  EXPECT_EQ(*table.visit(absurd, absurd.first_visit).dwell(), 0xFFFFFFFELL);
}

TEST(CycleTally, CountsAPassedStageAsEntered) {
  VisitTable table(ClockUnit::days);
  table.append(0, episode({{0, 0}, {3, 4}}, Ending::lost, 6));
  table.append(1, episode({{1, 0}, {0, 2}}, Ending::open));
  table.append(2, episode({{2, 0}}, Ending::won, 5));
  CycleTally tally(ClockUnit::days, 4, 10, table.visits());
  tally.add(table);
  const std::vector<StageTally>& stages = tally.stages();
  const std::vector<std::array<std::int64_t, 6>> expected{
      // entered, went on, visits, lost, back, open
      {2, 1, 2, 0, 0, 1},
      {2, 1, 1, 0, 1, 0},  // deal 1 went back from it; deal 0 passed it
      {2, 2, 1, 0, 0, 0},  // the deal that starts in it passed nothing
      {1, 0, 1, 1, 0, 0}};
  for (std::size_t s = 0; s < 4; ++s) {
    const StageTally& t = stages[s];
    EXPECT_EQ((std::array{t.entered, t.went_on, t.visits, t.lost, t.back, t.open}), expected[s])
        << s;
  }
}

TEST(CycleTally, KeepsTheOldOutcomeOfAReopenedDeal) {
  VisitTable table(ClockUnit::days);
  table.append(0, episode({{0, 0}}, Ending::lost, 5));
  table.append(0, episode({{1, 20}}, Ending::won, 25));
  CycleTally before(ClockUnit::days, 2, 10, 2), after(ClockUnit::days, 2, 30, 2);
  before.add(table);
  after.add(table);
  EXPECT_EQ(before.deals().lost, 1);
  EXPECT_EQ(before.deals().reopened, 0);
  EXPECT_EQ(after.deals().total, 1);
  EXPECT_EQ(after.deals().won, 1);
  EXPECT_EQ(after.deals().lost, 0);
  EXPECT_EQ(after.deals().reopened, 1);
  EXPECT_EQ(after.stages()[0].lost, 1) << "that it was lost here once stays true";
  EXPECT_EQ(after.stages()[0].went_on, 1) << "and so does that it later went on";
  EXPECT_EQ(after.deals().to_close.table().events, 2);
}

TEST(CycleTally, FiltersAndMerges) {
  const VisitTable table = g6();
  const std::vector<std::uint8_t> even{1, 0, 1, 0, 1, 0, 1, 0}, odd{0, 1, 0, 1, 0, 1, 0, 1};
  CycleTally all(ClockUnit::days, 2, 12, 14), a(ClockUnit::days, 2, 12, 14),
      b(ClockUnit::days, 2, 12, 14);
  all.add(table);
  a.add(table, DealFilter(even));
  b.add(table, DealFilter(odd));
  EXPECT_EQ(a.deals().total, 4);
  EXPECT_EQ(a.deals().won, 2);
  EXPECT_EQ(a.deals().lost, 1);
  a.merge(b);
  EXPECT_EQ(a.deals().won, all.deals().won);
  EXPECT_EQ(a.stages()[1].dwell_ticks, all.stages()[1].dwell_ticks);
  const RiskTable merged = a.stages()[1].dwell.table(), whole = all.stages()[1].dwell.table();
  ASSERT_EQ(merged.rows.size(), whole.rows.size());
  for (std::size_t i = 0; i < whole.rows.size(); ++i) {
    EXPECT_EQ(merged.rows[i].time, whole.rows[i].time);
    EXPECT_EQ(merged.rows[i].at_risk, whole.rows[i].at_risk);
  }
}

}  // namespace
}  // namespace stagecoach::cycle
