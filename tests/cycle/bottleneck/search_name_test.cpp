// Who shares a search with whom.
#include "cycle/bottleneck/search_name.h"

#include <gtest/gtest.h>

#include <set>

namespace stagecoach::cycle {
namespace {

using sales::Role;
using sales::StandIn;
using sales::TeamId;
using sales::Viewer;
using sales::Visibility;

constexpr sales::PipelineId kPipeline(1);

Viewer viewer(int id, Visibility visibility, std::vector<TeamId> reach = {TeamId(10)}) {
  sales::User user;
  user.id = UserId(id);
  user.visibility = visibility;
  user.team_id = reach.front();
  return Viewer::of(user, sales::first_rights_of(Role::manager), Viewer::By::session,
                    std::make_shared<const std::vector<TeamId>>(std::move(reach)));
}

Viewer behind(Viewer deputy, const Viewer& absent, bool leads) {
  deputy.stands_in_for = std::make_shared<const std::vector<StandIn>>(
      std::vector{StandIn{std::make_shared<Viewer>(absent), leads}});
  return deputy;
}

std::string name(const Viewer& viewer, const CycleQuery& query = {}) {
  return name_of_search(viewer, query, kPipeline);
}

TEST(SearchName, IsSharedByAllWhoSeeEverything) {
  const Viewer one = viewer(1, Visibility::all), other = viewer(2, Visibility::all, {TeamId(20)});
  EXPECT_EQ(name(one), name(other));
  EXPECT_EQ(name(behind(viewer(3, Visibility::team), one, true)), name(one));
  EXPECT_NE(name(one), name(viewer(1, Visibility::team)));
  EXPECT_NE(name(one), name_of_search(one, {}, sales::PipelineId(2)));
}

TEST(SearchName, TellsApartWhomOneStandsInFor) {
  const Viewer deputy = viewer(1, Visibility::team);
  const Viewer absent = viewer(2, Visibility::team, {TeamId(20)});
  const std::string before = name(deputy);
  const std::string meanwhile = name(behind(deputy, absent, true));
  EXPECT_NE(meanwhile, before);
  EXPECT_NE(meanwhile, name(behind(deputy, absent, false)));
  EXPECT_NE(meanwhile, name(behind(deputy, viewer(3, Visibility::team, {TeamId(20)}), true)));
  EXPECT_NE(meanwhile,
            name(behind(deputy, viewer(2, Visibility::team, {TeamId(20), TeamId(21)}), true)));
  EXPECT_EQ(meanwhile, name(behind(deputy, absent, true)));
}

TEST(SearchName, TellsApartWhatIsAsked) {
  const Viewer one = viewer(1, Visibility::all);
  CycleQuery owner, team, source, later;
  owner.owner_id = UserId(7);
  team.team_id = TeamId(7);
  source.source = "7";
  later.as_of = *date_from_iso("2026-03-02");
  const std::set<std::string> names = {name(one), name(one, owner), name(one, team),
                                       name(one, source), name(one, later)};
  EXPECT_EQ(names.size(), 5u);
}

}  // namespace
}  // namespace stagecoach::cycle
