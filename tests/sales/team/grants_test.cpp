#include "sales/team/grants.h"

#include <gtest/gtest.h>

#include "platform/base/enum_names.h"

namespace stagecoach::sales {
namespace {

constexpr TeamId kNorth(10);        // the manager's
constexpr TeamId kNorthInside(11);  // below it
constexpr TeamId kSouth(20);

User person(std::int64_t id, Role role, Visibility visibility,
            std::optional<TeamId> team = std::nullopt) {
  User user;
  user.id = UserId(id);
  user.name = "Somebody";
  user.role = role;
  user.role_key = name_of(role);
  user.visibility = visibility;
  user.team_id = team;
  return user;
}

Viewer as(const User& user) {
  Reach reach;
  if (user.team_id == kNorth)
    reach = std::make_shared<const std::vector<TeamId>>(std::vector{kNorth, kNorthInside});
  return Viewer::of(user, first_rights_of(user.role), Viewer::By::session, reach);
}

std::string refusal(const Result<void>& result) {
  return result ? "" : std::string(result.error().message.code());
}

const Roles kRoles = first_roles();
const User kManager = person(1, Role::manager, Visibility::team, kNorth);
const User kOwner = person(2, Role::owner, Visibility::all);
const User kRep = person(3, Role::rep, Visibility::own, kNorthInside);
const User kStranger = person(4, Role::rep, Visibility::own, kSouth);

TEST(Grants, AnOwnerMayDoAnythingWithAnybody) {
  EXPECT_TRUE(may_grant(as(kOwner), std::nullopt, kManager, kRoles));
  EXPECT_TRUE(may_grant(as(kOwner), kRep, person(3, Role::owner, Visibility::all), kRoles));
}

TEST(Grants, RepsAndViewersManageNobody) {
  EXPECT_EQ(refusal(may_grant(as(kRep), std::nullopt, kRep, kRoles)), "user.may_not_manage");
  EXPECT_EQ(refusal(may_lead(as(kRep), kNorthInside)), "user.may_not_manage");
  const User viewer = person(9, Role::viewer, Visibility::all);
  EXPECT_EQ(refusal(may_grant(as(viewer), std::nullopt, kRep, kRoles)), "user.may_not_manage");
}

TEST(Grants, AManagerAddsRepsAndViewersOfHisReach) {
  EXPECT_TRUE(may_grant(as(kManager), std::nullopt, kRep, kRoles));
  EXPECT_TRUE(may_grant(as(kManager), std::nullopt,
                        person(0, Role::viewer, Visibility::team, kNorth), kRoles));
  EXPECT_EQ(refusal(may_grant(as(kManager), std::nullopt, kStranger, kRoles)), "user.beyond_reach");
  EXPECT_EQ(
      refusal(may_grant(as(kManager), std::nullopt, person(0, Role::rep, Visibility::own), kRoles)),
      "user.beyond_reach");
}

TEST(Grants, NobodyGrantsBeyondHimself) {
  EXPECT_EQ(refusal(may_grant(as(kManager), std::nullopt,
                              person(0, Role::manager, Visibility::team, kNorthInside), kRoles)),
            "user.role_beyond");
  EXPECT_EQ(refusal(may_grant(as(kManager), kRep,
                              person(3, Role::rep, Visibility::all, kNorthInside), kRoles)),
            "user.visibility_beyond");
  EXPECT_EQ(refusal(may_grant(as(kManager), kRep,
                              person(3, Role::owner, Visibility::all, kNorthInside), kRoles)),
            "user.role_beyond");
}

TEST(Grants, AManagerNeitherTakesFromNorGivesToOtherTeams) {
  EXPECT_EQ(refusal(may_grant(as(kManager), kStranger,
                              person(4, Role::rep, Visibility::own, kNorth), kRoles)),
            "user.beyond_reach");
  EXPECT_EQ(
      refusal(may_grant(as(kManager), kRep, person(3, Role::rep, Visibility::own, kSouth), kRoles)),
      "user.beyond_reach");
}

TEST(Grants, AManagerCannotChangeHisPeersOrHisOwnRights) {
  const User peer = person(7, Role::manager, Visibility::own, kNorthInside);
  EXPECT_EQ(refusal(may_grant(as(kManager), peer, kRep, kRoles)), "user.beyond_reach");
  EXPECT_EQ(refusal(may_grant(as(kManager), kOwner, kOwner, kRoles)), "user.beyond_reach");
  User promoted = kManager;
  promoted.visibility = Visibility::all;
  EXPECT_EQ(refusal(may_grant(as(kManager), kManager, promoted, kRoles)), "user.not_oneself");
  User renamed = kManager;
  renamed.name = "Another";
  EXPECT_TRUE(may_grant(as(kManager), kManager, renamed, kRoles));
}

TEST(Grants, AManagerInNoTeamWhoSeesEverythingReachesEverybody) {
  const Viewer head = as(person(8, Role::manager, Visibility::all));
  EXPECT_TRUE(may_grant(head, kStranger, kRep, kRoles));
  EXPECT_TRUE(may_lead(head, TeamId()));
  EXPECT_EQ(refusal(may_grant(head, kStranger, kManager, kRoles)), "user.role_beyond");
  const Viewer blind = as(person(8, Role::manager, Visibility::own));
  EXPECT_EQ(refusal(may_lead(blind, kNorth)), "user.beyond_reach");
}

TEST(Grants, AManagerLeadsTheTeamsOfHisReachOnly) {
  EXPECT_TRUE(may_lead(as(kManager), kNorth));
  EXPECT_TRUE(may_lead(as(kManager), kNorthInside));
  EXPECT_EQ(refusal(may_lead(as(kManager), kSouth)), "user.beyond_reach");
  EXPECT_EQ(refusal(may_lead(as(kManager), TeamId())), "user.beyond_reach");
}

}  // namespace
}  // namespace stagecoach::sales
