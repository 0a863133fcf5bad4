// What the journal records of people, teams and sign-ins. Secrets never appear here.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "journal/event.h"
#include "platform/base/money.h"
#include "platform/json/json.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// A change of one thing of a record.
template <class T>
struct FromTo {
  T from{};
  T to{};
};
BOOST_DESCRIBE_STRUCT(FromTo<std::string>, (), (from, to))
BOOST_DESCRIBE_STRUCT(FromTo<std::optional<std::string>>, (), (from, to))
BOOST_DESCRIBE_STRUCT(FromTo<Role>, (), (from, to))
BOOST_DESCRIBE_STRUCT(FromTo<Visibility>, (), (from, to))
BOOST_DESCRIBE_STRUCT(FromTo<std::optional<TeamId>>, (), (from, to))
BOOST_DESCRIBE_STRUCT(FromTo<Lang>, (), (from, to))

struct OrganizationCreated {
  static constexpr std::string_view kKind = "organization.created";
  std::string name;
  Currency currency;
  std::string time_zone;
  Lang lang = Lang::en;
};
BOOST_DESCRIBE_STRUCT(OrganizationCreated, (), (name, currency, time_zone, lang))

struct UserCreated {
  static constexpr std::string_view kKind = "user.created";
  std::string name;
  std::optional<std::string> email;
  Role role = Role::rep;
  Visibility visibility = Visibility::own;
  std::optional<TeamId> team_id;
  std::optional<std::string> role_key = {};  // of a role that is none of the four
};
BOOST_DESCRIBE_STRUCT(UserCreated, (), (name, email, role, visibility, team_id, role_key))

struct UserRenamed : FromTo<std::string> {
  static constexpr std::string_view kKind = "user.renamed";
};
BOOST_DESCRIBE_STRUCT(UserRenamed, (FromTo<std::string>), ())
struct EmailChanged : FromTo<std::optional<std::string>> {
  static constexpr std::string_view kKind = "user.email_changed";
};
BOOST_DESCRIBE_STRUCT(EmailChanged, (FromTo<std::optional<std::string>>), ())
struct RoleChanged : FromTo<Role> {
  static constexpr std::string_view kKind = "user.role_changed";
};
BOOST_DESCRIBE_STRUCT(RoleChanged, (FromTo<Role>), ())
// Between roles that are not all of the four; behind a RoleChanged where their kinds differ.
struct RoleAssigned : FromTo<std::string> {
  static constexpr std::string_view kKind = "user.role_assigned";
};
BOOST_DESCRIBE_STRUCT(RoleAssigned, (FromTo<std::string>), ())
struct VisibilityChanged : FromTo<Visibility> {
  static constexpr std::string_view kKind = "user.visibility_changed";
};
BOOST_DESCRIBE_STRUCT(VisibilityChanged, (FromTo<Visibility>), ())
// Leads to a change of the team of every record the person owns.
struct UserTeamChanged : FromTo<std::optional<TeamId>> {
  static constexpr std::string_view kKind = "user.team_changed";
};
BOOST_DESCRIBE_STRUCT(UserTeamChanged, (FromTo<std::optional<TeamId>>), ())
struct LanguageChanged : FromTo<Lang> {
  static constexpr std::string_view kKind = "user.language_changed";
};
BOOST_DESCRIBE_STRUCT(LanguageChanged, (FromTo<Lang>), ())
struct UserDeactivated {
  static constexpr std::string_view kKind = "user.deactivated";
};
BOOST_DESCRIBE_STRUCT(UserDeactivated, (), ())
struct UserReactivated {
  static constexpr std::string_view kKind = "user.reactivated";
};
BOOST_DESCRIBE_STRUCT(UserReactivated, (), ())
struct PasswordChanged {  // the actor tells whether by oneself
  static constexpr std::string_view kKind = "user.password_changed";
};
BOOST_DESCRIBE_STRUCT(PasswordChanged, (), ())

// Leads to a change of the owner of each record that was handed over.
struct RecordsHandedOver {
  static constexpr std::string_view kKind = "user.records_handed_over";
  UserId to_user_id;
  bool closed_deals = false;  // those that were won or lost among them
};
BOOST_DESCRIBE_STRUCT(RecordsHandedOver, (), (to_user_id, closed_deals))

// The hand-over at `undoes` was taken back, as far as nothing had happened since.
struct HandoverTakenBack {
  static constexpr std::string_view kKind = "user.handover_undone";
  std::int64_t undoes = 0;
  UserId from_user_id;
};
BOOST_DESCRIBE_STRUCT(HandoverTakenBack, (), (undoes, from_user_id))

struct SignedIn {
  static constexpr std::string_view kKind = "session.signed_in";
  std::string address;
  std::string agent;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (address, agent))
// The subject is the user where the e-mail address is known, else 0: what was typed is not kept, it
// might be a password.
struct SignInFailed {
  static constexpr std::string_view kKind = "session.sign_in_failed";
  std::string address;
};
BOOST_DESCRIBE_STRUCT(SignInFailed, (), (address))
struct SignedOut {
  static constexpr std::string_view kKind = "session.signed_out";
};
BOOST_DESCRIBE_STRUCT(SignedOut, (), ())
struct TokenCreated {
  static constexpr std::string_view kKind = "token.created";
  TokenId token_id;
  std::string name;
  std::string scopes;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(TokenCreated, (), (token_id, name, scopes, expires_at))
struct TokenRevoked {
  static constexpr std::string_view kKind = "token.revoked";
  TokenId token_id;
};
BOOST_DESCRIBE_STRUCT(TokenRevoked, (), (token_id))

struct TeamCreated {
  static constexpr std::string_view kKind = "team.created";
  std::string name;
  std::optional<TeamId> parent_id;
};
BOOST_DESCRIBE_STRUCT(TeamCreated, (), (name, parent_id))
struct TeamRenamed : FromTo<std::string> {
  static constexpr std::string_view kKind = "team.renamed";
};
BOOST_DESCRIBE_STRUCT(TeamRenamed, (FromTo<std::string>), ())
struct TeamMoved : FromTo<std::optional<TeamId>> {
  static constexpr std::string_view kKind = "team.moved";
};
BOOST_DESCRIBE_STRUCT(TeamMoved, (FromTo<std::optional<TeamId>>), ())
struct TeamDeleted {
  static constexpr std::string_view kKind = "team.deleted";
};
BOOST_DESCRIBE_STRUCT(TeamDeleted, (), ())

template <class Event>
journal::Draft about_user(UserId user, const Event& event) {
  return {Event::kKind, {"user", user.value}, json::write(event), {}, {}};
}
template <class Event>
journal::Draft about_team(TeamId team, const Event& event) {
  return {Event::kKind, {"team", team.value}, json::write(event), {}, {}};
}

}  // namespace stagecoach::sales
