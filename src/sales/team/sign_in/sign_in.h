// Getting in and out: the first set-up, signing in, signing out, one's own account and tokens.
//
// What is slow (Argon2) is done before the transaction, on the calling thread, and what it was
// decided on is looked at again inside.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/team/people.h"
#include "sales/team/sign_in/login_limits.h"
#include "sales/team/sign_in/password.h"
#include "sales/team/sign_in/sessions.h"

namespace stagecoach::sales {

// What a set-up brings along besides people; wired by the composition root.
struct SetUpHooks {
  // In the same transaction: what every workspace starts with (the built-in pipelines).
  std::function<Result<void>(journal::Work&)> furnish;
  // After the commit, where it was asked for: fill it with sample data, in the background.
  std::function<void(Lang)> make_sample_data;
};

// How long a one-time link works.
struct LinkLives {
  std::chrono::seconds invitation = std::chrono::hours(24 * 7);
  std::chrono::seconds reset = std::chrono::hours(24);
};

// The things that signing in needs. All outlive the desk; thread-safe as they are.
struct SignInDesk {
  journal::CommandRunner& commands;
  Passwords& passwords;
  LoginLimits& limits;
  Sessions& sessions;
  SetUpHooks hooks;
  LinkLives link_lives = {};
};

// Where a sign-in comes from, for limits and the journal.
struct Caller {
  std::string address;
  std::string agent;
};

struct SetUp {
  std::string organization;
  std::string name;
  std::string email;
  std::string password;
  Lang lang = Lang::en;
  Currency currency;
  std::string time_zone;
  bool sample_data = false;
};
BOOST_DESCRIBE_STRUCT(SetUp, (),
                      (organization, name, email, password, lang, currency, time_zone, sample_data))
constexpr auto json_rules(const SetUp*) {
  return std::array{
      json::Rule("organization").length(1, 200), json::Rule("name").length(1, 120),
      json::Rule("email").length(3, 254),        json::Rule("password").length(1, 512),
      json::Rule("time_zone").length(1, 64),     json::Rule("sample_data").defaulted()};
}

struct SignInWith {
  std::string email;
  std::string password;
  std::optional<std::string> code = {};  // of the second factor, where one is in force
};
BOOST_DESCRIBE_STRUCT(SignInWith, (), (email, password, code))
constexpr auto json_rules(const SignInWith*) {
  return std::array{json::Rule("email").length(1, 254), json::Rule("password").length(1, 512),
                    json::Rule("code").length(1, 40)};
}

struct ChangeMe {
  json::Maybe<std::string> name;
  json::Maybe<Lang> lang;
  json::Maybe<std::string> current_password;
  json::Maybe<std::string> new_password;
};
BOOST_DESCRIBE_STRUCT(ChangeMe, (), (name, lang, current_password, new_password))
constexpr auto json_rules(const ChangeMe*) {
  return std::array{json::Rule("name").length(1, 120),
                    json::Rule("current_password").length(1, 512),
                    json::Rule("new_password").length(1, 512)};
}

struct CreateToken {
  std::string name;
  std::vector<std::string> scopes;
  Date expires_on;  // the last day it works, in UTC
};
BOOST_DESCRIBE_STRUCT(CreateToken, (), (name, scopes, expires_on))
constexpr auto json_rules(const CreateToken*) {
  return std::array{json::Rule("name").length(1, 120), json::Rule("scopes").items(1, 2)};
}

// Somebody who just got in; `secret` goes into his cookie and nowhere else.
struct Admitted {
  User user;
  std::string secret;
};

// Whether nobody is there yet.
bool needs_set_up(db::Database& database);

// Makes the organisation and its first owner. conflict once there is any user, also where two try
// at the same time. Refuses fields as `invalid`.
Result<UserId> set_up(SignInDesk& desk, const SetUp& wish);

// unauthenticated with one and the same sentence whatever is wrong, or with "session.code_needed"
// where the password was right and a code is still to come; rate_limited with retry_after.
Result<Admitted> sign_in(SignInDesk& desk, const SignInWith& with, const Caller& caller);
// A new session of `user` in this unit of work; returns its secret. For somebody who has proved who
// he is.
std::string open_session(SignInDesk& desk, journal::Work& work, UserId user, const Caller& caller);
// The refusal where accept_code does not take `code`.
Error code_refused(const std::optional<std::string>& code);
// How attempts at the codes of this person are counted.
std::string counted_codes(UserId user);
// For somebody who just proved who he is (set-up).
Result<Admitted> admit(SignInDesk& desk, UserId id, const Caller& caller);
void sign_out(SignInDesk& desk, const Viewer& viewer);

// Name, language, password (with the present one). A new password ends all sessions of this person;
// the answer carries the secret of a new one then. stale: `version` is given and not the stored
// one.
struct ChangedMe {
  User user;
  std::optional<std::string> secret;
};
Result<ChangedMe> change_me(SignInDesk& desk, const Viewer& viewer, const ChangeMe& wish,
                            std::optional<std::int64_t> version, const Caller& caller);

// A new API token of the viewer; `secret` is shown once. invalid: an unknown scope, or a day that
// is over or more than a year away.
struct NewToken {
  Token token;
  std::string secret;
};
Result<NewToken> create_token(SignInDesk& desk, const Viewer& viewer, const CreateToken& wish);
Result<void> revoke_token(SignInDesk& desk, const Viewer& viewer, TokenId id);

}  // namespace stagecoach::sales
