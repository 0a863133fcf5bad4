#include "sales/team/absence/absence.h"

#include <gmock/gmock.h>

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr UserId kAnn{1}, kBob{2}, kCat{3}, kDan{4};

Date day(int of_march) {
  return *date_from_iso("2026-03-01") + std::chrono::days(of_march - 1);
}

Absence away(UserId who, std::optional<UserId> deputy, int from, int to) {
  return {AbsenceId(who.value), who, deputy, day(from), day(to), 1};
}

TEST(AbsenceTest, TheDeputyStandsInOnTheDaysOfItAndNoOther) {
  const std::vector absences{away(kAnn, kBob, 5, 7)};
  for (int d = 3; d <= 9; ++d)
    EXPECT_EQ(stand_in(absences, kAnn, day(d)),
              d >= 5 && d <= 7 ? std::optional(kBob) : std::nullopt)
        << d;
  EXPECT_EQ(stand_in(absences, kBob, day(6)), std::nullopt);
}

TEST(AbsenceTest, AnAbsentDeputyIsStoodInForInHisTurn) {
  const std::vector absences{away(kAnn, kBob, 1, 9), away(kBob, kCat, 5, 6)};
  EXPECT_EQ(stand_in(absences, kAnn, day(4)), kBob);
  EXPECT_EQ(stand_in(absences, kAnn, day(5)), kCat);
  EXPECT_EQ(stand_in(absences, kBob, day(5)), kCat);
  EXPECT_THAT(absent_behind(absences, kCat, day(5)), ElementsAre(kAnn, kBob));
  EXPECT_THAT(absent_behind(absences, kBob, day(5)), IsEmpty());
  EXPECT_THAT(absent_behind(absences, kBob, day(7)), ElementsAre(kAnn));
}

TEST(AbsenceTest, DeputiesWhoPointAtEachOtherLeadNowhere) {
  const std::vector absences{away(kAnn, kBob, 1, 9), away(kBob, kCat, 1, 9), away(kCat, kBob, 1, 9),
                             away(kDan, kDan, 1, 9)};
  for (const UserId who : {kAnn, kBob, kCat, kDan})
    EXPECT_EQ(stand_in(absences, who, day(5)), std::nullopt) << who.value;
}

TEST(AbsenceTest, OneMayBeAwayWithoutADeputy) {
  const std::vector absences{away(kAnn, std::nullopt, 1, 9), away(kBob, kAnn, 1, 9)};
  EXPECT_EQ(stand_in(absences, kAnn, day(5)), std::nullopt);
  EXPECT_EQ(stand_in(absences, kBob, day(5)), std::nullopt);
}

}  // namespace
}  // namespace stagecoach::sales
