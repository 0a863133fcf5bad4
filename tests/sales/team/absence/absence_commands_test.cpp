#include "sales/team/absence/absence_commands.h"

#include <gmock/gmock.h>

#include "sales/team/absence/absence_store.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/team_test.h"
#include "sales/team/who_sees.h"

namespace stagecoach::sales {
namespace {

using journal::Work;
using testing::code_of;
using ::testing::ElementsAre;

// The clock stands at 2026-03-02 17:00 in Shanghai, where the organisation is.
class AbsenceCommandsTest : public testing::TeamTest {
 protected:
  AbsenceCommandsTest() {
    olive = set_up_owner();
    north = add_team("North");
    mia = add_user("mia", Role::manager, Visibility::team, north).id;
    rui = add_user("rui", Role::rep, Visibility::own, north).id;
    ren = add_user("ren", Role::rep, Visibility::own, north).id;
  }
  static Date day(std::string_view iso) { return *date_from_iso(iso); }
  Result<Absence> set(UserId by, std::optional<UserId> whom, std::optional<UserId> deputy,
                      std::string_view from, std::string_view to) {
    return run_as(by, [&](Work& work) {
      return set_absence(work, {whom, deputy, day(from), day(to)});
    });
  }
  std::optional<UserId> deputy_at(UserId who, std::string_view instant) {
    return database().read([&](db::Connection& connection) {
      return stand_in_for(connection, who, *instant_from_iso(instant));
    });
  }

  UserId olive, mia, rui, ren;
  TeamId north;
};
EACH_ENGINE(AbsenceCommandsTest);

TEST_P(AbsenceCommandsTest, ItBeginsAndEndsWithTheDaysOfTheOrganisation) {
  const auto before = head();
  const Absence absence = set(rui, {}, ren, "2026-03-05", "2026-03-06").value();
  EXPECT_EQ(kinds_after(before).back(), "user.absence_set");
  EXPECT_EQ(deputy_at(rui, "2026-03-04T15:59:59Z"), std::nullopt);
  EXPECT_EQ(deputy_at(rui, "2026-03-04T16:00:00Z"), ren) << "midnight in Shanghai";
  EXPECT_EQ(deputy_at(rui, "2026-03-06T15:59:59Z"), ren);
  EXPECT_EQ(deputy_at(rui, "2026-03-06T16:00:00Z"), std::nullopt);
  run_as(rui, [&](Work& work) {
    return remove_absence(work, absence.id, absence.version);
  }).value();
  EXPECT_EQ(deputy_at(rui, "2026-03-05T08:00:00Z"), std::nullopt);
}

TEST_P(AbsenceCommandsTest, OneSetsItForOneselfOrForWhomOneManages) {
  EXPECT_EQ(code_of(set(rui, ren, {}, "2026-03-05", "2026-03-06")), "user.may_not_manage");
  EXPECT_EQ(code_of(set(mia, olive, {}, "2026-03-05", "2026-03-06")), "user.beyond_reach");
  EXPECT_TRUE(set(mia, ren, rui, "2026-03-05", "2026-03-06"));
  EXPECT_TRUE(set(olive, mia, {}, "2026-03-05", "2026-03-06"));
  EXPECT_EQ(code_of(set(olive, UserId(999), {}, "2026-03-05", "2026-03-06")), "record.not_found");
}

TEST_P(AbsenceCommandsTest, WhatMakesNoSenseIsRefused) {
  EXPECT_EQ(set(rui, {}, {}, "2026-03-06", "2026-03-05").error().fields.at(0).field, "to");
  EXPECT_EQ(set(rui, {}, {}, "2026-02-20", "2026-03-01").error().fields.at(0).field, "to");
  EXPECT_EQ(set(rui, {}, {}, "2026-03-05", "2027-03-09").error().fields.at(0).field, "to");
  EXPECT_EQ(set(rui, {}, rui, "2026-03-05", "2026-03-06").error().fields.at(0).field, "deputy_id");
  EXPECT_EQ(set(rui, {}, UserId(999), "2026-03-05", "2026-03-06").error().fields.at(0).field,
            "deputy_id");
  ASSERT_TRUE(set(rui, {}, ren, "2026-03-05", "2026-03-09"));
  EXPECT_EQ(code_of(set(rui, {}, ren, "2026-03-09", "2026-03-12")), "absence.overlaps");
  EXPECT_TRUE(set(rui, {}, ren, "2026-03-10", "2026-03-12"));
}

TEST_P(AbsenceCommandsTest, ItIsChangedOverTheVersionThatWasSeen) {
  const Absence absence = set(rui, {}, ren, "2026-03-05", "2026-03-06").value();
  const auto change = [&](std::int64_t version, const ChangeAbsence& wish) {
    return run_as(rui, [&](Work& work) { return change_absence(work, absence.id, version, wish); });
  };
  ChangeAbsence longer;
  longer.to = day("2026-03-09");
  EXPECT_EQ(change(1, longer).value().to, day("2026-03-09"));
  EXPECT_EQ(code_of(change(1, longer)), "record.stale");
  ChangeAbsence alone;
  alone.deputy_id = json::Patch<UserId>::null();
  EXPECT_EQ(change(2, alone).value().deputy_id, std::nullopt);
  EXPECT_EQ(deputy_at(rui, "2026-03-05T08:00:00Z"), std::nullopt);
}

TEST_P(AbsenceCommandsTest, ADeactivatedDeputyStandsInForNobody) {
  ASSERT_TRUE(set(rui, {}, ren, "2026-03-05", "2026-03-06"));
  ChangeUser leave;
  leave.active = false;
  run([&](Work& work) {
    return change_user(work, ren, user(ren).version, leave, std::nullopt, bring_nothing);
  }).value();
  EXPECT_EQ(deputy_at(rui, "2026-03-05T08:00:00Z"), std::nullopt);
}

TEST_P(AbsenceCommandsTest, TheDeputyHasItFromTheFirstDayToTheLast) {
  ASSERT_TRUE(set(rui, {}, ren, "2026-03-03", "2026-03-04"));
  ASSERT_TRUE(set(mia, {}, olive, "2026-03-03", "2026-03-04"));
  EXPECT_EQ(viewer_for(ren).stands_in_for, nullptr) << "it is the second";
  clock.advance(std::chrono::hours(7));  // midnight in Shanghai
  const Viewer deputy = viewer_for(ren);
  ASSERT_NE(deputy.stands_in_for, nullptr);
  ASSERT_EQ(deputy.stands_in_for->size(), 1u);
  EXPECT_EQ(deputy.stands_in_for->front().absent->user, rui);
  EXPECT_FALSE(deputy.stands_in_for->front().leads);
  EXPECT_TRUE(viewer_for(olive).stands_in_for->front().leads) << "both lead";
  EXPECT_EQ(viewer_for(rui).stands_in_for, nullptr);
  clock.advance(std::chrono::hours(48));
  EXPECT_EQ(viewer_for(ren).stands_in_for, nullptr);
}

TEST_P(AbsenceCommandsTest, StreamsOfDeputiesAreLetGoWhenTheDayBegins) {
  ASSERT_TRUE(set(rui, {}, ren, "2026-03-03", "2026-03-03"));
  const Viewer deputy = viewer_for(ren), other = viewer_for(olive);
  int told = 0;
  sessions.on_over([&](const Sessions::IsOver& is_over) {
    EXPECT_FALSE(is_over(other));
    if (is_over(deputy)) ++told;
  });
  sessions.tell_changed_deputies();
  EXPECT_EQ(told, 0);
  clock.advance(std::chrono::hours(7));
  sessions.tell_changed_deputies();
  EXPECT_EQ(told, 1);
}

TEST_P(AbsenceCommandsTest, WhoIsToldOfARecordIncludesTheDeputyOfItsOwner) {
  const auto told = [&] {
    return database().read([&](db::Connection& connection) {
      return who_sees(connection, {ren, mia, olive}, rui, TeamId(), clock.now());
    });
  };
  EXPECT_THAT(told(), ElementsAre(olive));
  ASSERT_TRUE(set(rui, {}, ren, "2026-03-02", "2026-03-03"));
  EXPECT_THAT(told(), ElementsAre(olive, ren));
}

}  // namespace
}  // namespace stagecoach::sales
