#include "sales/team/team_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sales/team/team_store.h"
#include "sales/team/team_test.h"

namespace stagecoach::sales {
namespace {

using journal::Work;
using testing::code_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TeamCommandsTest : public testing::TeamTest {
 protected:
  TeamCommandsTest() : owner(set_up_owner()) {}

  Result<User> change(UserId by, UserId whom, const ChangeUser& wish,
                      std::optional<std::int64_t> version = std::nullopt) {
    const std::int64_t seen = version.value_or(user(whom).version);
    return run_as(by, [&](Work& work) {
      return change_user(work, whom, seen, wish, std::nullopt, bring_nothing);
    });
  }
  Result<Team> change(TeamId id, const ChangeTeam& wish) {
    const std::int64_t seen = team(id).version;
    return run([&](Work& work) { return change_team(work, id, seen, wish); });
  }
  std::vector<std::pair<TeamId, TeamId>> reach() {
    return database().read([](db::Connection& connection) { return list_reach(connection); });
  }

  const UserId owner;
};
EACH_ENGINE(TeamCommandsTest);

TEST_P(TeamCommandsTest, AddsAPersonAndSaysSo) {
  const TeamId team = add_team("North");
  const auto before = head();
  CreateUser wish;
  wish.name = std::string("  Rui Rep ");
  wish.email = "rui@example.com";
  wish.team_id = team;
  const User rui = run([&](Work& work) { return create_user(work, wish, std::nullopt); }).value();
  EXPECT_EQ(rui.name, "Rui Rep");
  EXPECT_EQ(rui.visibility, Visibility::own);
  EXPECT_EQ(rui.lang, Lang::en) << "the organisation's";
  const User stored = user(rui.id);
  EXPECT_EQ(stored.email, "rui@example.com");
  EXPECT_EQ(stored.team_id, team);
  EXPECT_TRUE(stored.active);
  const auto events = events_after(before);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].kind, "user.created");
  EXPECT_EQ(events[0].subject_id, rui.id.value);
  EXPECT_NE(events[0].data.find("\"rui@example.com\""), std::string::npos);
}

TEST_P(TeamCommandsTest, OneAddressIsOnePerson) {
  add_user("rui", Role::rep);
  CreateUser wish;
  wish.name = std::string("Another");
  wish.email = "RUI@Example.com ";
  EXPECT_EQ(code_of(run([&](Work& work) { return create_user(work, wish, std::nullopt); })),
            "user.email_taken");
  wish.email = "not an address";
  EXPECT_EQ(code_of(run([&](Work& work) { return create_user(work, wish, std::nullopt); })),
            "user.invalid");
}

TEST_P(TeamCommandsTest, EveryChangeIsAnEventOfItsOwn) {
  const User rui = add_user("rui", Role::rep);
  const TeamId north = add_team("North");
  const auto before = head();
  ChangeUser wish;
  wish.name = std::string("Rui Ren");
  wish.role = Role::manager;
  wish.visibility = Visibility::team;
  wish.team_id = json::Patch<TeamId>(north);
  const User changed =
      run([&](Work& work) {
        return change_user(work, rui.id, rui.version, wish, std::nullopt, bring_nothing);
      }).value();
  EXPECT_EQ(changed.version, rui.version + 1);
  EXPECT_EQ(user(rui.id).role, Role::manager);
  EXPECT_EQ(user(rui.id).team_id, north);
  EXPECT_THAT(kinds_after(before), ElementsAre("user.renamed", "user.role_changed",
                                               "user.visibility_changed", "user.team_changed"));
  EXPECT_EQ(events_after(before)[1].data, R"({"from":"rep","to":"manager"})");
}

TEST_P(TeamCommandsTest, NothingChangedIsNoEvent) {
  const User rui = add_user("rui", Role::rep);
  const auto before = head();
  ChangeUser wish;
  wish.name = rui.name;
  const User same =
      run([&](Work& work) {
        return change_user(work, rui.id, rui.version, wish, std::nullopt, bring_nothing);
      }).value();
  EXPECT_EQ(same.version, rui.version);
  EXPECT_THAT(kinds_after(before), IsEmpty());
}

TEST_P(TeamCommandsTest, WhoeverSavesSecondDecidesAgain) {
  const User rui = add_user("rui", Role::rep);
  ChangeUser wish;
  wish.name = std::string("First");
  EXPECT_TRUE(change(owner, rui.id, wish, rui.version));
  wish.name = std::string("Second");
  EXPECT_EQ(code_of(change(owner, rui.id, wish, rui.version)), "record.stale");
  EXPECT_EQ(user(rui.id).name, "First");
}

TEST_P(TeamCommandsTest, TheLastOwnerWhoCanSignInStays) {
  ChangeUser demote;
  demote.role = Role::manager;
  EXPECT_EQ(code_of(change(owner, owner, demote)), "user.last_owner");
  ChangeUser leave;
  leave.active = false;
  EXPECT_EQ(code_of(change(owner, owner, leave)), "user.last_owner");
  ChangeUser nameless;
  nameless.email = json::Patch<std::string>::null();
  EXPECT_EQ(code_of(change(owner, owner, nameless)), "user.last_owner");
  // An owner without a password could not take over.
  CreateUser wish;
  wish.name = std::string("Paper");
  wish.role = Role::owner;
  run([&](Work& work) { return create_user(work, wish, std::nullopt); }).value();
  EXPECT_EQ(code_of(change(owner, owner, demote)), "user.last_owner");
  add_user("second", Role::owner);
  EXPECT_TRUE(change(owner, owner, demote));
}

TEST_P(TeamCommandsTest, AnOwnerSeesEverything) {
  const User rui = add_user("rui", Role::rep);
  ChangeUser promote;
  promote.role = Role::owner;
  EXPECT_EQ(change(owner, rui.id, promote).value().visibility, Visibility::all);
  ChangeUser blind;
  blind.visibility = Visibility::own;
  EXPECT_EQ(code_of(change(owner, rui.id, blind)), "user.invalid");
}

TEST_P(TeamCommandsTest, AManagerStaysWithinHisReach) {
  const TeamId north = add_team("North");
  const TeamId inside = add_team("Inner north", north);
  const TeamId south = add_team("South");
  const User manager = add_user("mia", Role::manager, Visibility::team, north);
  const User below = add_user("below", Role::rep, Visibility::own, inside);
  const User aside = add_user("aside", Role::rep, Visibility::own, south);
  ChangeUser wish;
  wish.name = std::string("Renamed");
  EXPECT_TRUE(change(manager.id, below.id, wish));
  EXPECT_EQ(code_of(change(manager.id, aside.id, wish)), "user.beyond_reach");
  EXPECT_EQ(user(aside.id).name, "aside");
  ChangeUser promote;
  promote.role = Role::manager;
  EXPECT_EQ(code_of(change(manager.id, below.id, promote)), "user.role_beyond");
  CreateUser newcomer;
  newcomer.name = "New";
  newcomer.team_id = south;
  EXPECT_EQ(code_of(run_as(manager.id,
                           [&](Work& work) { return create_user(work, newcomer, std::nullopt); })),
            "user.beyond_reach");
  newcomer.team_id = inside;
  EXPECT_TRUE(
      run_as(manager.id, [&](Work& work) { return create_user(work, newcomer, std::nullopt); }));
}

TEST_P(TeamCommandsTest, TheReachFollowsTheTree) {
  const TeamId a = add_team("A");
  const TeamId b = add_team("B", a);
  const TeamId c = add_team("C", b);
  const TeamId d = add_team("D");
  EXPECT_THAT(reach(),
              ElementsAre(std::pair(a, a), std::pair(a, b), std::pair(a, c), std::pair(b, b),
                          std::pair(b, c), std::pair(c, c), std::pair(d, d)));
  const auto before = head();
  EXPECT_TRUE(change(b, {{}, json::Patch<TeamId>(d)}));
  EXPECT_THAT(reach(),
              ElementsAre(std::pair(a, a), std::pair(b, b), std::pair(b, c), std::pair(c, c),
                          std::pair(d, b), std::pair(d, c), std::pair(d, d)));
  EXPECT_THAT(kinds_after(before), ElementsAre("team.moved"));
  EXPECT_TRUE(change(b, {{}, json::Patch<TeamId>::null()}));
  EXPECT_THAT(reach(), ElementsAre(std::pair(a, a), std::pair(b, b), std::pair(b, c),
                                   std::pair(c, c), std::pair(d, d)));
}

TEST_P(TeamCommandsTest, TheTreeMakesNoCircle) {
  const TeamId a = add_team("A");
  const TeamId b = add_team("B", a);
  const TeamId c = add_team("C", b);
  const auto before = reach();
  EXPECT_EQ(code_of(change(a, {{}, json::Patch<TeamId>(c)})), "team.below_itself");
  EXPECT_EQ(code_of(change(a, {{}, json::Patch<TeamId>(a)})), "team.below_itself");
  EXPECT_EQ(reach(), before);
}

TEST_P(TeamCommandsTest, NamesAreUniqueAmongSiblings) {
  const TeamId a = add_team("North");
  EXPECT_EQ(code_of(run([&](Work& work) {
              return create_team(work, {" NORTH ", {}});
            })),
            "team.exists");
  const TeamId b = add_team("North", a);
  EXPECT_EQ(code_of(change(b, {{}, json::Patch<TeamId>::null()})), "team.exists");
  EXPECT_TRUE(change(b, {json::Maybe<std::string>("Centre"), json::Patch<TeamId>::null()}));
  EXPECT_EQ(code_of(run([&](Work& work) {
              return create_team(work, {"X", TeamId(999)});
            })),
            "user.invalid");
}

TEST_P(TeamCommandsTest, OnlyAnEmptyTeamIsDeleted) {
  const TeamId a = add_team("A");
  const TeamId b = add_team("B", a);
  const auto remove = [&](TeamId id) {
    const std::int64_t version = team(id).version;
    return run([&](Work& work) { return delete_team(work, id, version); });
  };
  EXPECT_EQ(code_of(remove(a)), "team.in_use");
  EXPECT_TRUE(remove(b));
  EXPECT_TRUE(remove(a));
  EXPECT_EQ(add_team("A").value, b.value + 1) << "the name is free again, the id is not";
}

TEST_P(TeamCommandsTest, ImportsFindOrMakeTeamsAndPeople) {
  const auto ensure = [&](std::string_view name, std::optional<std::string> email,
                          std::optional<TeamId> in) {
    return run([&](Work& work) { return ensure_user(work, name, email, in); }).value();
  };
  const auto team_of = [&](std::string_view name, std::optional<TeamId> parent) {
    return run([&](Work& work) { return ensure_team(work, name, parent); }).value();
  };
  const auto west = team_of("West", std::nullopt);
  EXPECT_TRUE(west.created);
  EXPECT_EQ(team_of(" west", std::nullopt).id, west.id);
  EXPECT_FALSE(team_of("WEST", std::nullopt).created);
  EXPECT_TRUE(team_of("West", west.id).created) << "another one, below the first";

  const auto anna = ensure("Anna Snelling", std::nullopt, west.id);
  EXPECT_TRUE(anna.created);
  EXPECT_EQ(user(anna.id).role, Role::rep);
  EXPECT_EQ(user(anna.id).team_id, west.id);
  EXPECT_EQ(ensure("anna  snelling", std::nullopt, std::nullopt).id, anna.id);
  const auto with_address = ensure("Zane Levy", "zane@example.com", west.id);
  EXPECT_EQ(ensure("Somebody Else", "ZANE@example.com", west.id).id, with_address.id);
  EXPECT_NE(ensure("Zane Levy", "zane@other.com", west.id).id, with_address.id);
  const auto events = kinds_after(0);
  EXPECT_EQ(std::count(events.begin(), events.end(), "user.created"), 4)
      << "the owner, Anna and two Zanes";
}

TEST_P(TeamCommandsTest, OnlyWhoMayImportEnsures) {
  const User rep = add_user("rep", Role::rep);
  EXPECT_EQ(code_of(run_as(rep.id, [](Work& work) { return ensure_team(work, "X", {}); })),
            "import.forbidden");
  EXPECT_EQ(code_of(run_as(rep.id, [](Work& work) { return ensure_user(work, "X", {}, {}); })),
            "import.forbidden");
}

TEST_P(TeamCommandsTest, NobodyGivesHimselfAPasswordWithoutThePresentOne) {
  const UserId second = add_user("second", Role::owner).id;
  const auto give = [&](UserId whom) {
    ChangeUser wish;
    wish.password = std::string("six silver spoons");
    return run_as(owner, [&](journal::Work& work) {
      return change_user(work, whom, user(whom).version, wish, "hash", bring_nothing);
    });
  };
  EXPECT_EQ(code_of(give(owner)), "user.own_password");
  EXPECT_TRUE(give(second));
}

}  // namespace
}  // namespace stagecoach::sales
