#include "sales/team/visibility.h"

#include <gtest/gtest.h>

namespace stagecoach::sales {
namespace {

constexpr UserId kMe(1);
constexpr UserId kOther(2);
constexpr TeamId kMine(10);
constexpr TeamId kBelow(11);
constexpr TeamId kElsewhere(20);

Viewer viewer(Role role, Visibility visibility, std::optional<TeamId> team = kMine,
              Viewer::By by = Viewer::By::session) {
  User user;
  user.id = kMe;
  user.role = role;
  user.visibility = visibility;
  user.team_id = team;
  Reach reach;
  if (team) reach = std::make_shared<const std::vector<TeamId>>(std::vector{kMine, kBelow});
  return Viewer::of(user, first_rights_of(role), by, reach);
}

TEST(Visibility, OwnIsWhatIOwnWhereverItLies) {
  const Viewer own = viewer(Role::rep, Visibility::own);
  EXPECT_TRUE(may_see(own, kMe, kElsewhere));
  EXPECT_TRUE(may_see(own, kMe, TeamId()));
  EXPECT_FALSE(may_see(own, kOther, kMine));
}

TEST(Visibility, TeamReachesDownButNotAsideNorUp) {
  const Viewer team = viewer(Role::rep, Visibility::team);
  EXPECT_TRUE(may_see(team, kOther, kMine));
  EXPECT_TRUE(may_see(team, kOther, kBelow));
  EXPECT_FALSE(may_see(team, kOther, kElsewhere));
  EXPECT_FALSE(may_see(team, kOther, TeamId()));
  EXPECT_TRUE(may_see(team, kMe, kElsewhere));
}

TEST(Visibility, TeamOfNobodyInNoTeamIsOwn) {
  const Viewer alone = viewer(Role::rep, Visibility::team, std::nullopt);
  EXPECT_FALSE(may_see(alone, kOther, TeamId()));
  EXPECT_TRUE(may_see(alone, kMe, TeamId()));
}

TEST(Visibility, WritingFollowsTheRoleWithinWhatIsSeen) {
  const Viewer rep = viewer(Role::rep, Visibility::all);
  EXPECT_TRUE(may_write(rep, kMe, kMine));
  EXPECT_FALSE(may_write(rep, kOther, kMine));
  const Viewer manager = viewer(Role::manager, Visibility::all);
  EXPECT_TRUE(may_write(manager, kOther, kBelow));
  EXPECT_FALSE(may_write(manager, kOther, kElsewhere));
  EXPECT_FALSE(may_write(manager, kOther, TeamId()));
  const Viewer modest = viewer(Role::manager, Visibility::own);
  EXPECT_FALSE(may_write(modest, kOther, kBelow)) << "what is not seen is not changed";
  EXPECT_TRUE(may_write(viewer(Role::owner, Visibility::all), kOther, kElsewhere));
  EXPECT_FALSE(may_write(viewer(Role::viewer, Visibility::all), kMe, kMine));
}

TEST(Visibility, AManagerInNoTeamWhoSeesEverythingLeadsEverybody) {
  EXPECT_TRUE(may_write(viewer(Role::manager, Visibility::all, std::nullopt), kOther, kElsewhere));
  EXPECT_FALSE(may_write(viewer(Role::manager, Visibility::team, std::nullopt), kOther, kMine));
}

TEST(Visibility, AReadTokenChangesNothing) {
  const Viewer token = viewer(Role::owner, Visibility::all, kMine, Viewer::By::read_token);
  EXPECT_TRUE(may_see(token, kOther, kElsewhere));
  EXPECT_FALSE(may_write(token, kMe, kMine));
}

TEST(Visibility, WhatIsNotSeenDoesNotExist) {
  const Viewer rep = viewer(Role::rep, Visibility::team);
  EXPECT_TRUE(authorize_write(rep, kMe, kMine));
  EXPECT_EQ(authorize_write(rep, kOther, kMine).error().code, Error::Code::forbidden);
  EXPECT_EQ(authorize_write(rep, kOther, kElsewhere).error().code, Error::Code::not_found);
  EXPECT_TRUE(authorize_read(rep, kOther, kMine));
  EXPECT_EQ(authorize_read(rep, kOther, kElsewhere).error().code, Error::Code::not_found);
}

TEST(Visibility, GivingAwayNeedsReach) {
  EXPECT_TRUE(may_assign_to(viewer(Role::rep, Visibility::own), kMe, kMine));
  EXPECT_FALSE(may_assign_to(viewer(Role::rep, Visibility::all), kOther, kMine));
  const Viewer manager = viewer(Role::manager, Visibility::team);
  EXPECT_TRUE(may_assign_to(manager, kOther, kBelow));
  EXPECT_FALSE(may_assign_to(manager, kOther, kElsewhere));
  EXPECT_TRUE(may_assign_to(viewer(Role::owner, Visibility::all), kOther, kElsewhere));
  EXPECT_FALSE(may_assign_to(viewer(Role::viewer, Visibility::all), kMe, kMine));
}

// ---- deputies ----

constexpr UserId kAbsent(3);

Viewer behind(Viewer deputy, const Viewer& absent, bool leads) {
  auto away = std::make_shared<Viewer>(absent);
  away->user = kAbsent;
  deputy.stands_in_for =
      std::make_shared<const std::vector<StandIn>>(std::vector{StandIn{std::move(away), leads}});
  return deputy;
}

TEST(Deputy, HasWhatTheAbsentOneOwnsAndGivesNoneOfItAway) {
  const Viewer deputy =
      behind(viewer(Role::rep, Visibility::own), viewer(Role::manager, Visibility::team), false);
  EXPECT_TRUE(may_see(deputy, kAbsent, kElsewhere));
  EXPECT_TRUE(may_write(deputy, kAbsent, kElsewhere));
  EXPECT_FALSE(may_give_away(deputy, kAbsent, kElsewhere));
  EXPECT_FALSE(may_see(deputy, kOther, kMine)) << "only where both lead does he get the team";
  EXPECT_EQ(seen_by(deputy, "d", 2).condition, "d.owner_id IN ($2, $3)");
}

TEST(Deputy, LeadsTheTeamMeanwhileWhereBothLead) {
  const Viewer away = viewer(Role::manager, Visibility::team);
  const Viewer deputy = behind(viewer(Role::manager, Visibility::team, std::nullopt), away, true);
  EXPECT_TRUE(may_write(deputy, kOther, kBelow));
  EXPECT_FALSE(may_give_away(deputy, kOther, kBelow));
  EXPECT_FALSE(may_see(deputy, kOther, kElsewhere));
  EXPECT_FALSE(sees_everything(deputy));
  EXPECT_TRUE(sees_everything(behind(deputy, viewer(Role::owner, Visibility::all), true)));
}

TEST(Deputy, MayNeverDoMoreThanHisRoleNorThanTheAbsentOnes) {
  EXPECT_FALSE(may_write(
      behind(viewer(Role::viewer, Visibility::own), viewer(Role::owner, Visibility::all), false),
      kAbsent, kMine));
  const Viewer deputy =
      behind(viewer(Role::rep, Visibility::own), viewer(Role::viewer, Visibility::own), false);
  EXPECT_TRUE(may_see(deputy, kAbsent, kMine));
  EXPECT_FALSE(may_write(deputy, kAbsent, kMine));
}

TEST(SeenBy, HasOneTextPerKindOfVisibility) {
  const SeenBy own = seen_by(viewer(Role::rep, Visibility::own), "d", 2);
  EXPECT_EQ(own.condition, "d.owner_id = $2");
  const SeenBy team = seen_by(viewer(Role::rep, Visibility::team), "deals", 5);
  EXPECT_EQ(team.condition,
            "(deals.owner_id = $5 OR deals.team_id IN "
            "(SELECT team_id FROM team_reach WHERE ancestor_id = $6))");
  const SeenBy all = seen_by(viewer(Role::rep, Visibility::all), "d", 2);
  EXPECT_EQ(all.condition, "TRUE");
  std::vector<db::Param> params;
  own.bind_to(params);
  team.bind_to(params);
  all.bind_to(params);
  ASSERT_EQ(params.size(), 3u);
  EXPECT_EQ(params[0].integer(), kMe.value);
  EXPECT_EQ(params[1].integer(), kMe.value);
  EXPECT_EQ(params[2].integer(), kMine.value);
}

}  // namespace
}  // namespace stagecoach::sales
