// What a role allows, apart from which records it allows it on (that is visibility.h).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "sales/team/user.h"

namespace stagecoach::sales {

enum class Permission : std::uint8_t {
  deals_write,           // create and change deals, with their notes and files
  deals_amount,          // change the amount of a deal
  deals_close_date,      // change when a deal is expected to close
  accounts_write,        // create and change accounts and contacts
  activities_write,      // plan, log and finish activities
  records_delete,        // delete deals, accounts and contacts
  records_merge,         // make two records one, and take that back
  deals_assign,          // give a record to somebody else
  gates_override,        // approve a stage, move past an unmet gate with a reason
  products_edit,         // the price list
  pipelines_edit,        // stages, standards and exit criteria
  users_manage,          // people and teams, nobody beyond oneself
  personal_data_handle,  // take out or erase what is held on a person
  audit_read,            // who did what
  imports_run,           // bring files in, and undo that
  exports_run,           // take lists out as files
  organization_edit,     // name, currency, roles, backups, what only owners may see
};

// The name in the API: "deals.write".
struct PermissionName {
  Permission permission;
  std::string_view name;
};
inline constexpr std::array kPermissionNames{
    PermissionName{Permission::deals_write, "deals.write"},
    PermissionName{Permission::deals_amount, "deals.amount"},
    PermissionName{Permission::deals_close_date, "deals.close_date"},
    PermissionName{Permission::accounts_write, "accounts.write"},
    PermissionName{Permission::activities_write, "activities.write"},
    PermissionName{Permission::records_delete, "records.delete"},
    PermissionName{Permission::records_merge, "records.merge"},
    PermissionName{Permission::deals_assign, "deals.assign"},
    PermissionName{Permission::gates_override, "gates.override"},
    PermissionName{Permission::products_edit, "products.edit"},
    PermissionName{Permission::pipelines_edit, "pipelines.edit"},
    PermissionName{Permission::users_manage, "users.manage"},
    PermissionName{Permission::personal_data_handle, "personal_data.handle"},
    PermissionName{Permission::audit_read, "audit.read"},
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

  constexpr Permissions with(Permission p) const {
    Permissions more = *this;
    more.bits_ |= bit(p);
    return more;
  }
  constexpr Permissions without(Permission p) const {
    Permissions fewer = *this;
    fewer.bits_ &= ~bit(p);
    return fewer;
  }
  // Whether all of `others` are among these.
  constexpr bool include(Permissions others) const { return (others.bits_ & ~bits_) == 0; }

  constexpr bool has(Permission p) const { return (bits_ & bit(p)) != 0; }
  constexpr bool operator==(const Permissions&) const = default;

 private:
  static constexpr std::uint32_t bit(Permission p) { return 1u << static_cast<unsigned>(p); }
  std::uint32_t bits_ = 0;
};

// What a role gives: what may be done, and on whose records among those that are seen.
struct RoleRights {
  Permissions permissions;
  Visibility changes = Visibility::own;
  bool operator==(const RoleRights&) const = default;
};

// Those of the four roles that every workspace begins with. The owner's never change.
constexpr RoleRights first_rights_of(Role role) {
  using enum Permission;
  const Permissions rep{deals_write,      deals_amount,   deals_close_date, accounts_write,
                        activities_write, records_delete, records_merge,    exports_run};
  switch (role) {
    case Role::owner:
      return {Permissions::all(), Visibility::all};
    case Role::manager:
      return {Permissions::all().without(pipelines_edit).without(organization_edit),
              Visibility::team};
    case Role::rep:
      return {rep, Visibility::own};
    case Role::viewer:
      return {};
  }
  return {};
}

// What somebody may do who sees this much. An import writes records of the whole organisation, so
// only who sees all of it may run one.
constexpr Permissions permissions_of(const RoleRights& rights, Visibility visibility) {
  if (visibility == Visibility::all) return rights.permissions;
  return rights.permissions.without(Permission::imports_run);
}

}  // namespace stagecoach::sales
