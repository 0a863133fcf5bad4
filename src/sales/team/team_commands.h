// What managers do with people and teams. Each runs in a unit of work, decides by grants.h on the
// stored row, and notes what changed. Passwords arrive as hashes: the slow work is done before the
// transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

struct CreateUser {
  std::string name;
  std::optional<std::string> email;
  Role role = Role::rep;
  std::optional<Visibility> visibility;  // none: what the role usually has
  std::optional<TeamId> team_id;
  std::optional<Lang> lang;                  // none: the organisation's
  std::optional<std::string> password;       // none: cannot sign in until one is set
  std::optional<std::string> role_key = {};  // of any role; goes before `role`
};
BOOST_DESCRIBE_STRUCT(CreateUser, (),
                      (name, email, role, visibility, team_id, lang, password, role_key))
constexpr auto json_rules(const CreateUser*) {
  return std::array{json::Rule("name").length(1, 120), json::Rule("email").length(3, 254),
                    json::Rule("password").length(1, 512)};
}

struct ChangeUser {
  json::Maybe<std::string> name;
  json::Patch<std::string> email;
  json::Maybe<Role> role;
  json::Maybe<Visibility> visibility;
  json::Patch<TeamId> team_id;
  json::Maybe<Lang> lang;
  json::Maybe<bool> active;
  json::Maybe<std::string> password;       // a new one; ends this person's sessions
  json::Maybe<std::string> role_key = {};  // of any role; goes before `role`
};
BOOST_DESCRIBE_STRUCT(ChangeUser, (),
                      (name, email, role, visibility, team_id, lang, active, password, role_key))
constexpr auto json_rules(const ChangeUser*) {
  return std::array{json::Rule("name").length(1, 120), json::Rule("email").length(3, 254),
                    json::Rule("password").length(1, 512)};
}

struct CreateTeam {
  std::string name;
  std::optional<TeamId> parent_id;
};
BOOST_DESCRIBE_STRUCT(CreateTeam, (), (name, parent_id))
constexpr auto json_rules(const CreateTeam*) {
  return std::array{json::Rule("name").length(1, 120)};
}

struct ChangeTeam {
  json::Maybe<std::string> name;
  json::Patch<TeamId> parent_id;
};
BOOST_DESCRIBE_STRUCT(ChangeTeam, (), (name, parent_id))
constexpr auto json_rules(const ChangeTeam*) {
  return std::array{json::Rule("name").length(1, 120)};
}

// What somebody of this role sees unless it is said otherwise: owner all, manager and viewer team,
// rep own.
Visibility usual_visibility(Role role);

// invalid: not an e-mail address, no such team or role, an owner who would not see everything.
// forbidden: beyond the actor (grants.h). conflict: the address is somebody's.
Result<User> create_user(journal::Work& work, const CreateUser& wish,
                         const std::optional<std::string>& password_hash);

// Brings the records of a person to the team he is in now. They belong to nouns that this one does
// not know; sales/handover does. `cause` is the place of his UserTeamChanged in the work.
using BringRecords = std::function<void(journal::Work&, const User& person, std::size_t cause)>;

// As create_user; also forbidden: a new password for oneself, which needs the present one
// (sign_in.h). stale: `version` is not the stored one; conflict: it would leave no owner who can
// sign in. Deactivating revokes the tokens and ends the sessions of that person, a new password
// ends the sessions; another team takes his records along.
Result<User> change_user(journal::Work& work, UserId id, std::int64_t version,
                         const ChangeUser& wish, const std::optional<std::string>& password_hash,
                         const BringRecords& bring_records);

// invalid: no such parent. conflict: a team of this name is there already.
Result<Team> create_team(journal::Work& work, const CreateTeam& wish);
// Renames and moves. refused: it would lie below itself.
Result<Team> change_team(journal::Work& work, TeamId id, std::int64_t version,
                         const ChangeTeam& wish);
// conflict: people or teams are still in it.
Result<void> delete_team(journal::Work& work, TeamId id, std::int64_t version);

// For imports, which know people and teams by name. The found or created one; `created` tells
// which. Nobody who is already there is changed.
template <class IdType>
struct Ensured {
  IdType id;
  bool created = false;
};
// Under `parent`, or at the top. forbidden without imports_run.
Result<Ensured<TeamId>> ensure_team(journal::Work& work, std::string_view name,
                                    std::optional<TeamId> parent);
// By e-mail address where one is given and known, else by name. A new one is a rep who sees his own
// records and cannot sign in until he gets a password.
Result<Ensured<UserId>> ensure_user(journal::Work& work, std::string_view name,
                                    const std::optional<std::string>& email,
                                    std::optional<TeamId> team);

}  // namespace stagecoach::sales
