// Roles as data: four stand at the beginning, others are copies of one of them with other
// permissions. Pure.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

using RoleId = Id<struct RoleTag>;

struct DefinedRole {
  RoleId id;
  std::string key;   // stable: people, rules and files name it by this
  std::string name;  // empty: one of the four, which the interface names
  Role kind = Role::rep;
  std::vector<std::string> permissions;  // their names, in the order of permission.h
  Visibility changes = Visibility::own;  // whose records, among those that one sees
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(DefinedRole, (), (id, key, name, kind, permissions, changes, version))

// All that there are, the four first.
using Roles = std::vector<DefinedRole>;

const DefinedRole* find_role(const Roles& roles, std::string_view key);

// What it gives. An owner may do everything whatever is stored; a name that this release does not
// know gives nothing.
RoleRights rights_of(const DefinedRole& role);
// Of the role that this person has; nothing where it is unknown.
RoleRights rights_of(const Roles& roles, const User& user);

std::vector<std::string> names_of(Permissions permissions);
// nullopt: one of them is no permission.
std::optional<Permissions> permissions_named(const std::vector<std::string>& names);

// The four as every workspace begins with them.
Roles first_roles();

// Whether the viewer has at least these rights himself: nobody gives what he has not.
bool has_all_of(const Viewer& viewer, const RoleRights& rights);

// Whether he may turn a role that gives `before` into one that gives `after`. Forbidden: the
// owner's, his own, or one that gives (or is to give) what he has not.
Result<void> may_shape(const Viewer& viewer, const DefinedRole& before, const RoleRights& after);

}  // namespace stagecoach::sales
