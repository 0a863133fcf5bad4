#include "platform/base/time_zone.h"

#include <gtest/gtest.h>

namespace stagecoach {
namespace {

Instant at(std::string_view text) {
  return *instant_from_iso(text);
}
// The civil time of an instant written with "Z".
Civil civil(std::string_view text) {
  return Civil(at(text).time_since_epoch());
}

TEST(TimeZone, finds_zones_by_name_and_offset) {
  for (const char* name : {"UTC", "Asia/Shanghai", "Europe/Berlin", "+08:00", "-03:30"}) {
    const auto zone = TimeZone::find(name);
    ASSERT_TRUE(zone) << name;
    EXPECT_EQ(zone->name(), name);
  }
  for (const char* name : {"", "Mars/Olympus", "asia/shanghai ", "+8", "+25:00", "Asia/Shangai"})
    EXPECT_FALSE(TimeZone::find(name)) << name;
}

TEST(TimeZone, shows_the_wall_clock) {
  const TimeZone shanghai = *TimeZone::find("Asia/Shanghai");
  EXPECT_EQ(shanghai.to_civil(at("2026-02-13T16:30:00Z")), civil("2026-02-14T00:30:00Z"));
  EXPECT_EQ(shanghai.to_civil(at("1988-07-01T00:00:00Z")), civil("1988-07-01T09:00:00Z"));  // DST
  const TimeZone new_york = *TimeZone::find("America/New_York");
  EXPECT_EQ(new_york.to_civil(at("2026-01-15T12:00:00Z")), civil("2026-01-15T07:00:00Z"));
  EXPECT_EQ(new_york.to_civil(at("2026-07-15T12:00:00Z")), civil("2026-07-15T08:00:00Z"));
  EXPECT_EQ(TimeZone::find("+05:30")->to_civil(at("2026-01-01T00:00:00Z")),
            civil("2026-01-01T05:30:00Z"));
}

TEST(TimeZone, reads_civil_times_around_a_change_of_the_clocks) {
  const TimeZone new_york = *TimeZone::find("America/New_York");
  // 8 March 2026: 02:00 becomes 03:00. 02:30 does not exist.
  EXPECT_EQ(new_york.to_instant(civil("2026-03-08T01:59:00Z")), at("2026-03-08T06:59:00Z"));
  EXPECT_EQ(new_york.to_instant(civil("2026-03-08T02:30:00Z")), at("2026-03-08T07:30:00Z"));
  EXPECT_EQ(new_york.to_instant(civil("2026-03-08T03:00:00Z")), at("2026-03-08T07:00:00Z"));
  // 1 November 2026: 02:00 becomes 01:00. 01:30 exists twice; the first one is meant.
  EXPECT_EQ(new_york.to_instant(civil("2026-11-01T01:30:00Z")), at("2026-11-01T05:30:00Z"));
  EXPECT_EQ(new_york.to_instant(civil("2026-11-01T02:00:00Z")), at("2026-11-01T07:00:00Z"));
}

TEST(TimeZone, comes_back_from_civil_time) {
  for (const char* name : {"Asia/Shanghai", "America/Sao_Paulo", "Australia/Lord_Howe",
                           "Pacific/Apia", "Africa/Casablanca", "Europe/London"}) {
    const TimeZone zone = *TimeZone::find(name);
    for (Instant t = at("1950-01-01T00:10:00Z"); t < at("2060-01-01T00:00:00Z");
         t += std::chrono::minutes(7 * 24 * 60 + 37)) {
      const Instant back = zone.to_instant(zone.to_civil(t));
      // An hour that is shown twice comes back as its first showing.
      ASSERT_EQ(zone.to_civil(back), zone.to_civil(t)) << name << ' ' << to_iso(t);
      ASSERT_LE(back, t) << name << ' ' << to_iso(t);
    }
  }
}

}  // namespace
}  // namespace stagecoach
