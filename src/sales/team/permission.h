// What a role allows, apart from which records it allows it on (that is visibility.h).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "sales/team/user.h"

namespace stagecoach::sales {

enum class Permission : std::uint8_t {
  deals_write,        // create and change deals, accounts, contacts, activities
  deals_assign,       // give a record to somebody else
  gates_override,     // approve a stage, move past an unmet gate with a reason
  products_edit,      // the price list
  pipelines_edit,     // stages, standards and exit criteria
  users_manage,       // people and teams, nobody beyond oneself
  imports_run,        // bring files in, and undo that
  exports_run,        // take lists out as files
  organization_edit,  // name, currency, time zone, and what only owners may see
};

// The name in the API: "deals.write".
struct PermissionName {
  Permission permission;
  std::string_view name;
};
inline constexpr std::array kPermissionNames{
    PermissionName{Permission::deals_write, "deals.write"},
    PermissionName{Permission::deals_assign, "deals.assign"},
    PermissionName{Permission::gates_override, "gates.override"},
    PermissionName{Permission::products_edit, "products.edit"},
    PermissionName{Permission::pipelines_edit, "pipelines.edit"},
    PermissionName{Permission::users_manage, "users.manage"},
    PermissionName{Permission::imports_run, "imports.run"},
    PermissionName{Permission::exports_run, "exports.run"},
    PermissionName{Permission::organization_edit, "organization.edit"},
};

// A set of permissions; a value of one word.
class Permissions {
 public:
  constexpr Permissions() = default;
  constexpr Permissions(std::initializer_list<Permission> permissions) {
    for (const Permission p : permissions) bits_ |= bit(p);
  }
  static constexpr Permissions all() {
    Permissions every;
    for (const PermissionName& entry : kPermissionNames) every.bits_ |= bit(entry.permission);
    return every;
  }

  // What a token that may only read keeps of these.
  constexpr Permissions reading_only() const {
    Permissions kept;
    kept.bits_ = bits_ & bit(Permission::exports_run);
    return kept;
  }

  constexpr bool has(Permission p) const { return (bits_ & bit(p)) != 0; }
  constexpr bool operator==(const Permissions&) const = default;

 private:
  static constexpr std::uint32_t bit(Permission p) { return 1u << static_cast<unsigned>(p); }
  std::uint32_t bits_ = 0;
};

// Derived from the role alone, but for one: an import writes records of the whole organisation, so
// a manager may run one only if he sees all of it.
constexpr Permissions permissions_of(Role role, Visibility visibility) {
  using enum Permission;
  switch (role) {
    case Role::owner:
      return Permissions::all();
    case Role::manager:
      if (visibility == Visibility::all)
        return {deals_write,  deals_assign, gates_override, products_edit,
                users_manage, imports_run,  exports_run};
      return {deals_write, deals_assign, gates_override, products_edit, users_manage, exports_run};
    case Role::rep:
      return {deals_write, exports_run};
    case Role::viewer:
      return {};
  }
  return {};
}

}  // namespace stagecoach::sales
