// Writing people and the organisation, each change with the event that explains it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/team/people.h"
#include "sales/team/team_events.h"

namespace stagecoach::sales {

// What a sign-in is checked against.
struct Credentials {
  User user;
  std::optional<std::string> password_hash;  // none: cannot sign in
};
std::optional<Credentials> find_credentials(db::Connection& connection, std::string_view email_key);
std::optional<Credentials> find_credentials(db::Connection& connection, UserId id);

bool has_users(db::Connection& connection);
// Active owners who have a password, apart from `except`: those who could still manage everything.
std::int64_t count_other_owners(db::Connection& connection, UserId except);

// Until the work ends nobody else creates people, changes addresses or takes an owner's rights, so
// what was looked up before a decision still holds at the commit.
void lock_people(journal::Work& work);

void insert_organization(journal::Work& work, const Organization& organization);
// `user.id` and `user.version` are given by the database. Notes UserCreated.
UserId insert_user(journal::Work& work, User user, const std::optional<std::string>& password_hash);
// Stores `user` over the version it carries and notes `why`; `user.version` becomes the new one.
// stale: somebody saved first.
Result<void> save_user(journal::Work& work, User& user, std::vector<journal::Draft> why);
void save_password(journal::Work& work, UserId user, std::string_view password_hash,
                   const PasswordChanged& why);

}  // namespace stagecoach::sales
