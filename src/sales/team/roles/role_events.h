// What the journal records of roles. The subject is the role, by its number.
#pragma once

#include "sales/team/roles/role.h"
#include "sales/team/team_events.h"

namespace stagecoach::sales {

inline constexpr std::string_view kRoleSubject = "role";

struct RoleCreated {
  static constexpr std::string_view kKind = "role.created";
  std::string key;
  std::string name;
  Role kind = Role::rep;
  std::vector<std::string> permissions;
  Visibility changes = Visibility::own;
};
BOOST_DESCRIBE_STRUCT(RoleCreated, (), (key, name, kind, permissions, changes))

// Takes effect at once for everybody who has the role.
struct RoleShaped {
  static constexpr std::string_view kKind = "role.changed";
  std::string key;
  FromTo<std::string> name;
  std::vector<std::string> given;  // permissions that it did not give before
  std::vector<std::string> taken;
  FromTo<Visibility> changes;
};
BOOST_DESCRIBE_STRUCT(RoleShaped, (), (key, name, given, taken, changes))

struct RoleDeleted {
  static constexpr std::string_view kKind = "role.deleted";
  std::string key;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(RoleDeleted, (), (key, name))

}  // namespace stagecoach::sales
