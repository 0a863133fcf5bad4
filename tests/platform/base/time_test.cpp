#include "platform/base/time.h"

#include <gtest/gtest.h>

namespace stagecoach {
namespace {

TEST(Time, InstantsRoundTripThroughIso) {
  for (const std::string text :
       {"2017-12-31T00:00:00Z", "1969-12-31T23:59:59.250Z", "2024-02-29T12:30:01Z"})
    EXPECT_EQ(to_iso(instant_from_iso(text).value()), text);
}

TEST(Time, OffsetsAreAppliedTowardsUtc) {
  EXPECT_EQ(to_iso(instant_from_iso("2017-12-31T08:00:00+08:00").value()), "2017-12-31T00:00:00Z");
  EXPECT_EQ(to_iso(instant_from_iso("2017-12-31T00:00:00-05:30").value()), "2017-12-31T05:30:00Z");
}

TEST(Time, ImpossibleDatesAreRefused) {
  for (const char* text :
       {"2023-02-29", "2023-13-01", "2023-00-10", "0000-01-01", "2023-1-01", "2023-01-01x", ""})
    EXPECT_FALSE(date_from_iso(text)) << text;
  for (const char* text :
       {"2023-01-01T25:00:00Z", "2023-01-01T10:00:00", "2023-01-01T10:00:00.Z", "2023-01-01"})
    EXPECT_FALSE(instant_from_iso(text)) << text;
}

}  // namespace
}  // namespace stagecoach
