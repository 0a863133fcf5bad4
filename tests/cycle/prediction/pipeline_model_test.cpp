// Predictions held against processes of which the truth is known.
#include "cycle/prediction/pipeline_model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "cycle/estimators/scores.h"
#include "cycle/histories.h"
#include "cycle/prediction/simulation.h"

namespace stagecoach::cycle {
namespace {

constexpr std::int64_t kHorizon = 365;

PipelineModel model_of(const VisitTable& table, std::int64_t as_of,
                       int stages = Simulation::kStages) {
  return PipelineModel(
      stages, [&](const StayVisitor& visit) { each_stay(table, as_of, visit); }, kHorizon);
}

struct OpenDeal {
  DealPlace place;
  std::optional<std::int64_t> won_after;  // days from as-of, where it was won in the end
};

// The deals open as of `as_of`, and what became of them.
std::vector<OpenDeal> open_deals(const VisitTable& table, std::int64_t as_of) {
  std::vector<OpenDeal> found;
  for (std::size_t e = 0; e < table.episodes(); ++e) {
    const auto now = table.view(e, as_of);
    if (!now || now->ending != Ending::open || now->first_visit == now->last_visit) continue;
    const Visit visit = table.visit(*now, now->last_visit - 1);
    OpenDeal deal{{visit.stage, visit.visit_no > 1, *visit.dwell()}, {}};
    const auto then = table.view(e, 1'000'000);
    if (then->ending == Ending::won) deal.won_after = *then->ended_at - as_of;
    found.push_back(deal);
  }
  return found;
}

// ECE of at most .03 where 2,000 deals or more are scored; intervals cover what they say.
TEST(PipelineModel, ComesTrueAsOftenAsItSays) {
  std::vector<Scored> ever, soon;
  int covered = 0, covered_of = 0;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const VisitTable table = visit_table(Simulation(seed).deals(6'000, 700));
    const PipelineModel model = model_of(table, 500);
    for (const OpenDeal& deal : open_deals(table, 500)) {
      const DealOutlook outlook = model.outlook(deal.place);
      if (outlook.without) continue;
      ASSERT_NEAR(outlook.won + outlook.lost + outlook.unresolved, 1.0, 1e-9);
      ever.push_back({outlook.won, deal.won_after.has_value()});
      soon.push_back({model.within(deal.place, 30)->won, deal.won_after && *deal.won_after <= 30});
      if (!deal.won_after) continue;
      ++covered_of;
      if (*deal.won_after >= *outlook.days10 && *deal.won_after <= *outlook.days90) ++covered;
    }
  }
  ASSERT_GE(ever.size(), 2'000u);
  EXPECT_LE(calibration_error(bins_of_equal_count(ever, 10)), .03);
  EXPECT_LE(calibration_error(bins_of_equal_count(soon, 10)), .03);
  EXPECT_GT(area_under_curve(ever).value(), .6) << "stage and waiting say something here";
  const double share = covered / static_cast<double>(covered_of);
  EXPECT_GE(share, .76);
  EXPECT_LE(share, .86) << "an interval of whole days holds a little more than its 80%";
}

TEST(PipelineModel, WaitingTooLongShows) {
  const VisitTable table = visit_table(Simulation(3).deals(20'000, 700));
  const PipelineModel model = model_of(table, 700);
  const DealOutlook fresh = model.outlook({2, false, 1}), stale = model.outlook({2, false, 40});
  EXPECT_GT(fresh.won, stale.won);
  EXPECT_GT(fresh.on_entry, fresh.at_start) << "who has come that far is likelier to be won";
  ASSERT_TRUE(fresh.rotten_after);
  EXPECT_LT(model.outlook({2, false, *fresh.rotten_after}).won, fresh.on_entry / 2);
  EXPECT_GE(model.outlook({2, false, *fresh.rotten_after - 1}).won, fresh.on_entry / 2);
  EXPECT_LE(*fresh.days10, *fresh.days50);
  EXPECT_LE(*fresh.days50, *fresh.days90);
}

TEST(PipelineModel, SaysSoWhereItKnowsTooLittle) {
  const VisitTable few = visit_table(Simulation(4).deals(12, 700));
  EXPECT_EQ(model_of(few, 700).outlook({0, false, 1}).without, NoOutlook::too_little);
  const VisitTable many = visit_table(Simulation(4).deals(3'000, 700));
  const DealOutlook old = model_of(many, 700).outlook({1, false, 3'000});
  EXPECT_EQ(old.without, NoOutlook::no_precedent);
  EXPECT_EQ(old.longer, 0);
  const VisitTable none(ClockUnit::days);
  EXPECT_EQ(model_of(none, 700).outlook({0, false, 0}).without, NoOutlook::too_little);
}

// Whatever real files hold: unknown times, endings before entries, jumps, reopened deals.
TEST(PipelineModel, HoldsForAnyHistory) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    HistoryMaker maker(seed);
    const HistorySet set = maker.set(static_cast<int>(maker.between(1, 300)), 5);
    const VisitTable table = visit_table(set);
    const PipelineModel model = model_of(table, set.as_of, 5);
    for (int stage = 0; stage < 5; ++stage)
      for (const bool again : {false, true})
        for (const std::int64_t days : {0, 1, 7, 30, 90}) {
          const DealOutlook outlook = model.outlook({stage, again, days});
          if (outlook.without) continue;
          ASSERT_NEAR(outlook.won + outlook.lost + outlook.unresolved, 1.0, 1e-9);
          ASSERT_GE(outlook.won, 0.0);
          ASSERT_LE(outlook.won, 1.0);
          ASSERT_TRUE(std::isfinite(outlook.on_entry));
        }
  }
}

// What is recorded later, or happens later, changes nothing as of today.
TEST(PipelineModel, TheFutureDoesNotLeakIn) {
  const HistorySet all = Simulation(5).deals(2'000, 700);
  HistorySet seen = all;
  for (DealHistory& deal : seen.deals) {
    std::erase_if(deal.entries, [](const StageEntry& entry) { return entry.at > 300; });
    if (deal.ended_at && *deal.ended_at > 300) {
      deal.ending = Ending::open;
      deal.ended_at.reset();
    }
  }
  std::erase_if(seen.deals, [](const DealHistory& deal) { return deal.entries.empty(); });
  const VisitTable now = visit_table(seen), later = visit_table(all);
  const PipelineModel a = model_of(now, 300), b = model_of(later, 300);
  for (int stage = 0; stage < Simulation::kStages; ++stage)
    for (const std::int64_t days : {0, 5, 20})
      EXPECT_EQ(a.outlook({stage, false, days}).won, b.outlook({stage, false, days}).won);
}

}  // namespace
}  // namespace stagecoach::cycle
