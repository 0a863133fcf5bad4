#include "sales/team/roles/role_commands.h"

#include <algorithm>

#include "sales/team/field_error.h"
#include "sales/team/identity_keys.h"
#include "sales/team/stale.h"
#include "sales/team/user_store.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchRole{"role.no_such_role", "There is no such role.", "该角色不存在。"};
constexpr Phrase kNoSuchPermission{"role.no_such_permission", "There is no such permission.",
                                   "该权限不存在。"};
constexpr Phrase kNameTaken{"role.name_taken", "There is already a role of this name.",
                            "已有同名角色。"};
constexpr Phrase kNameFixed{"role.name_fixed", "The four first roles keep their names.",
                            "四个初始角色的名称不可更改。"};
constexpr Phrase kTooMany{"role.too_many", "There are fifty roles already. Delete one first.",
                          "角色已达五十个，请先删除一个。"};
constexpr Phrase kInUse{"role.in_use", "Somebody still has this role. Give them another first.",
                        "仍有人员使用此角色，请先为其更换角色。"};
constexpr Phrase kIsFirst{"role.is_first", "The four first roles always exist.",
                          "四个初始角色不可删除。"};
constexpr std::size_t kRolesMax = 50;

Result<void> check_name(const Roles& roles, const DefinedRole& role) {
  for (const DefinedRole& other : roles)
    if (other.id != role.id && folded_key(other.name) == folded_key(role.name))
      return Error(Error::Code::conflict, kNameTaken, {{"name", kNameTaken}});
  return {};
}

// What it gives, in the order of permission.h and each once.
Result<void> give(DefinedRole& role, const std::vector<std::string>& names) {
  const auto permissions = permissions_named(names);
  if (!permissions) return field_error("permissions", kNoSuchPermission);
  role.permissions = names_of(*permissions);
  return {};
}

std::vector<std::string> without(const std::vector<std::string>& all,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> rest;
  for (const std::string& each : all)
    if (std::find(others.begin(), others.end(), each) == others.end()) rest.push_back(each);
  return rest;
}

}  // namespace

Result<DefinedRole> create_role(journal::Work& work, const CreateRole& wish) {
  lock_people(work);
  const Roles roles = list_roles(work.tx);
  const DefinedRole* original = find_role(roles, wish.copy_of);
  if (!original) return field_error("copy_of", kNoSuchRole);
  if (roles.size() >= kRolesMax) return Error(Error::Code::conflict, kTooMany);
  DefinedRole role = *original;
  role.id = RoleId();
  role.key.clear();
  role.name = wish.name;
  if (role.kind == Role::owner) role.kind = Role::manager;
  if (wish.permissions) TRY(give(role, *wish.permissions));
  role.changes = wish.changes.value_or(role.changes);
  TRY(may_shape(viewer_of(work.actor), role, rights_of(role)));
  TRY(check_name(roles, role));
  insert_role(work, role);
  return role;
}

Result<DefinedRole> change_role(journal::Work& work, RoleId id, std::int64_t version,
                                const ChangeRole& wish) {
  lock_people(work);
  const auto before = find_role(work.tx, id);
  if (!before) return no_such_record();
  DefinedRole after = *before;
  if (wish.name) after.name = *wish.name;
  if (wish.permissions) TRY(give(after, *wish.permissions));
  wish.changes.apply_to(after.changes);
  TRY(may_shape(viewer_of(work.actor), *before, rights_of(after)));
  if (before->version != version) return stale_record();
  if (after.name != before->name) {
    if (before->name.empty()) return field_error("name", kNameFixed);
    TRY(check_name(list_roles(work.tx), after));
  }
  const RoleShaped why{after.key,
                       {before->name, after.name},
                       without(after.permissions, before->permissions),
                       without(before->permissions, after.permissions),
                       {before->changes, after.changes}};
  if (why.given.empty() && why.taken.empty() && after.name == before->name &&
      after.changes == before->changes)
    return after;
  TRY(save_role(work, after, why));
  return after;
}

Result<void> delete_role(journal::Work& work, RoleId id, std::int64_t version) {
  lock_people(work);
  const auto role = find_role(work.tx, id);
  if (!role) return no_such_record();
  TRY(may_shape(viewer_of(work.actor), *role, RoleRights()));
  if (role->name.empty()) return Error(Error::Code::conflict, kIsFirst);
  if (role->version != version) return stale_record();
  if (is_role_in_use(work.tx, role->key)) return Error(Error::Code::conflict, kInUse);
  return delete_role(work, *role);
}

}  // namespace stagecoach::sales
