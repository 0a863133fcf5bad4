// One-time links: how somebody gets a password without another person knowing it.
//
// Whoever manages people makes one and hands it on; whoever opens it chooses his password and is
// in. The secret is in the link alone. A link works once and until it expires; a person has one at
// most, and making another ends the one before.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "platform/json/json.h"
#include "sales/team/links/link_events.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// A link that was made and not used: open, or expired.
struct SignInLink {
  UserId user_id;
  LinkPurpose purpose = LinkPurpose::invitation;
  std::optional<UserId> made_by;  // none: the system
  Instant created_at;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SignInLink, (), (user_id, purpose, made_by, created_at, expires_at))

struct Invite {
  std::string name;
  std::string email;
  Role role = Role::rep;
  std::optional<Visibility> visibility;  // none: what the role usually has
  std::optional<TeamId> team_id;
  std::optional<Lang> lang;                  // none: the organisation's
  std::optional<std::string> role_key = {};  // of any role; goes before `role`
};
BOOST_DESCRIBE_STRUCT(Invite, (), (name, email, role, visibility, team_id, lang, role_key))
constexpr auto json_rules(const Invite*) {
  return std::array{json::Rule("name").length(1, 120), json::Rule("email").length(3, 254)};
}

struct OpenLink {
  std::string link;  // its secret
};
BOOST_DESCRIBE_STRUCT(OpenLink, (), (link))
constexpr auto json_rules(const OpenLink*) {
  return std::array{json::Rule("link").length(1, 100)};
}

// What its bearer may know before he uses it.
struct OpenedLink {
  LinkPurpose purpose = LinkPurpose::invitation;
  std::string organization;
  std::optional<std::string> made_by;  // the name of who invites
  std::string name;
  std::string email;
  Role role = Role::rep;
  std::optional<std::string> team;
  Lang lang = Lang::en;
  Instant expires_at;
  bool needs_code = false;  // of the second factor, which a new password does not replace
};
BOOST_DESCRIBE_STRUCT(OpenedLink, (),
                      (purpose, organization, made_by, name, email, role, team, lang, expires_at,
                       needs_code))

struct UseLink {
  std::string link;
  std::string password;
  std::optional<std::string> name;  // an invited person corrects how he is called
  std::optional<Lang> lang;
  std::optional<std::string> code = {};  // of the second factor
};
BOOST_DESCRIBE_STRUCT(UseLink, (), (link, password, name, lang, code))
constexpr auto json_rules(const UseLink*) {
  return std::array{json::Rule("link").length(1, 100), json::Rule("password").length(1, 512),
                    json::Rule("name").length(1, 120), json::Rule("code").length(1, 40)};
}

}  // namespace stagecoach::sales
