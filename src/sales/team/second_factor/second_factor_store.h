// Second factors in the database. Secrets leave this table for its owner's first look only, and
// never for an event, an export or the log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/team/second_factor/second_factor_events.h"

namespace stagecoach::sales {

struct SecondFactor {
  std::string secret;
  bool confirmed = false;  // in force
  std::int64_t last_step = 0;
};
std::optional<SecondFactor> find_second_factor(db::Connection& connection, UserId user);
// Whether one is in force.
bool has_second_factor(db::Connection& connection, UserId user);
std::vector<UserId> people_with_second_factor(db::Connection& connection);
std::int64_t count_recovery_codes(db::Connection& connection, UserId user);

// Not in force until it is confirmed; nothing to tell yet.
void save_unconfirmed(journal::Work& work, UserId user, std::string_view secret);
void confirm_second_factor(journal::Work& work, UserId user, std::int64_t step,
                           const std::vector<std::string>& code_hashes,
                           const SecondFactorEnabled& why);
// False: a code of this step or a later one was used before.
bool use_step(journal::Work& work, UserId user, std::int64_t step);
// False: he has no such code, or used it.
bool use_recovery_code(journal::Work& work, UserId user, std::string_view code_hash);
// False: there was none.
bool remove_second_factor(journal::Work& work, UserId user, const SecondFactorRemoved& why);

// The roles that must have one, in the order of the enum.
std::vector<Role> roles_that_need_one(db::Connection& connection);
bool needs_second_factor(db::Connection& connection, Role role);
void save_roles_that_need_one(journal::Work& work, const std::vector<Role>& roles);

}  // namespace stagecoach::sales
