// Making roles, changing what they give, and deleting them. Decided by may_shape on the stored row.
#pragma once

#include <array>

#include "platform/json/json.h"
#include "sales/team/roles/role_store.h"

namespace stagecoach::sales {

struct CreateRole {
  std::string name;
  std::string copy_of;  // the key of a role; a copy of the owner's is a manager's kind of role
  std::optional<std::vector<std::string>> permissions;  // absent: those of the original
  std::optional<Visibility> changes;
};
BOOST_DESCRIBE_STRUCT(CreateRole, (), (name, copy_of, permissions, changes))
constexpr auto json_rules(const CreateRole*) {
  return std::array{json::Rule("name").length(1, 60), json::Rule("copy_of").length(1, 60),
                    json::Rule("permissions").items(0, 40)};
}

struct ChangeRole {
  json::Maybe<std::string> name;
  json::Maybe<std::vector<std::string>> permissions;
  json::Maybe<Visibility> changes;
};
BOOST_DESCRIBE_STRUCT(ChangeRole, (), (name, permissions, changes))
constexpr auto json_rules(const ChangeRole*) {
  return std::array{json::Rule("name").length(1, 60), json::Rule("permissions").items(0, 40)};
}

// invalid: no such original or permission. conflict: the name is taken, or there are fifty.
Result<DefinedRole> create_role(journal::Work& work, const CreateRole& wish);
// As above; invalid: a new name for one of the four. stale: `version` is not the stored one.
Result<DefinedRole> change_role(journal::Work& work, RoleId id, std::int64_t version,
                                const ChangeRole& wish);
// conflict: somebody has it, or it is one of the four.
Result<void> delete_role(journal::Work& work, RoleId id, std::int64_t version);

}  // namespace stagecoach::sales
