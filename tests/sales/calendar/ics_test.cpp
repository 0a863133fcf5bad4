// RFC 5545: folding, escaping, values.
#include "sales/calendar/ics.h"

#include <gtest/gtest.h>

#include "platform/base/utf8.h"
#include "sales/calendar/calendar_feed.h"

namespace stagecoach::sales {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    EXPECT_NE(end, text.npos) << "a line without CRLF";
    if (end == text.npos) break;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 2);
  }
  return lines;
}

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at))
    text.erase(at, 3);
  return text;
}

TEST(Ics, NoLineIsLongerThan75OctetsAndNoCharacterIsSplit) {
  for (std::size_t length = 0; length < 200; ++length) {
    std::string value(length % 7, 'x');
    while (value.size() < length) value += length % 2 == 0 ? "客" : "🚚";
    IcsWriter ics;
    ics.line("SUMMARY", value);
    const std::string text = ics.take();
    const auto lines = lines_of(text);
    for (const std::string& line : lines) {
      EXPECT_LE(line.size(), 75U);
      EXPECT_TRUE(is_valid_utf8(line));
    }
    for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_EQ(lines[i].front(), ' ');
    EXPECT_EQ(unfolded(text), "SUMMARY:" + value + "\r\n");
  }
}

TEST(Ics, TextIsEscapedAndNothingInItEndsItsLine) {
  EXPECT_EQ(ics_text("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
  EXPECT_EQ(ics_text("a\r\nEND:VEVENT\x01\x7f\t"), "a\\nEND:VEVENT");
  EXPECT_EQ(ics_text("\"quoted\": 10 %"), "\"quoted\": 10 %");
}

TEST(Ics, InstantsAreUtcAndDatesHaveNoZone) {
  EXPECT_EQ(ics_instant(*instant_from_iso("2026-03-02T09:05:07Z")), "20260302T090507Z");
  EXPECT_EQ(ics_date(*date_from_iso("2026-12-31")), "20261231");
}

class FeedTextTest : public ::testing::Test {
 protected:
  FeedTextTest() {
    head.name = "Courier & Co";
    head.workspace = "1.stagecoach";
    head.zone = *TimeZone::find("Asia/Shanghai");
    entry.id = ActivityId(7);
    entry.version = 3;
    entry.subject = "Ask, then listen";
    entry.at = *instant_from_iso("2026-03-02T18:00:00Z");  // the third in Shanghai
    entry.revised = *instant_from_iso("2026-03-01T08:00:00Z");
    entry.about = "Acme";
  }
  bool has(const std::string& line) const {
    return calendar_of(head, {entry}).find("\r\n" + line + "\r\n") != std::string::npos;
  }
  FeedHead head;
  FeedEntry entry;
};

TEST_F(FeedTextTest, AMeetingStandsAtItsTime) {
  entry.kind = ActivityKind::meeting;
  EXPECT_TRUE(has("DTSTART:20260302T180000Z"));
  EXPECT_TRUE(has("DURATION:PT1H"));
  EXPECT_TRUE(has("UID:activity-7@1.stagecoach"));
  EXPECT_TRUE(has("DTSTAMP:20260301T080000Z"));
  EXPECT_TRUE(has("SEQUENCE:2"));
  EXPECT_TRUE(has("SUMMARY:Ask\\, then listen · Acme"));
}

TEST_F(FeedTextTest, ATaskStandsOnItsDayInTheZoneOfTheOrganisation) {
  entry.kind = ActivityKind::task;
  EXPECT_TRUE(has("DTSTART;VALUE=DATE:20260303"));
  EXPECT_TRUE(has("DTEND;VALUE=DATE:20260304"));
  EXPECT_TRUE(has("TRANSP:TRANSPARENT"));
  head.zone = TimeZone();
  EXPECT_TRUE(has("DTSTART;VALUE=DATE:20260302"));
}

TEST_F(FeedTextTest, WhatIsDoneAndWhereItIsFound) {
  entry.done = true;
  entry.deal_id = 5;
  head.site = "https://crm.example.com";
  EXPECT_TRUE(has("SUMMARY:✓ Ask\\, then listen · Acme"));
  EXPECT_TRUE(has("URL:https://crm.example.com/deals/5"));
}

TEST_F(FeedTextTest, AnEmptyCalendarIsOne) {
  const auto lines = lines_of(calendar_of(head, {}));
  EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
  EXPECT_EQ(lines[1], "VERSION:2.0");
  EXPECT_EQ(lines.back(), "END:VCALENDAR");
}

}  // namespace
}  // namespace stagecoach::sales
