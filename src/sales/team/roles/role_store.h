// Roles in the database.
#pragma once

#include "journal/commands.h"
#include "sales/team/roles/role_events.h"

namespace stagecoach::sales {

Roles list_roles(db::Connection& connection);
std::optional<DefinedRole> find_role(db::Connection& connection, RoleId id);
// Whether anybody has it, deactivated people among them.
bool is_role_in_use(db::Connection& connection, std::string_view key);

// `role.id` and `role.key` are given by the database. REQUIRES of all: lock_people was called.
void insert_role(journal::Work& work, DefinedRole& role);
// Over the version that it carries, which becomes the new one. stale: somebody saved first.
Result<void> save_role(journal::Work& work, DefinedRole& role, const RoleShaped& why);
Result<void> delete_role(journal::Work& work, const DefinedRole& role);

}  // namespace stagecoach::sales
