// One-time links in the database: hashes of secrets, and whom they let in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/team/links/sign_in_link.h"

namespace stagecoach::sales {

// A link with the person whom it lets in.
struct LinkHolder {
  SignInLink link;
  User user;
  bool newcomer = false;  // added for this invitation
};
// nullopt: unknown, used, withdrawn, expired, or the person is deactivated.
std::optional<LinkHolder> find_open_link(db::Connection& connection, std::string_view hash,
                                         Instant now);
// Open or expired.
std::optional<LinkHolder> find_link_of(db::Connection& connection, UserId user);
// Of everybody, newest first, with the person.
std::vector<LinkHolder> list_links(db::Connection& connection);

// In place of the one before, if there is one. Notes LinkMade.
void save_link(journal::Work& work, const SignInLink& link, std::string_view hash, bool newcomer);
// Ends the link of this person, if he has one, and notes why.
void remove_link(journal::Work& work, UserId user, const LinkUsed& why);
void withdraw_link_of(journal::Work& work, UserId user);

}  // namespace stagecoach::sales
