#include "sales/team/permission.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "sales/team/rules.h"

namespace stagecoach::sales {
namespace {

TEST(Permissions, EveryPermissionHasOneNameInTheApi) {
  std::set<std::string_view> names;
  for (const PermissionName& entry : kPermissionNames) names.insert(entry.name);
  EXPECT_EQ(names.size(), kPermissionNames.size());
  EXPECT_TRUE(Permissions::all().has(Permission::organization_edit));
}

TEST(Permissions, FollowTheRole) {
  EXPECT_EQ(permissions_of(first_rights_of(Role::owner), Visibility::all), Permissions::all());
  const Permissions manager = permissions_of(first_rights_of(Role::manager), Visibility::team);
  EXPECT_TRUE(manager.has(Permission::gates_override));
  EXPECT_TRUE(manager.has(Permission::users_manage));
  EXPECT_FALSE(manager.has(Permission::pipelines_edit));
  EXPECT_FALSE(manager.has(Permission::organization_edit));
  const Permissions rep = permissions_of(first_rights_of(Role::rep), Visibility::all);
  EXPECT_TRUE(rep.has(Permission::deals_write));
  EXPECT_FALSE(rep.has(Permission::deals_assign));
  EXPECT_FALSE(rep.has(Permission::gates_override));
  EXPECT_EQ(permissions_of(first_rights_of(Role::viewer), Visibility::all), Permissions());
}

TEST(Permissions, AnImportNeedsAManagerWhoSeesEverything) {
  EXPECT_TRUE(
      permissions_of(first_rights_of(Role::manager), Visibility::all).has(Permission::imports_run));
  EXPECT_FALSE(permissions_of(first_rights_of(Role::manager), Visibility::team)
                   .has(Permission::imports_run));
  EXPECT_FALSE(
      permissions_of(first_rights_of(Role::manager), Visibility::own).has(Permission::imports_run));
}

Viewer person(Role role, Viewer::By by) {
  User user;
  user.id = UserId(1);
  user.role = role;
  user.visibility = Visibility::all;
  return Viewer::of(user, first_rights_of(role), by, nullptr);
}

TEST(Rules, AReadTokenWritesNothingWhoeverItBelongsTo) {
  const Viewer owner = person(Role::owner, Viewer::By::read_token);
  for (const http::Rule& rule :
       {rules::may_write, rules::may_approve, rules::may_edit_products, rules::may_manage,
        rules::may_import, rules::may_edit_pipelines, rules::may_administer, rules::in_person})
    EXPECT_FALSE(rule.allows(owner)) << rule.name;
  EXPECT_TRUE(rules::signed_in.allows(owner));
  EXPECT_TRUE(rules::may_export.allows(owner));
}

TEST(Rules, AWriteTokenActsForItsPersonButNotOnTheAccount) {
  const Viewer owner = person(Role::owner, Viewer::By::write_token);
  EXPECT_TRUE(rules::may_write.allows(owner));
  EXPECT_TRUE(rules::may_administer.allows(owner));
  EXPECT_FALSE(rules::in_person.allows(owner));
}

TEST(Rules, FollowTheRole) {
  const Viewer rep = person(Role::rep, Viewer::By::session);
  EXPECT_TRUE(rules::may_write.allows(rep));
  EXPECT_FALSE(rules::may_approve.allows(rep));
  EXPECT_FALSE(rules::may_manage.allows(rep));
  EXPECT_TRUE(rules::in_person.allows(rep));
  const Viewer viewer = person(Role::viewer, Viewer::By::session);
  EXPECT_TRUE(rules::signed_in.allows(viewer));
  EXPECT_FALSE(rules::may_write.allows(viewer));
  EXPECT_FALSE(rules::may_export.allows(viewer));
}

TEST(Viewer, WorkForNobodyIsDoneByTheSystem) {
  const journal::Actor nobody;
  EXPECT_EQ(&viewer_of(nobody), &Viewer::system());
  const Viewer rep = person(Role::rep, Viewer::By::session);
  EXPECT_EQ(&viewer_of(rep), &rep);
}

}  // namespace
}  // namespace stagecoach::sales
