// The heat map's rows add up to the report of the cycle, and a single month says the same.
#include "cycle/cohort/heat_map.h"

#include <gtest/gtest.h>

#include "cycle/golden_table.h"
#include "cycle/histories.h"

namespace stagecoach::cycle {
namespace {

HeatMap map_of(const VisitTable& table, int stages, std::int64_t as_of,
               const CohortMonths& months) {
  FunnelQuestion question;
  question.stages = question.open_stages = stages;
  question.age = 90;
  question.as_of = as_of;
  HeatMap map(question, months, ClockUnit::days);
  each_cohort_deal(table, as_of, [&](const CohortDeal& deal) { map.add(deal); });
  return map;
}

TEST(HeatMap, AddsUpToTheReport) {
  const std::vector<std::string> names{"A", "B", "C", "D"};
  for (unsigned seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    HistoryMaker make(seed);
    const HistorySet set = make.set(static_cast<int>(make.between(0, 200)), 4);
    const VisitTable table = visit_table(set);
    CycleTally tally(ClockUnit::days, 4, set.as_of, table.visits());
    tally.add(table);
    const HeatMap map = map_of(table, 4, set.as_of, {{50, 90, 140, 260}, {"a", "b", "c"}});
    for (int stage = 0; stage < 4; ++stage) {
      HeatCell sum;
      for (int month = CohortMonths::kEarlier; month < 3; ++month) {
        const HeatCell cell = map.cell(stage, month);
        sum.visits += cell.visits;
        sum.entered += cell.entered;
        sum.dwell.n += cell.dwell.n;
        sum.dwell.events += cell.dwell.events;
        if (cell.entered < kGivenFrom) {
          EXPECT_EQ(cell.went_on.value, std::nullopt);
        }
        if (cell.dwell.n < kGivenFrom) {
          EXPECT_EQ(cell.dwell.median_days, std::nullopt);
        }
      }
      const StageTally counted = tally.stages()[static_cast<std::size_t>(stage)];
      EXPECT_EQ(sum.visits, counted.visits);
      EXPECT_EQ(sum.entered, counted.entered);
      EXPECT_EQ(sum.dwell.n, counted.dwell.table().n);
      EXPECT_EQ(sum.dwell.events, counted.dwell.table().events);
    }
  }
}

TEST(HeatMap, SaysOfOneMonthWhatTheReportSays) {
  const std::vector<std::string> names{"A", "B", "C", "D"};
  int medians = 0, shares = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    HistoryMaker make(seed);
    const HistorySet set = make.set(200, 4);
    const VisitTable table = visit_table(set);
    CycleTally tally(ClockUnit::days, 4, set.as_of, table.visits());
    tally.add(table);
    const Analysis report = analyze(tally, names);
    // One month of all time: what nobody knows the day of is apart, and has no duration anyway.
    const HeatMap map = map_of(table, 4, set.as_of, {{-1, 400}, {"all"}});
    for (int stage = 0; stage < 4; ++stage) {
      const HeatCell cell = map.cell(stage, 0);
      const StageAnalysis& said = report.stages[static_cast<std::size_t>(stage)];
      EXPECT_EQ(cell.dwell.median_days, said.dwell.median_days) << "seed " << seed;
      if (cell.dwell.median_days) ++medians;
      if (!said.went_on_by_age.value) continue;
      EXPECT_EQ(cell.went_on.value, said.went_on_by_age.value) << "seed " << seed;
      ++shares;
    }
  }
  EXPECT_GT(medians, 40);
  EXPECT_GT(shares, 20);
}

TEST(HeatMap, IsEmptyWithoutDeals) {
  const HeatMap map = map_of(VisitTable(ClockUnit::days), 2, 10, {{0, 30}, {"a"}});
  EXPECT_EQ(map.cell(1, 0).visits, 0);
  EXPECT_EQ(map.cell(1, 0).dwell.median_days, std::nullopt);
  EXPECT_EQ(map.cell(1, 0).went_on.value, std::nullopt);
}

}  // namespace
}  // namespace stagecoach::cycle
