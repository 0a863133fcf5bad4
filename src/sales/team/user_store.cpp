#include "sales/team/user_store.h"

#include <cassert>

#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/team/identity_keys.h"
#include "sales/team/stale.h"
#include "sales/team/team_store.h"

namespace stagecoach::sales {
namespace {

#define USER_COLUMNS "id, name, email, role, visibility, team_id, lang, active, version, role_key"

// The columns are written from the same names; anything else is damage.
template <class E>
E enum_at(const db::Row& row, int column) {
  const std::optional<E> value = from_name<E>(row.text(column));
  if (!value) throw db::Failure(db::Failure::Kind::corrupt, "users: unknown word");
  return *value;
}

User user_from(const db::Row& row) {
  User user;
  user.id = row.id<UserId>(0);
  user.name = row.string(1);
  user.email = row.optional_text(2);
  user.role = enum_at<Role>(row, 3);
  user.visibility = enum_at<Visibility>(row, 4);
  user.team_id = row.optional_id<TeamId>(5);
  user.lang = enum_at<Lang>(row, 6);
  user.active = row.boolean(7);
  user.version = row.integer(8);
  user.role_key = row.string(9);
  return user;
}

Credentials credentials_from(const db::Row& row) {
  return {user_from(row), row.optional_text(10)};
}

// Only what the kind of the role does not tell.
std::optional<std::string> own_role_of(const User& user) {
  if (user.role_key == name_of(user.role)) return std::nullopt;
  return user.role_key;
}

std::optional<std::string> key_of(const std::optional<std::string>& email) {
  if (!email) return std::nullopt;
  return folded_key(*email);
}

}  // namespace

std::optional<Organization> find_organization(db::Connection& connection) {
  constexpr std::string_view kFind =
      "SELECT name, currency, time_zone, lang FROM organization WHERE id = 1";
  return connection.first(kFind, [](const db::Row& row) {
    return Organization{row.string(0), Currency::parse(row.text(1)).value_or(Currency()),
                        row.string(2), enum_at<Lang>(row, 3)};
  });
}

std::optional<User> find_user(db::Connection& connection, UserId id) {
  constexpr std::string_view kFind = "SELECT " USER_COLUMNS " FROM users WHERE id = $1";
  return connection.first(kFind, user_from, id);
}

std::optional<User> find_user_by_email(db::Connection& connection, std::string_view email_key) {
  constexpr std::string_view kFind = "SELECT " USER_COLUMNS " FROM users WHERE email_key = $1";
  return connection.first(kFind, user_from, email_key);
}

std::optional<User> find_user_by_name(db::Connection& connection, std::string_view name_key) {
  constexpr std::string_view kFind =
      "SELECT " USER_COLUMNS " FROM users WHERE name_key = $1 ORDER BY active DESC, id LIMIT 1";
  return connection.first(kFind, user_from, name_key);
}

std::map<UserId, std::string> names_of_people(db::Connection& connection,
                                              const std::vector<UserId>& ids) {
  std::map<UserId, std::string> names;
  if (ids.empty()) return names;
  db::SqlText sql("SELECT id, name FROM users WHERE id IN ");
  sql.bind_list(ids);
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { names.emplace(row.id<UserId>(0), row.string(1)); });
  return names;
}

std::vector<User> find_users(db::Connection& connection, const std::vector<UserId>& ids) {
  std::vector<User> users;
  if (ids.empty()) return users;
  db::SqlText sql("SELECT " USER_COLUMNS " FROM users WHERE id IN ");
  sql.bind_list(ids);
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { users.push_back(user_from(row)); });
  return users;
}

std::vector<User> list_users(db::Connection& connection, UserId after, int limit) {
  constexpr std::string_view kList =
      "SELECT " USER_COLUMNS " FROM users WHERE id > $1 ORDER BY id LIMIT $2";
  std::vector<User> users;
  connection.each(
      kList, [&](const db::Row& row) { users.push_back(user_from(row)); }, after, limit);
  return users;
}

std::optional<Credentials> find_credentials(db::Connection& connection,
                                            std::string_view email_key) {
  constexpr std::string_view kFind =
      "SELECT " USER_COLUMNS ", password_hash FROM users WHERE email_key = $1";
  return connection.first(kFind, credentials_from, email_key);
}

std::optional<Credentials> find_credentials(db::Connection& connection, UserId id) {
  constexpr std::string_view kFind =
      "SELECT " USER_COLUMNS ", password_hash FROM users WHERE id = $1";
  return connection.first(kFind, credentials_from, id);
}

bool has_users(db::Connection& connection) {
  constexpr std::string_view kAny = "SELECT 1 FROM users LIMIT 1";
  return connection.first(kAny, [](const db::Row&) { return true; }).has_value();
}

std::int64_t count_other_owners(db::Connection& connection, UserId except) {
  constexpr std::string_view kCount =
      "SELECT count(*) FROM users WHERE role = 'owner' AND active = TRUE "
      "AND password_hash IS NOT NULL AND id <> $1";
  return *connection.first(
      kCount, [](const db::Row& row) { return row.integer(0); }, except);
}

void lock_people(journal::Work& work) {
  work.tx.lock_until_commit("people");
}

void insert_organization(journal::Work& work, const Organization& organization) {
  constexpr std::string_view kInsert =
      "INSERT INTO organization (id, name, currency, time_zone, lang, version, teams_version, "
      "created_at) VALUES (1, $1, $2, $3, $4, 1, 1, $5)";
  work.tx.execute(kInsert, organization.name, organization.currency.code(), organization.time_zone,
                  name_of(organization.lang), work.now);
  const OrganizationCreated why{organization.name, organization.currency, organization.time_zone,
                                organization.lang};
  work.append({OrganizationCreated::kKind, {"organization", 1}, json::write(why), {}, {}});
}

UserId insert_user(journal::Work& work, User user,
                   const std::optional<std::string>& password_hash) {
  constexpr std::string_view kInsert =
      "INSERT INTO users (name, name_key, email, email_key, role, visibility, team_id, lang, "
      "password_hash, active, version, created_at, role_key) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12) RETURNING id";
  const auto id = work.tx.first(
      kInsert, [](const db::Row& row) { return row.id<UserId>(0); }, user.name,
      folded_key(user.name), user.email, key_of(user.email), name_of(user.role),
      name_of(user.visibility), user.team_id, name_of(user.lang), password_hash, user.active,
      work.now, user.role_key);
  assert(id.has_value());
  work.append(about_user(*id, UserCreated{user.name, user.email, user.role, user.visibility,
                                          user.team_id, own_role_of(user)}));
  return *id;
}

Result<void> save_user(journal::Work& work, User& user, std::vector<journal::Draft> why) {
  constexpr std::string_view kUpdate =
      "UPDATE users SET name = $3, name_key = $4, email = $5, email_key = $6, role = $7, "
      "visibility = $8, team_id = $9, lang = $10, active = $11, role_key = $12, "
      "version = version + 1 "
      "WHERE id = $1 AND version = $2";
  const std::int64_t rows =
      work.tx.execute(kUpdate, user.id, user.version, user.name, folded_key(user.name), user.email,
                      key_of(user.email), name_of(user.role), name_of(user.visibility),
                      user.team_id, name_of(user.lang), user.active, user.role_key);
  if (rows == 0) return stale_record();
  ++user.version;
  note_change_of_reach(work);
  for (journal::Draft& draft : why) work.append(std::move(draft));
  return {};
}

void save_password(journal::Work& work, UserId user, std::string_view password_hash,
                   const PasswordChanged& why) {
  constexpr std::string_view kUpdate = "UPDATE users SET password_hash = $2 WHERE id = $1";
  work.tx.execute(kUpdate, user, password_hash);
  work.append(about_user(user, why));
}

}  // namespace stagecoach::sales
