#include "cycle/prediction/backtest.h"

#include <gtest/gtest.h>

#include "cycle/histories.h"
#include "cycle/prediction/simulation.h"

namespace stagecoach::cycle {
namespace {

TEST(Backtest, FindsTheSignalThatIsThere) {
  const HistorySet set = Simulation(11).deals(12'000, 900);
  const Backtest result = backtest(visit_table(set), set.as_of);
  EXPECT_GE(result.months, 20);
  ASSERT_EQ(result.horizons.size(), 3u);
  const HorizonScore& month = result.horizons[0];
  ASSERT_EQ(month.verdict, Verdict::signal);
  EXPECT_GE(*month.better, .01);
  EXPECT_LT(*month.brier, .9 * *month.brier_of_base_rate);
  EXPECT_LT(*month.brier, *month.brier_of_stage_rate);
  EXPECT_LE(*month.calibration_error, .03);
  EXPECT_GT(*month.area_under_curve, .6);
  EXPECT_GE(result.close.cases, 1'000);
  EXPECT_GE(*result.close.within80, .76);
  EXPECT_LE(*result.close.within80, .86);
}

// One stage, left at the same rate every day, and a coin tells how it ends: nothing can be known
// that the stage rate does not say. One organisation in twenty would look better by chance.
TEST(Backtest, SaysSoWhereThereIsNone) {
  int signals = 0;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const HistorySet set = Simulation(seed, false).deals(3'000, 700);
    const Backtest result = backtest(visit_table(set), set.as_of);
    ASSERT_NE(result.horizons[0].verdict, Verdict::too_little);
    if (result.horizons[0].verdict == Verdict::signal) ++signals;
  }
  EXPECT_LE(signals, 4);
}

TEST(Backtest, JudgesNothingByAHandful) {
  const HistorySet few = Simulation(3).deals(30, 300);
  const Backtest result = backtest(visit_table(few), few.as_of);
  for (const HorizonScore& score : result.horizons) EXPECT_EQ(score.verdict, Verdict::too_little);
  EXPECT_EQ(backtest(VisitTable(ClockUnit::days), 100).months, 0);
}

TEST(Backtest, HoldsForAnyHistory) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    HistoryMaker maker(seed);
    const HistorySet set = maker.set(static_cast<int>(maker.between(1, 400)), 5);
    for (const HorizonScore& score : backtest(visit_table(set), set.as_of).horizons) {
      if (!score.brier) continue;
      ASSERT_GE(*score.brier, 0.0);
      ASSERT_LE(*score.brier, 1.0);
      ASSERT_GE(*score.happened, 0.0);
      ASSERT_LE(*score.happened, 1.0);
    }
  }
}

}  // namespace
}  // namespace stagecoach::cycle
