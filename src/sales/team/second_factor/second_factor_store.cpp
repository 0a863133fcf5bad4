#include "sales/team/second_factor/second_factor_store.h"

#include <algorithm>

#include "platform/base/enum_names.h"

namespace stagecoach::sales {

std::optional<SecondFactor> find_second_factor(db::Connection& connection, UserId user) {
  constexpr std::string_view kFind =
      "SELECT secret, confirmed_at, last_step FROM second_factors WHERE user_id = $1";
  return connection.first(
      kFind,
      [](const db::Row& row) {
        return SecondFactor{std::string(row.blob(0)), !row.is_null(1), row.integer(2)};
      },
      user);
}

bool has_second_factor(db::Connection& connection, UserId user) {
  const auto factor = find_second_factor(connection, user);
  return factor && factor->confirmed;
}

std::vector<UserId> people_with_second_factor(db::Connection& connection) {
  constexpr std::string_view kList =
      "SELECT user_id FROM second_factors WHERE confirmed_at IS NOT NULL ORDER BY user_id";
  std::vector<UserId> people;
  connection.each(kList, [&](const db::Row& row) { people.push_back(row.id<UserId>(0)); });
  return people;
}

std::int64_t count_recovery_codes(db::Connection& connection, UserId user) {
  constexpr std::string_view kCount = "SELECT count(*) FROM recovery_codes WHERE user_id = $1";
  return *connection.first(
      kCount, [](const db::Row& row) { return row.integer(0); }, user);
}

void save_unconfirmed(journal::Work& work, UserId user, std::string_view secret) {
  constexpr std::string_view kSave =
      "INSERT INTO second_factors (user_id, secret, last_step, created_at) VALUES ($1, $2, 0, $3) "
      "ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, "
      "created_at = excluded.created_at WHERE second_factors.confirmed_at IS NULL";
  work.tx.execute(kSave, user, db::Blob{secret}, work.now);
}

void confirm_second_factor(journal::Work& work, UserId user, std::int64_t step,
                           const std::vector<std::string>& code_hashes,
                           const SecondFactorEnabled& why) {
  constexpr std::string_view kConfirm =
      "UPDATE second_factors SET confirmed_at = $2, last_step = $3 WHERE user_id = $1";
  constexpr std::string_view kAdd =
      "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)";
  work.tx.execute(kConfirm, user, work.now, step);
  for (const std::string& hash : code_hashes) work.tx.execute(kAdd, user, db::Blob{hash});
  work.append(about_user(user, why));
}

bool use_step(journal::Work& work, UserId user, std::int64_t step) {
  constexpr std::string_view kUse =
      "UPDATE second_factors SET last_step = $2 WHERE user_id = $1 AND last_step < $2";
  return work.tx.execute(kUse, user, step) > 0;
}

bool use_recovery_code(journal::Work& work, UserId user, std::string_view code_hash) {
  constexpr std::string_view kUse =
      "DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2";
  if (work.tx.execute(kUse, user, db::Blob{code_hash}) == 0) return false;
  work.append(about_user(user, RecoveryCodeUsed{count_recovery_codes(work.tx, user)}));
  return true;
}

bool remove_second_factor(journal::Work& work, UserId user, const SecondFactorRemoved& why) {
  constexpr std::string_view kRemove = "DELETE FROM second_factors WHERE user_id = $1";
  constexpr std::string_view kForget = "DELETE FROM recovery_codes WHERE user_id = $1";
  work.tx.execute(kForget, user);
  if (work.tx.execute(kRemove, user) == 0) return false;
  work.append(about_user(user, why));
  return true;
}

std::vector<Role> roles_that_need_one(db::Connection& connection) {
  constexpr std::string_view kList = "SELECT role FROM second_factor_roles";
  std::vector<Role> roles;
  connection.each(kList, [&](const db::Row& row) {
    if (const auto role = from_name<Role>(row.text(0))) roles.push_back(*role);
  });
  std::sort(roles.begin(), roles.end());
  return roles;
}

bool needs_second_factor(db::Connection& connection, Role role) {
  constexpr std::string_view kFind = "SELECT 1 FROM second_factor_roles WHERE role = $1";
  return connection
      .first(
          kFind, [](const db::Row&) { return true; }, name_of(role))
      .has_value();
}

void save_roles_that_need_one(journal::Work& work, const std::vector<Role>& roles) {
  constexpr std::string_view kClear = "DELETE FROM second_factor_roles";
  constexpr std::string_view kAdd = "INSERT INTO second_factor_roles (role) VALUES ($1)";
  const SecondFactorRolesChanged why{roles_that_need_one(work.tx), roles};
  work.tx.execute(kClear);
  for (const Role role : roles) work.tx.execute(kAdd, name_of(role));  // there are four
  work.append({SecondFactorRolesChanged::kKind, {"organization", 1}, json::write(why), {}, {}});
}

}  // namespace stagecoach::sales
