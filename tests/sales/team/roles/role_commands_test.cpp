#include "sales/team/roles/role_commands.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "sales/team/team_test.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

using journal::Work;
using testing::code_of;
using ::testing::ElementsAre;

class RoleCommandsTest : public testing::TeamTest {
 protected:
  RoleCommandsTest() {
    olive = set_up_owner();
    mia = add_user("mia", Role::manager, Visibility::all).id;
    rui = add_user("rui", Role::rep, Visibility::all).id;
  }
  Result<DefinedRole> make(UserId by, const CreateRole& wish) {
    return run_as(by, [&](Work& work) { return create_role(work, wish); });
  }
  DefinedRole made(std::string name, std::vector<std::string> permissions) {
    return make(olive, {std::move(name), "rep", std::move(permissions), {}}).value();
  }
  Result<User> give(UserId by, UserId whom, const std::string& key) {
    return run_as(by, [&](Work& work) {
      ChangeUser wish;
      wish.role_key = key;
      return change_user(work, whom, user(whom).version, wish, std::nullopt, bring_nothing);
    });
  }
  DefinedRole stored(std::string_view key) {
    return database().read([&](db::Connection& c) { return *find_role(list_roles(c), key); });
  }

  UserId olive, mia, rui;
};
EACH_ENGINE(RoleCommandsTest);

TEST_P(RoleCommandsTest, TheStoredFourAreTheFirstFour) {
  const Roles roles = database().read([](db::Connection& c) { return list_roles(c); });
  ASSERT_EQ(roles.size(), 4u);
  for (const DefinedRole& role : roles) EXPECT_EQ(rights_of(role), first_rights_of(role.kind));
}

TEST_P(RoleCommandsTest, ACopyTakesEffectForWhoHasItAndAtOnceWhenItChanges) {
  const DefinedRole role = made("Second line", {"deals.write", "gates.override"});
  EXPECT_EQ(role.kind, Role::rep);
  EXPECT_EQ(role.permissions.size(), 2u);
  EXPECT_EQ(give(olive, rui, role.key).value().role, Role::rep);
  EXPECT_TRUE(viewer_for(rui).has(Permission::gates_override));
  EXPECT_FALSE(viewer_for(rui).has(Permission::exports_run));

  const auto before = head();
  ChangeRole wish;
  wish.permissions = std::vector<std::string>{"deals.write", "exports.run"};
  wish.changes = Visibility::all;
  const DefinedRole changed = run_as(olive, [&](Work& work) {
                                return change_role(work, role.id, role.version, wish);
                              }).value();
  EXPECT_EQ(stored(role.key).permissions, changed.permissions);
  EXPECT_FALSE(viewer_for(rui).has(Permission::gates_override));
  EXPECT_TRUE(may_write(viewer_for(rui), olive, TeamId())) << "it changes every record now";
  const auto events = events_after(before);
  const auto found = std::find_if(events.begin(), events.end(), [](const journal::Event& event) {
    return event.kind == RoleShaped::kKind;
  });
  ASSERT_NE(found, events.end());
  const auto shaped = json::read<RoleShaped>(found->data).value();
  EXPECT_THAT(shaped.given, ElementsAre("exports.run"));
  EXPECT_THAT(shaped.taken, ElementsAre("gates.override"));
  EXPECT_EQ(code_of(run_as(
                olive, [&](Work& work) { return change_role(work, role.id, role.version, wish); })),
            "record.stale");
}

TEST_P(RoleCommandsTest, NobodyMakesOrGivesWhatHeMayNotDo) {
  const DefinedRole strong = made("Strong", {"organization.edit"});
  EXPECT_EQ(code_of(give(mia, rui, strong.key)), "user.rights_beyond");
  EXPECT_EQ(code_of(make(mia, {"Mine", "rep", {{"pipelines.edit"}}, {}})), "role.beyond");
  EXPECT_EQ(code_of(make(mia, {"Mine", "owner", {}, {}})), "role.beyond");
  EXPECT_TRUE(give(olive, rui, strong.key));
  EXPECT_EQ(code_of(give(mia, rui, "rep")), "user.beyond_reach") << "he has more than she";
  const DefinedRole owner = stored("owner");
  EXPECT_EQ(code_of(run_as(olive,
                           [&](Work& work) {
                             ChangeRole wish;
                             wish.permissions = std::vector<std::string>{};
                             return change_role(work, owner.id, 1, wish);
                           })),
            "role.owner_is_fixed");
}

TEST_P(RoleCommandsTest, ARoleThatSomebodyHasOrThatCameFirstStays) {
  const DefinedRole role = made("Second line", {});
  const auto remove = [&](RoleId id, std::int64_t version) {
    return code_of(run_as(olive, [&](Work& work) { return delete_role(work, id, version); }));
  };
  ASSERT_TRUE(give(olive, rui, role.key));
  EXPECT_EQ(remove(role.id, 1), "role.in_use");
  EXPECT_EQ(remove(stored("rep").id, 1), "role.is_first");
  ASSERT_TRUE(give(olive, rui, "viewer"));
  EXPECT_EQ(user(rui).role, Role::viewer);
  EXPECT_EQ(remove(role.id, 1), "");
  EXPECT_EQ(code_of(give(olive, rui, role.key)), "user.invalid");
}

TEST_P(RoleCommandsTest, NamesAndPermissionsAreChecked) {
  made("Second line", {});
  EXPECT_EQ(code_of(make(olive, {"second LINE", "rep", {}, {}})), "role.name_taken");
  EXPECT_EQ(make(olive, {"Other", "nobody", {}, {}}).error().fields.at(0).field, "copy_of");
  EXPECT_EQ(make(olive, {"Other", "rep", {{"deals.fly"}}, {}}).error().fields.at(0).field,
            "permissions");
  EXPECT_EQ(make(olive, {"Deputy", "owner", {}, {}}).value().kind, Role::manager);
}

}  // namespace
}  // namespace stagecoach::sales
