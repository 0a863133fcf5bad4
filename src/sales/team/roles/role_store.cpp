#include "sales/team/roles/role_store.h"

#include <cassert>

#include "platform/base/enum_names.h"
#include "sales/team/stale.h"
#include "sales/team/team_store.h"

namespace stagecoach::sales {
namespace {

#define ROLE_COLUMNS "id, role_key, name, kind, permissions, changes, version"

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// The columns are written from the same names; anything else is damage.
template <class E>
E enum_at(const db::Row& row, int column) {
  const std::optional<E> value = from_name<E>(row.text(column));
  if (!value) throw db::Failure(db::Failure::Kind::corrupt, "roles: unknown word");
  return *value;
}

DefinedRole role_from(const db::Row& row) {
  DefinedRole role;
  role.id = row.id<RoleId>(0);
  role.key = row.string(1);
  role.name = row.string(2);
  role.kind = enum_at<Role>(row, 3);
  role.permissions = words_of(row.text(4));
  role.changes = enum_at<Visibility>(row, 5);
  role.version = row.integer(6);
  // Stored without, so that a permission of a later release is the owner's at once.
  if (role.kind == Role::owner) role.permissions = names_of(Permissions::all());
  return role;
}

template <class Event>
journal::Draft about_role(RoleId role, const Event& event) {
  return {Event::kKind, {kRoleSubject, role.value}, json::write(event), {}, {}};
}

}  // namespace

Roles list_roles(db::Connection& connection) {
  constexpr std::string_view kList = "SELECT " ROLE_COLUMNS " FROM roles ORDER BY id";
  Roles roles;
  connection.each(kList, [&](const db::Row& row) { roles.push_back(role_from(row)); });
  return roles;
}

std::optional<DefinedRole> find_role(db::Connection& connection, RoleId id) {
  constexpr std::string_view kFind = "SELECT " ROLE_COLUMNS " FROM roles WHERE id = $1";
  return connection.first(kFind, role_from, id);
}

bool is_role_in_use(db::Connection& connection, std::string_view key) {
  constexpr std::string_view kFind = "SELECT 1 FROM users WHERE role_key = $1 LIMIT 1";
  return connection
      .first(
          kFind, [](const db::Row&) { return true; }, key)
      .has_value();
}

void insert_role(journal::Work& work, DefinedRole& role) {
  const std::int64_t number = *work.tx.reserve_ids("roles", 1).begin();
  constexpr std::string_view kInsert =
      "INSERT INTO roles (id, role_key, name, kind, permissions, changes, version, created_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, 1, $7)";
  role.id = RoleId(number);
  role.key = "role-" + std::to_string(number);
  role.version = 1;
  work.tx.execute(kInsert, role.id, role.key, role.name, name_of(role.kind),
                  text_of(role.permissions), name_of(role.changes), work.now);
  note_change_of_reach(work);
  work.append(about_role(
      role.id, RoleCreated{role.key, role.name, role.kind, role.permissions, role.changes}));
}

Result<void> save_role(journal::Work& work, DefinedRole& role, const RoleShaped& why) {
  constexpr std::string_view kUpdate =
      "UPDATE roles SET name = $3, permissions = $4, changes = $5, version = version + 1 "
      "WHERE id = $1 AND version = $2";
  if (work.tx.execute(kUpdate, role.id, role.version, role.name, text_of(role.permissions),
                      name_of(role.changes)) == 0)
    return stale_record();
  ++role.version;
  note_change_of_reach(work);
  work.append(about_role(role.id, why));
  return {};
}

Result<void> delete_role(journal::Work& work, const DefinedRole& role) {
  constexpr std::string_view kDelete = "DELETE FROM roles WHERE id = $1 AND version = $2";
  if (work.tx.execute(kDelete, role.id, role.version) == 0) return stale_record();
  note_change_of_reach(work);
  work.append(about_role(role.id, RoleDeleted{role.key, role.name}));
  return {};
}

}  // namespace stagecoach::sales
