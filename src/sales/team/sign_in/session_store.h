// Sessions and API tokens in the database: hashes of secrets, and who they stand for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/team/team_events.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// Whom a secret stands for, in one look-up.
struct Holder {
  User user;
  std::int64_t teams_version = 0;  // of the tree, for the copy of it that is kept in memory
  Instant expires_at;
  Instant seen_at;          // sessions only
  bool may_write = false;   // tokens: the scope; sessions: true
  bool must_enrol = false;  // sessions: his role needs a second factor, and he has none
};
// nullopt: unknown, over, or the person is no longer active. A session is over at its end, and
// earlier where it was last seen at `idle_since` or before.
std::optional<Holder> find_session(db::Connection& connection, std::string_view hash, Instant now,
                                   Instant idle_since);
std::optional<Holder> find_token(db::Connection& connection, std::string_view hash, Instant now);

using SessionId = Id<struct SessionTag>;

struct NewSession {
  std::string hash;
  UserId user;
  Instant expires_at;
};
// Where it was opened from stands in `why`.
void insert_session(journal::Work& work, const NewSession& session, const SignedIn& why);
void end_session(journal::Work& work, UserId user, std::string_view hash, const SignedOut& why);
// All of one person, but for one where it is given. The event that ends them is noted by the
// caller.
void end_sessions_of(journal::Work& work, UserId user, std::string_view except_hash = {});

// Everybody's, in a workspace that came back from a backup: who signed out since then stays out,
// and a one-time link that was used since then stays used.
void end_all_sessions(db::Connection& tx);

// A session as its owner knows it: a browser on one of his devices.
struct Device {
  SessionId id;
  UserId user;
  std::string hash;
  std::string agent;
  std::string address;  // where it signed in from
  Instant created_at;
  Instant seen_at;
  Instant expires_at;
};
// Of one person, those that are not over; seen last comes first.
std::vector<Device> list_devices(db::Connection& connection, UserId user, Instant now,
                                 Instant idle_since);
std::optional<Device> find_device(db::Connection& connection, SessionId id);
// Each of them with an event that names it.
void end_devices(journal::Work& work, const std::vector<Device>& devices);

// Bookkeeping without a reason to tell: when a session was last seen, and the removal of those that
// are over (returns their hashes).
void touch_session(db::Connection& tx, std::string_view hash, Instant seen_at);
std::vector<std::string> remove_dead_sessions(db::Connection& tx, Instant now, Instant idle_since);

struct Token {
  TokenId id;
  std::string name;
  std::vector<std::string> scopes;  // "read", "write"
  Instant created_at;
  Instant expires_at;
};
// Of one person, those that are neither revoked nor over.
std::vector<Token> list_tokens(db::Connection& connection, UserId user, Instant now);
// `token.id` is given by the database. Notes TokenCreated.
TokenId insert_token(journal::Work& work, UserId user, const Token& token, std::string_view hash);
// False: no such token of this person, or revoked before.
bool revoke_token(journal::Work& work, UserId user, TokenId id, const TokenRevoked& why);
void revoke_tokens_of(journal::Work& work, UserId user);

}  // namespace stagecoach::sales
