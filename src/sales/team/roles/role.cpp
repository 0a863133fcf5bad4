#include "sales/team/roles/role.h"

#include <algorithm>

#include "platform/base/enum_names.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kOwnerIsFixed{"role.owner_is_fixed", "What an owner may do cannot be changed.",
                               "所有者的权限不可更改。"};
constexpr Phrase kNotOnesOwn{"role.not_ones_own", "Somebody else has to change your own role.",
                             "您自己的角色须由他人更改。"};
constexpr Phrase kBeyond{"role.beyond", "You cannot give what you may not do yourself.",
                         "您不能授予自己没有的权限。"};

}  // namespace

const DefinedRole* find_role(const Roles& roles, std::string_view key) {
  const auto found = std::find_if(roles.begin(), roles.end(),
                                  [&](const DefinedRole& role) { return role.key == key; });
  return found == roles.end() ? nullptr : &*found;
}

RoleRights rights_of(const DefinedRole& role) {
  if (role.kind == Role::owner) return first_rights_of(Role::owner);
  RoleRights rights{{}, role.changes};
  for (const PermissionName& entry : kPermissionNames)
    if (std::find(role.permissions.begin(), role.permissions.end(), entry.name) !=
        role.permissions.end())
      rights.permissions = rights.permissions.with(entry.permission);
  return rights;
}

RoleRights rights_of(const Roles& roles, const User& user) {
  const DefinedRole* role = find_role(roles, user.role_key);
  return role ? rights_of(*role) : RoleRights();
}

std::vector<std::string> names_of(Permissions permissions) {
  std::vector<std::string> names;
  for (const PermissionName& entry : kPermissionNames)
    if (permissions.has(entry.permission)) names.emplace_back(entry.name);
  return names;
}

std::optional<Permissions> permissions_named(const std::vector<std::string>& names) {
  Permissions permissions;
  for (const std::string& name : names) {
    const auto* const found =
        std::find_if(kPermissionNames.begin(), kPermissionNames.end(),
                     [&](const PermissionName& entry) { return entry.name == name; });
    if (found == kPermissionNames.end()) return std::nullopt;
    permissions = permissions.with(found->permission);
  }
  return permissions;
}

Roles first_roles() {
  Roles roles;
  for (const Role kind : {Role::owner, Role::manager, Role::rep, Role::viewer}) {
    const RoleRights rights = first_rights_of(kind);
    DefinedRole role;
    role.key = std::string(name_of(kind));
    role.kind = kind;
    role.permissions = names_of(rights.permissions);
    role.changes = rights.changes;
    roles.push_back(std::move(role));
  }
  return roles;
}

bool has_all_of(const Viewer& viewer, const RoleRights& rights) {
  return viewer.permissions.include(rights.permissions) && rights.changes <= viewer.changes;
}

Result<void> may_shape(const Viewer& viewer, const DefinedRole& before, const RoleRights& after) {
  const auto forbidden = [](const Phrase& why) { return Error(Error::Code::forbidden, why); };
  if (before.kind == Role::owner) return forbidden(kOwnerIsFixed);
  if (viewer.role == Role::owner) return {};
  if (before.key == viewer.role_key) return forbidden(kNotOnesOwn);
  if (!has_all_of(viewer, rights_of(before)) || !has_all_of(viewer, after))
    return forbidden(kBeyond);
  return {};
}

}  // namespace stagecoach::sales
