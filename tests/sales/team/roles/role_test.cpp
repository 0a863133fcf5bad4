#include "sales/team/roles/role.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/base/enum_names.h"
#include "sales/team/grants.h"

namespace stagecoach::sales {
namespace {

Viewer viewer(UserId id, const User& user, const RoleRights& rights) {
  User person = user;
  person.id = id;
  return Viewer::of(person, rights, Viewer::By::session, nullptr);
}

TEST(Role, TheFirstFourGiveWhatEveryWorkspaceBeginsWith) {
  const Roles roles = first_roles();
  ASSERT_EQ(roles.size(), 4u);
  for (const DefinedRole& role : roles) EXPECT_EQ(rights_of(role), first_rights_of(role.kind));
  EXPECT_EQ(find_role(roles, "nobody"), nullptr);
  User stray;
  stray.role_key = "role-99";
  EXPECT_EQ(rights_of(roles, stray), RoleRights()) << "an unknown role gives nothing";
}

TEST(Role, NamesOfPermissionsAreReadBack) {
  EXPECT_EQ(permissions_named(names_of(Permissions::all())), Permissions::all());
  EXPECT_EQ(permissions_named({"deals.write", "deals.fly"}), std::nullopt);
}

TEST(Role, TheOwnersIsFixedAndOnesOwnIsForOthers) {
  const Roles roles = first_roles();
  User user;
  user.role = Role::owner;
  user.role_key = "owner";
  user.visibility = Visibility::all;
  const Viewer owner = viewer(UserId(1), user, first_rights_of(Role::owner));
  EXPECT_FALSE(may_shape(owner, roles[0], RoleRights()));
  EXPECT_TRUE(may_shape(owner, roles[1], RoleRights()));
  user.role = Role::manager;
  user.role_key = "manager";
  const Viewer manager = viewer(UserId(2), user, first_rights_of(Role::manager));
  EXPECT_FALSE(may_shape(manager, roles[1], RoleRights()));
  EXPECT_TRUE(may_shape(manager, roles[2], RoleRights()));
}

// Over random roles and people: whatever may be granted or shaped gives nothing that the one who
// grants has not himself, and nobody but an owner touches who or what is above him.
TEST(Role, NobodyGrantsBeyondHimself) {
  std::mt19937 random(11);
  const auto below = [&](std::size_t n) { return random() % n; };
  const auto some = [&] {
    RoleRights rights;
    for (const PermissionName& entry : kPermissionNames)
      if (below(4) != 0) rights.permissions = rights.permissions.with(entry.permission);
    rights.changes = static_cast<Visibility>(below(3));
    return rights;
  };
  int granted = 0, shaped = 0;
  for (int round = 0; round < 20'000; ++round) {
    Roles roles = first_roles();
    for (int i = 0; i < 3; ++i) {
      DefinedRole role;
      role.id = RoleId(10 + i);
      role.key = "role-" + std::to_string(10 + i);
      role.kind = static_cast<Role>(1 + below(3));
      const RoleRights rights = some();
      role.permissions = names_of(rights.permissions);
      role.changes = rights.changes;
      roles.push_back(std::move(role));
    }
    const auto somebody = [&](std::int64_t id) {
      const DefinedRole& role = roles[1 + below(roles.size() - 1)];
      User user;
      user.id = UserId(id);
      user.role = role.kind;
      user.role_key = role.key;
      user.visibility = static_cast<Visibility>(below(3));
      return user;
    };
    const User actor = somebody(1), before = somebody(2), after = somebody(2);
    const Viewer acting = viewer(actor.id, actor, rights_of(roles, actor));
    const auto is_within = [&](const RoleRights& rights) {
      return acting.permissions.include(rights.permissions) && rights.changes <= acting.changes;
    };
    if (may_grant(acting, before, after, roles)) {
      ++granted;
      EXPECT_TRUE(acting.has(Permission::users_manage));
      EXPECT_TRUE(is_within(rights_of(roles, before)) && is_within(rights_of(roles, after)));
      EXPECT_LE(after.visibility, acting.visibility);
    }
    const RoleRights wanted = some();
    const DefinedRole& target = roles[below(roles.size())];
    if (may_shape(acting, target, wanted)) {
      ++shaped;
      EXPECT_TRUE(is_within(rights_of(target)) && is_within(wanted));
      EXPECT_NE(target.key, acting.role_key);
      EXPECT_NE(target.kind, Role::owner);
    }
  }
  EXPECT_GT(granted, 50);
  EXPECT_GT(shaped, 50);
}

}  // namespace
}  // namespace stagecoach::sales
