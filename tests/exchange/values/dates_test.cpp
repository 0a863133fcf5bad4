#include "exchange/values/dates.h"

#include <gtest/gtest.h>

#include <random>

namespace stagecoach::exchange {
namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::auto_) {
  const auto civil = read_date(text, order);
  if (!civil) return "no";
  return to_iso(Zone::find("")->resolve(*civil).at);
}

TEST(Dates, IsoAndItsRelatives) {
  EXPECT_EQ(read("2024-03-05"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("2024-3-5"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("2024/03/05"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("2024.03.05"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("2024-03-05 10:20"), "2024-03-05T10:20:00Z");
  EXPECT_EQ(read("2024-03-05T10:20:30Z"), "2024-03-05T10:20:30Z");
  EXPECT_EQ(read("2024-03-05T10:20:30.5+08:00"), "2024-03-05T02:20:30.500Z");
  EXPECT_EQ(read("2024-03-05T10:20:30.000+0000"), "2024-03-05T10:20:30Z");
  EXPECT_EQ(read("2024-03-05 10:20:30-05"), "2024-03-05T15:20:30Z");
  EXPECT_EQ(read("20240305"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("20240305T102030Z"), "2024-03-05T10:20:30Z");
  EXPECT_EQ(read("20240305102030"), "2024-03-05T10:20:30Z");
}

TEST(Dates, ChineseForms) {
  EXPECT_EQ(read("2024年3月5日"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("2024年03月05号 14:30"), "2024-03-05T14:30:00Z");
  EXPECT_EQ(read("2024年3月5日 下午3:05"), "2024-03-05T15:05:00Z");
  EXPECT_EQ(read("2024年3月5日15时05分07秒"), "2024-03-05T15:05:07Z");
  EXPECT_EQ(read("2024年3月5日 星期二 上午12:05"), "2024-03-05T00:05:00Z");
  EXPECT_EQ(read("２０２４－０３－０５"), "2024-03-05T00:00:00Z");
}

TEST(Dates, NamedMonths) {
  EXPECT_EQ(read("5 Mar 2024"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("05-Mar-24"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("March 5th, 2024"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("Mar 5, 2024 3:05 PM"), "2024-03-05T15:05:00Z");
  EXPECT_EQ(read("Tue, 05 Mar 2024 10:20:30 GMT"), "2024-03-05T10:20:30Z");
  EXPECT_EQ(read("Tue Mar 05 2024 10:20:30 GMT+0800 (China Standard Time)"),
            "2024-03-05T02:20:30Z");
  EXPECT_EQ(read("Tue Mar  5 10:20:30 2024"), "2024-03-05T10:20:30Z");
  EXPECT_EQ(read("5 de março de 2024"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("5. März 2024"), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("5 août 2024"), "2024-08-05T00:00:00Z");
}

TEST(Dates, TwelveHourClock) {
  EXPECT_EQ(read("3/5/2024 12:30 AM"), "2024-03-05T00:30:00Z");
  EXPECT_EQ(read("3/5/2024, 12:30:01 p.m."), "2024-03-05T12:30:01Z");
  EXPECT_EQ(read("3/5/24 3pm"), "2024-03-05T15:00:00Z");
  EXPECT_EQ(read("3/5/2024 13:30 PM"), "2024-03-05T13:30:00Z");
}

TEST(Dates, NumbersOfPrograms) {
  EXPECT_EQ(read("1709634030000"), "2024-03-05T10:20:30Z");  // HubSpot
  EXPECT_EQ(read("1709634030"), "2024-03-05T10:20:30Z");
  EXPECT_EQ(read("45356"), "2024-03-05T00:00:00Z");  // Excel
  EXPECT_EQ(read("45356.5"), "2024-03-05T12:00:00Z");
  EXPECT_EQ(read("45356.99999999"), "2024-03-06T00:00:00Z");
}

TEST(Dates, TheOrderIsObeyedWhereItMattersOnly) {
  EXPECT_EQ(read("3/5/2024", DateOrder::mdy), "2024-03-05T00:00:00Z");
  EXPECT_EQ(read("3/5/2024", DateOrder::dmy), "2024-05-03T00:00:00Z");
  EXPECT_EQ(read("25/3/2024", DateOrder::mdy), "2024-03-25T00:00:00Z");
  EXPECT_EQ(read("3/25/2024", DateOrder::dmy), "2024-03-25T00:00:00Z");
  EXPECT_EQ(read("24-3-5", DateOrder::ymd), "2024-03-05T00:00:00Z");
}

TEST(Dates, WhatIsNotADateIsNotRead) {
  for (const char* text : {"",
                           "-",
                           "soon",
                           "2024",
                           "13/13/2024",
                           "2023-02-29",
                           "31/04/2024",
                           "0000-00-00",
                           "1234",
                           "12:30",
                           "2024-03-05 25:00",
                           "2024-03-05 10:61",
                           "Q3 2024",
                           "5 Foo 2024",
                           "99999999999999999999",
                           "1.2.3.4.5",
                           "2024-03-05 10:20:30 extra",
                           "1850-01-01",
                           "9999-12-31",
                           "2024-03"})
    EXPECT_EQ(read(text), "no") << text;
}

OrderDecision decide(std::initializer_list<const char*> values, DateOrder hint = DateOrder::auto_) {
  DateVotes votes;
  for (const char* value : values) votes.add(value);
  return decide_order(votes, hint);
}

TEST(DateOrder, OneDecisiveValueSettlesTheColumn) {
  EXPECT_EQ(decide({"3/4/2024", "25/4/2024"}).order, DateOrder::dmy);
  EXPECT_EQ(decide({"3/4/2024", "4/25/2024"}).order, DateOrder::mdy);
  EXPECT_EQ(decide({"3/4/2024", "4/25/2024"}).certainty, OrderCertainty::certain);
  EXPECT_EQ(decide({"2024-03-04", "n/a"}).certainty, OrderCertainty::irrelevant);
}

TEST(DateOrder, MixedAndAmbiguousColumnsSaySo) {
  const auto mixed = decide({"25/4/2024", "26/4/2024", "4/25/2024"});
  EXPECT_EQ(mixed.order, DateOrder::dmy);
  EXPECT_EQ(mixed.certainty, OrderCertainty::mixed);
  EXPECT_EQ(decide({"3/4/2024"}).certainty, OrderCertainty::guessed);
  EXPECT_EQ(decide({"3/4/2024"}).order, DateOrder::mdy);
  EXPECT_EQ(decide({"3.4.2024"}).order, DateOrder::dmy);
  EXPECT_EQ(decide({"3/4/2024"}, DateOrder::dmy).order, DateOrder::dmy);
  EXPECT_EQ(decide({"3/3/2024"}).certainty, OrderCertainty::irrelevant);
}

TEST(Zone, LocalTimesFollowDaylightSaving) {
  const auto berlin = Zone::find("Europe/Berlin");
  ASSERT_TRUE(berlin);
  const auto at = [&](const char* text) {
    return to_iso(berlin->resolve(*read_date(text, DateOrder::ymd)).at);
  };
  EXPECT_EQ(at("2024-01-10 12:00"), "2024-01-10T11:00:00Z");
  EXPECT_EQ(at("2024-07-10 12:00"), "2024-07-10T10:00:00Z");
  EXPECT_EQ(at("2024-07-10T12:00:00+01:00"), "2024-07-10T11:00:00Z");
  EXPECT_EQ(berlin->resolve(*read_date("2024-01-10T23:30:00Z", DateOrder::ymd)).local_day,
            date_from_iso("2024-01-11"));
  EXPECT_FALSE(Zone::find("Mars/Olympus"));
}

TEST(DatesProperty, EveryDayIsReadBackFromEveryForm) {
  std::mt19937 random(5);
  for (int i = 0; i < 3000; ++i) {
    const Date day = from_days(static_cast<int>(random() % 60000) - 20000);
    const std::chrono::year_month_day ymd(day);
    const int y = static_cast<int>(ymd.year());
    const unsigned m = static_cast<unsigned>(ymd.month()), d = static_cast<unsigned>(ymd.day());
    const auto number = [](auto n) { return std::to_string(n); };
    for (const std::string& text :
         {to_iso(day), number(y) + "年" + number(m) + "月" + number(d) + "日",
          number(y) + "/" + number(m) + "/" + number(d)})
      ASSERT_EQ(read_date(text, DateOrder::mdy)->day, day) << text;
    ASSERT_EQ(read_date(number(d) + "." + number(m) + "." + number(y), DateOrder::dmy)->day, day);
    ASSERT_EQ(read_date(number(m) + "/" + number(d) + "/" + number(y), DateOrder::mdy)->day, day);
  }
}

}  // namespace
}  // namespace stagecoach::exchange
