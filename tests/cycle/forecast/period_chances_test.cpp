#include "cycle/forecast/period_chances.h"

#include <gtest/gtest.h>

#include "cycle/histories.h"
#include "cycle/prediction/simulation.h"

namespace stagecoach::cycle {
namespace {

constexpr std::int64_t kNow = 500, kDays = 700;

PipelineModel model_of(const VisitTable& table) {
  return PipelineModel(
      Simulation::kStages, [&](const StayVisitor& visit) { each_stay(table, kNow, visit); }, 365);
}

TEST(PeriodChances, PeriodsThatFollowOneAnotherAddUp) {
  const VisitTable table = visit_table(Simulation(2).deals(5'000, kDays));
  const PipelineModel model = model_of(table);
  PeriodChances first(model, {0, 40}), second(model, {40, 70}), both(model, {0, 70});
  for (int stage = 0; stage < Simulation::kStages; ++stage)
    for (const std::int64_t days : {0, 3, 12}) {
      const DealPlace place{stage, false, days};
      EXPECT_NEAR(*first.of(place) + *second.of(place), *both.of(place), 1e-12);
      EXPECT_NEAR(*both.of(place), model.model().outlook(stage, days, 70).won, 1e-12);
    }
  EXPECT_NEAR(*first.not_created(2) + *second.not_created(2), *both.not_created(2), 1e-9);
}

TEST(PeriodChances, KeepsSilentOverThePastAndWhereLittleIsKnown) {
  const VisitTable table = visit_table(Simulation(2).deals(5'000, kDays));
  const PipelineModel model = model_of(table);
  PeriodChances over(model, {0, 0});
  EXPECT_EQ(over.of({0, false, 1}), std::nullopt);
  EXPECT_EQ(over.not_created(5), std::nullopt);
  const VisitTable few = visit_table(Simulation(2).deals(10, kDays));
  const PipelineModel too_little = model_of(few);
  PeriodChances silent(too_little, {0, 90});
  EXPECT_EQ(silent.of({0, false, 1}), std::nullopt);
  EXPECT_EQ(silent.not_created(5), std::nullopt);
}

// Deals that begin after today and are won within 90 days: as many as it says.
TEST(PeriodChances, CountsTheDealsThatDoNotExistYet) {
  double said = 0, came = 0;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    const int count = 6'000;
    const VisitTable table = visit_table(Simulation(seed).deals(count, kDays));
    const PipelineModel model = model_of(table);
    said += *PeriodChances(model, {0, 90}).not_created(count / static_cast<double>(kDays));
    for (std::size_t e = 0; e < table.episodes(); ++e) {
      const auto then = table.view(e, 1'000'000);
      if (*then->start > kNow && then->ending == Ending::won && *then->ended_at <= kNow + 90)
        ++came;
    }
  }
  EXPECT_GT(came, 300);
  EXPECT_NEAR(said / came, 1.0, .06);
}

TEST(PeriodChances, SaysWhereTheStagesTellNothing) {
  const VisitTable telling = visit_table(Simulation(4).deals(6'000, kDays));
  const PipelineModel tells = model_of(telling);
  EXPECT_TRUE(PeriodChances(tells, {0, 90}).stages_tell(Simulation::kStages));
  const VisitTable tossed = visit_table(Simulation(4, false).deals(6'000, kDays));
  const PipelineModel silent = model_of(tossed);
  EXPECT_FALSE(PeriodChances(silent, {0, 90}).stages_tell(Simulation::kStages))
      << "how they end is tossed, and no deal was ever in the later stages";
}

}  // namespace
}  // namespace stagecoach::cycle
