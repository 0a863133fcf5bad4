// The people who sign in, and the teams they belong to.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "journal/event.h"
#include "platform/base/id.h"
#include "platform/base/phrase.h"

namespace stagecoach {

BOOST_DESCRIBE_ENUM(Lang, en, zh)

}  // namespace stagecoach

namespace stagecoach::sales {

using TeamId = Id<struct TeamTag>;
using TokenId = Id<struct TokenTag>;

// The kind of a role: what it was copied from. Which permissions it gives is kept as data
// (roles/role.h). Declared from most to least.
enum class Role {
  owner,    // everything, in the whole organisation
  manager,  // leads a team: its records, its people, its gates
  rep,      // works on records of his own
  viewer,   // reads only
};
BOOST_DESCRIBE_ENUM(Role, owner, manager, rep, viewer)

// Which records a person sees. Declared from least to most.
enum class Visibility {
  own,   // those he owns
  team,  // also those of his team and of every team below it
  all,   // every record of the organisation
};
BOOST_DESCRIBE_ENUM(Visibility, own, team, all)

struct User {
  UserId id;
  std::string name;
  std::optional<std::string> email;  // none: known from an import only, cannot sign in
  Role role = Role::rep;
  std::string role_key = "rep";  // "owner", "manager", "rep", "viewer" or one of their own making
  Visibility visibility = Visibility::own;
  std::optional<TeamId> team_id;
  Lang lang = Lang::en;
  bool active = true;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(User, (),
                      (id, name, email, role, role_key, visibility, team_id, lang, active, version))

struct Team {
  TeamId id;
  std::string name;
  std::optional<TeamId> parent_id;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Team, (), (id, name, parent_id, version))

}  // namespace stagecoach::sales
