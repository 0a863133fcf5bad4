#include "sales/forecast/forecast_changes.h"

#include <gmock/gmock.h>

#include <random>

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using enum ForecastMove;

const ForecastPeriod kQuarter = *find_period("2026-Q2");

DealStanding due_on(const char* day, std::int64_t minor) {
  DealStanding standing;
  standing.expected_close = date_from_iso(day);
  standing.minor = minor;
  return standing;
}

DealStanding unborn() {
  DealStanding standing;
  standing.unborn = true;
  return standing;
}

DealStanding as(StageKind status, DealStanding standing) {
  standing.status = status;
  return standing;
}

auto steps(const DealStanding& before, const DealStanding& after) {
  return steps_between(before, after, kQuarter);
}

TEST(ForecastChanges, NamesWhatHappened) {
  const DealStanding in = due_on("2026-05-01", 100);
  EXPECT_THAT(steps(unborn(), in), ElementsAre(ForecastStep{new_, 100}));
  EXPECT_THAT(steps(due_on("2026-07-01", 90), in), ElementsAre(ForecastStep{pulled_in, 100}));
  EXPECT_THAT(steps(due_on("2026-03-31", 90), in), ElementsAre(ForecastStep{pushed_in, 100}));
  EXPECT_THAT(steps(as(StageKind::lost, in), in), ElementsAre(ForecastStep{returned, 100}));
  EXPECT_THAT(steps(in, due_on("2026-06-30", 130)), ElementsAre(ForecastStep{grown, 30}));
  EXPECT_THAT(steps(in, due_on("2026-04-01", 60)), ElementsAre(ForecastStep{shrunk, -40}));
  EXPECT_THAT(steps(in, due_on("2026-07-01", 130)), ElementsAre(ForecastStep{pushed_out, -100}));
  EXPECT_THAT(steps(in, due_on("2026-03-31", 100)), ElementsAre(ForecastStep{pulled_out, -100}));
  EXPECT_THAT(steps(in, as(StageKind::on_hold, in)), ElementsAre(ForecastStep{left, -100}));
  EXPECT_THAT(steps(in, as(StageKind::lost, in)), ElementsAre(ForecastStep{lost, -100}));
  EXPECT_THAT(steps(in, as(StageKind::won, due_on("2026-05-01", 130))),
              ElementsAre(ForecastStep{grown, 30}, ForecastStep{won, -130}));
  EXPECT_THAT(steps(in, in), IsEmpty());
  DealStanding undated = in;
  undated.expected_close.reset();
  EXPECT_THAT(steps(undated, in), ElementsAre(ForecastStep{pulled_in, 100}));
  EXPECT_THAT(steps(in, undated), ElementsAre(ForecastStep{pushed_out, -100}));
}

TEST(ForecastChanges, WhatCameAndWasWonInBetweenShowsAsBoth) {
  DealStanding sold = as(StageKind::won, due_on("2026-05-01", 70));
  EXPECT_THAT(steps(unborn(), sold), IsEmpty()) << "closed in another period";
  sold.closed_in_period = true;
  EXPECT_THAT(steps(unborn(), sold), ElementsAre(ForecastStep{new_, 70}, ForecastStep{won, -70}));
}

TEST(ForecastChanges, StepsLeadExactlyFromThenToNow) {
  std::mt19937 random(5);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const auto some = [&] {
    DealStanding standing;
    standing.unborn = below(6) == 0;
    standing.deleted = below(6) == 0;
    standing.status = static_cast<StageKind>(below(4));
    if (below(5) > 0) standing.expected_close = kQuarter.first + std::chrono::days(below(180) - 45);
    standing.minor = below(4) * 10;
    standing.closed_in_period = below(2) == 0;
    return standing;
  };
  const auto worth = [](const DealStanding& standing) {
    return is_due(standing, kQuarter) ? standing.minor : 0;
  };
  for (int i = 0; i < 20'000; ++i) {
    const DealStanding before = some(), after = some();
    std::int64_t sum = 0;
    for (const ForecastStep& step : steps(before, after)) sum += step.minor;
    ASSERT_EQ(sum, worth(after) - worth(before));
  }
}

}  // namespace
}  // namespace stagecoach::sales
