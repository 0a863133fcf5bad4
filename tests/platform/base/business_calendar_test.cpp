#include "platform/base/business_calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace stagecoach {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(std::string_view text) {
  return *date_from_iso(text);
}
Instant at(std::string_view text) {
  return *instant_from_iso(text);
}
BusinessCalendar china() {
  return BusinessCalendar::built_in("cn")->with_zone(*TimeZone::find("Asia/Shanghai"));
}

// Golden case 22 of the design.
TEST(BusinessCalendar, counts_chinese_working_days_of_2026) {
  const BusinessCalendar cn = china(), plain;
  const auto count = [](const BusinessCalendar& calendar, const char* from, const char* until) {
    return calendar.working_days(day(from), day(until));
  };
  EXPECT_EQ(count(cn, "2026-02-13", "2026-02-24"), 2);
  EXPECT_EQ(count(cn, "2026-09-30", "2026-10-12"), 4);
  EXPECT_EQ(count(cn, "2026-01-01", "2027-01-01"), 248);
  EXPECT_EQ(count(plain, "2026-02-13", "2026-02-24"), 7);
  EXPECT_EQ(count(plain, "2026-09-30", "2026-10-12"), 8);
  EXPECT_EQ(count(plain, "2026-01-01", "2027-01-01"), 261);
  EXPECT_EQ(count(cn, "2026-02-24", "2026-02-13"), -2);
}

// Golden case 23 of the design.
TEST(BusinessCalendar, counts_business_minutes_over_spring_festival) {
  const Instant from = at("2026-02-13T17:30:00+08:00"), until = at("2026-02-24T09:15:00+08:00");
  EXPECT_EQ(china().business_minutes(from, until), 585);
  EXPECT_EQ((until - from) / std::chrono::minutes(1), 15345);
  EXPECT_EQ(china().business_minutes(until, from), -585);
}

// The totals of the years follow from the notices: 366 or 365 days less weekends and holidays, plus
// make-up days.
TEST(BusinessCalendar, knows_the_notices_of_2024_and_2025) {
  const BusinessCalendar cn = china();
  EXPECT_EQ(cn.working_days(day("2024-01-01"), day("2025-01-01")), 251);
  EXPECT_EQ(cn.working_days(day("2025-01-01"), day("2026-01-01")), 248);
  EXPECT_TRUE(cn.is_working_day(day("2024-02-04")));   // a Sunday
  EXPECT_FALSE(cn.is_working_day(day("2024-10-07")));  // a Monday
  EXPECT_TRUE(cn.is_working_day(day("2025-10-11")));
  EXPECT_FALSE(cn.is_working_day(day("2025-06-02")));
  EXPECT_TRUE(cn.is_working_day(day("2025-06-03")));
}

TEST(BusinessCalendar, says_which_years_have_no_data) {
  const BusinessCalendar cn = china();
  EXPECT_THAT(cn.years_without_data(day("2024-06-01"), day("2027-01-01")), IsEmpty());
  const auto missing = cn.years_without_data(day("2023-12-31"), day("2028-01-02"));
  EXPECT_THAT(missing, ElementsAre(2023, 2027, 2028));
  const Message warning(kCalendarYearsMissing,
                        {{"calendar", cn.name()}, {"years", join_years(missing)}});
  EXPECT_EQ(warning.text(Lang::en),
            "The calendar cn has no holidays for 2023, 2027, 2028; Monday to Friday count as "
            "working days.");
  EXPECT_EQ(cn.working_days(day("2027-01-01"), day("2028-01-01")), 261);
  EXPECT_THAT(BusinessCalendar().years_without_data(day("1990-01-01"), day("2050-01-01")),
              IsEmpty());
}

TEST(BusinessCalendar, adds_working_days) {
  const BusinessCalendar cn = china();
  EXPECT_EQ(cn.add_working_days(day("2026-02-13"), 1), day("2026-02-14"));
  EXPECT_EQ(cn.add_working_days(day("2026-02-13"), 2), day("2026-02-24"));
  EXPECT_EQ(cn.add_working_days(day("2026-02-20"), 1), day("2026-02-24"));
  EXPECT_EQ(cn.add_working_days(day("2026-02-24"), -1), day("2026-02-14"));
  EXPECT_EQ(cn.add_working_days(day("2026-02-20"), 0), day("2026-02-20"));
  EXPECT_EQ(cn.add_working_days(at("2026-02-13T17:30:00+08:00"), 2),
            at("2026-02-24T17:30:00+08:00"));
}

TEST(BusinessCalendar, adds_business_minutes) {
  const BusinessCalendar cn = china();
  EXPECT_EQ(cn.add_business_minutes(at("2026-02-13T17:30:00+08:00"), 585),
            at("2026-02-24T09:15:00+08:00"));
  EXPECT_EQ(cn.add_business_minutes(at("2026-02-13T17:30:00+08:00"), 30),
            at("2026-02-13T18:00:00+08:00"));
  EXPECT_EQ(cn.add_business_minutes(at("2026-02-16T23:00:00+08:00"), 1),
            at("2026-02-24T09:01:00+08:00"));
  const BusinessCalendar lunch = cn.with_hours(*WorkingHours::parse("9-12, 13:30-18"));
  EXPECT_EQ(lunch.minutes_per_day(), 450);
  EXPECT_EQ(lunch.add_business_minutes(at("2026-02-24T11:30:00+08:00"), 60),
            at("2026-02-24T14:00:00+08:00"));
  EXPECT_EQ(
      lunch.business_minutes(at("2026-02-24T11:30:00+08:00"), at("2026-02-24T14:00:00+08:00")), 60);
}

TEST(BusinessCalendar, follows_the_wall_clock_through_daylight_saving) {
  const BusinessCalendar berlin = BusinessCalendar().with_zone(*TimeZone::find("Europe/Berlin"));
  // The clocks went forward in the night to Sunday, 29 March 2026.
  EXPECT_EQ(
      berlin.business_minutes(at("2026-03-27T17:00:00+01:00"), at("2026-03-30T10:00:00+02:00")),
      120);
  EXPECT_EQ(berlin.add_working_days(at("2026-03-27T17:00:00+01:00"), 1),
            at("2026-03-30T17:00:00+02:00"));
}

// Against counting day by day, far into years without data and before the origin of the counts.
TEST(BusinessCalendar, agrees_with_counting_day_by_day) {
  std::vector<CalendarDay> entries;
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i)
    entries.push_back({day("2026-01-01") + std::chrono::days(random() % 900), random() % 3 != 0});
  // A long closure: no working day for three months.
  for (int i = 0; i < 90; ++i) entries.push_back({day("2026-05-01") + std::chrono::days(i), true});
  const BusinessCalendar calendar("random", entries);
  for (const char* first : {"2025-11-01", "1898-11-01"}) {
    const Date start = day(first);
    std::int64_t counted = 0;
    std::vector<Date> working;
    for (int i = 0; i < 1200; ++i) {
      const Date today = start + std::chrono::days(i);
      ASSERT_EQ(calendar.working_days(start, today), counted) << to_iso(today);
      if (!calendar.is_working_day(today)) continue;
      ++counted;
      working.push_back(today);
    }
    for (size_t i = 0; i < working.size(); ++i) {
      const auto n = static_cast<std::int64_t>(i) + 1;
      ASSERT_EQ(calendar.add_working_days(start - std::chrono::days(1), n), working[i]);
      ASSERT_EQ(
          calendar.add_working_days(working.back(), n - static_cast<std::int64_t>(working.size())),
          working[i]);
    }
  }
}

TEST(BusinessCalendar, adding_minutes_undoes_counting_them) {
  const BusinessCalendar calendar = china().with_hours(*WorkingHours::parse("8:30-12,13-17:45"));
  std::mt19937_64 random(11);
  for (int i = 0; i < 3000; ++i) {
    const Instant from = at("2023-06-01T00:00:00Z") + Millis(random() % 120'000'000'000);
    const auto minutes = static_cast<std::int64_t>(random() % 200'000);
    const Instant until = calendar.add_business_minutes(from, minutes);
    ASSERT_EQ(calendar.business_minutes(from, until), minutes);
    if (minutes > 0) {
      ASSERT_EQ(calendar.business_minutes(from, until - Millis(1)), minutes - 1);
    }
  }
}

TEST(BusinessCalendar, reads_a_file) {
  const auto calendar =
      BusinessCalendar::from_csv("de",
                                 "\xEF\xBB\xBF"
                                 "date,is_off_day\r\n2026-12-25,true\r\n\r\n\"2026-12-26\",0\r\n");
  ASSERT_TRUE(calendar);
  EXPECT_FALSE(calendar->is_working_day(day("2026-12-25")));
  EXPECT_TRUE(calendar->is_working_day(day("2026-12-26")));  // a Saturday
  const auto wrong = BusinessCalendar::from_csv("x", "2026-12-25,true\n2026-13-01,true\n");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message.text(Lang::en),
            "Line 2 of the calendar is not a date and true or false: \"2026-13-01,true\".");
  EXPECT_FALSE(BusinessCalendar::from_csv("x", "date,is_off_day\n"));
  EXPECT_EQ(BusinessCalendar::built_in("mars"), std::nullopt);
}

TEST(WorkingHours, reads_spells) {
  EXPECT_EQ(WorkingHours::parse("9-18"), WorkingHours());
  EXPECT_EQ(WorkingHours::parse("09:00-18:00"), WorkingHours());
  EXPECT_EQ(WorkingHours::parse("0-24")->spells[0].until_minute, 1440);
  for (const char* wrong :
       {"", "9", "18-9", "9-9", "9-25", "9-12,11-18", "9:60-18", "24:30-25", "a-b"})
    EXPECT_EQ(WorkingHours::parse(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace stagecoach
