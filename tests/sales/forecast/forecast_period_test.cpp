#include "sales/forecast/forecast_period.h"

#include <gtest/gtest.h>

namespace stagecoach::sales {
namespace {

std::string days_of(std::string_view key) {
  const auto period = find_period(key);
  return period ? to_iso(period->first) + " " + to_iso(period->last) : "none";
}

TEST(ForecastPeriod, EndsOnItsLastDay) {
  EXPECT_EQ(days_of("2026-Q1"), "2026-01-01 2026-03-31");
  EXPECT_EQ(days_of("2026-Q4"), "2026-10-01 2026-12-31");
  EXPECT_EQ(days_of("2028-02"), "2028-02-01 2028-02-29");
  EXPECT_EQ(days_of("2026-12"), "2026-12-01 2026-12-31");
}

TEST(ForecastPeriod, RefusesWhatIsNone) {
  for (const std::string_view key : {"", "2026", "2026-Q0", "2026-Q5", "2026-00", "2026-13",
                                     "2026-1a", "2026Q1-", "1969-Q4", "9999-12", "2026-011"})
    EXPECT_EQ(days_of(key), "none") << key;
}

TEST(ForecastPeriod, HoldsEveryDayOfItsOwnAndNoOther) {
  for (Date day = *date_from_iso("2026-01-01"); day < *date_from_iso("2028-03-05");
       day += std::chrono::days(1)) {
    const ForecastPeriod month = month_of(day), quarter = quarter_of(day);
    ASSERT_TRUE(month.holds(day) && quarter.holds(day)) << to_iso(day);
    ASSERT_EQ(find_period(month.key), month);
    ASSERT_EQ(find_period(quarter.key), quarter);
    ASSERT_FALSE(month.holds(month.last + std::chrono::days(1)));
    ASSERT_FALSE(month.holds(month.first - std::chrono::days(1)));
  }
}

}  // namespace
}  // namespace stagecoach::sales
