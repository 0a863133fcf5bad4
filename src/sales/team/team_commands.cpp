#include "sales/team/team_commands.h"

#include <algorithm>
#include <cctype>

#include "platform/base/enum_names.h"
#include "sales/team/grants.h"
#include "sales/team/identity_keys.h"
#include "sales/team/links/link_store.h"
#include "sales/team/roles/role_store.h"
#include "sales/team/sign_in/session_store.h"
#include "sales/team/stale.h"
#include "sales/team/team_store.h"
#include "sales/team/user_store.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kWrongFields{"user.invalid", "Some fields need another value.",
                              "部分字段需要修改。"};
constexpr Phrase kNoEmail{"user.email_invalid", "This is not an e-mail address.",
                          "邮箱地址格式不正确。"};
constexpr Phrase kNoRole{"user.no_such_role", "There is no such role.", "该角色不存在。"};
constexpr Phrase kNoTeam{"user.no_such_team", "There is no such team.", "该团队不存在。"};
constexpr Phrase kOwnerSeesAll{"user.owner_sees_all", "An owner sees every record.",
                               "所有者可查看全部记录。"};
constexpr Phrase kEmailTaken{"user.email_taken", "Somebody else has this e-mail address.",
                             "该邮箱已被其他人使用。"};
constexpr Phrase kLastOwner{"user.last_owner",
                            "This is the last owner who can sign in. Make somebody else an owner "
                            "first.",
                            "这是最后一位可登录的所有者，请先指定另一位所有者。"};
constexpr Phrase kTeamExists{"team.exists", "There is already a team of this name here.",
                             "此处已有同名团队。"};
constexpr Phrase kTeamBelowItself{"team.below_itself", "A team cannot lie below itself.",
                                  "团队不能隶属于其自身或下级团队。"};
constexpr Phrase kTeamInUse{"team.in_use", "People or teams still belong to it. Move them first.",
                            "该团队下仍有成员或下级团队，请先将其移出。"};
constexpr Phrase kOwnPassword{"user.own_password",
                              "Change your own password in your account, with the present one.",
                              "请在“我的账户”中凭当前密码修改自己的密码。"};
constexpr Phrase kMayNotImport{"import.forbidden", "You may not bring people or teams in.",
                               "您无权导入人员或团队。"};

Error wrong(std::string_view field, const Phrase& why) {
  return {Error::Code::invalid, kWrongFields, {{std::string(field), why}}};
}

std::string trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

// What holds of every person, whoever makes him so.
Result<void> check_user(journal::Work& work, const User& user) {
  if (user.email && !is_email(*user.email)) return wrong("email", kNoEmail);
  if (user.team_id && !find_team(work.tx, *user.team_id)) return wrong("team_id", kNoTeam);
  if (user.role == Role::owner && user.visibility != Visibility::all)
    return wrong("visibility", kOwnerSeesAll);
  if (!user.email) return {};
  const std::optional<User> other = find_user_by_email(work.tx, folded_key(*user.email));
  if (other && other->id != user.id)
    return Error(Error::Code::conflict, kEmailTaken, {{"email", kEmailTaken}});
  return {};
}

// An owner who loses what makes him one must not be the last.
Result<void> check_owner_remains(journal::Work& work, const User& before, const User& after) {
  const bool was = before.role == Role::owner && before.active;
  const bool stays = after.role == Role::owner && after.active && after.email.has_value();
  if (was && !stays && count_other_owners(work.tx, before.id) == 0)
    return Error(Error::Code::conflict, kLastOwner);
  return {};
}

std::vector<journal::Draft> changes_between(const User& before, const User& after) {
  std::vector<journal::Draft> why;
  const auto note = [&](const auto& event) { why.push_back(about_user(after.id, event)); };
  if (before.name != after.name) note(UserRenamed{{before.name, after.name}});
  if (before.email != after.email) note(EmailChanged{{before.email, after.email}});
  if (before.role != after.role) note(RoleChanged{{before.role, after.role}});
  const std::string kind(name_of(after.role));
  const std::string& from = before.role == after.role ? before.role_key : kind;
  if (from != after.role_key) note(RoleAssigned{{before.role_key, after.role_key}});
  if (before.visibility != after.visibility)
    note(VisibilityChanged{{before.visibility, after.visibility}});
  if (before.lang != after.lang) note(LanguageChanged{{before.lang, after.lang}});
  if (before.active && !after.active) note(UserDeactivated{});
  if (!before.active && after.active) note(UserReactivated{});
  return why;
}

Result<void> take_role(User& user, const Roles& roles, const std::string& key) {
  const DefinedRole* role = find_role(roles, key);
  if (!role) return wrong("role_key", kNoRole);
  user.role = role->kind;
  user.role_key = role->key;
  return {};
}

Result<User> changed(const User& before, const ChangeUser& wish, const Roles& roles) {
  User after = before;
  if (wish.name) after.name = trimmed(*wish.name);
  wish.email.apply_to(after.email);
  if (after.email) after.email = trimmed(*after.email);
  if (wish.role) TRY(take_role(after, roles, std::string(name_of(*wish.role))));
  if (wish.role_key) TRY(take_role(after, roles, *wish.role_key));
  // Somebody made an owner without a word about visibility sees everything from then on.
  if (after.role == Role::owner && !wish.visibility) after.visibility = Visibility::all;
  wish.visibility.apply_to(after.visibility);
  wish.team_id.apply_to(after.team_id);
  wish.lang.apply_to(after.lang);
  wish.active.apply_to(after.active);
  return after;
}

Result<void> check_team(journal::Work& work, const Team& team) {
  if (team.parent_id && !find_team(work.tx, *team.parent_id)) return wrong("parent_id", kNoTeam);
  const auto other = find_team_by_name(work.tx, folded_key(team.name), team.parent_id);
  if (other && other->id != team.id)
    return Error(Error::Code::conflict, kTeamExists, {{"name", kTeamExists}});
  return {};
}

}  // namespace

Visibility usual_visibility(Role role) {
  switch (role) {
    case Role::owner:
      return Visibility::all;
    case Role::manager:
    case Role::viewer:
      return Visibility::team;
    case Role::rep:
      return Visibility::own;
  }
  return Visibility::own;
}

Result<User> create_user(journal::Work& work, const CreateUser& wish,
                         const std::optional<std::string>& password_hash) {
  User user;
  user.name = trimmed(wish.name);
  if (wish.email) user.email = trimmed(*wish.email);
  const Roles roles = list_roles(work.tx);
  TRY(take_role(user, roles, wish.role_key.value_or(std::string(name_of(wish.role)))));
  user.visibility = wish.visibility.value_or(usual_visibility(user.role));
  user.team_id = wish.team_id;
  if (wish.lang)
    user.lang = *wish.lang;
  else if (const auto organization = find_organization(work.tx))
    user.lang = organization->lang;
  TRY(may_grant(viewer_of(work.actor), std::nullopt, user, roles));
  lock_people(work);
  TRY(check_user(work, user));
  user.id = insert_user(work, user, password_hash);
  return user;
}

Result<User> change_user(journal::Work& work, UserId id, std::int64_t version,
                         const ChangeUser& wish, const std::optional<std::string>& password_hash,
                         const BringRecords& bring_records) {
  lock_people(work);
  const std::optional<User> before = find_user(work.tx, id);
  if (!before) return no_such_record();
  const Roles roles = list_roles(work.tx);
  User after = TRY(changed(*before, wish, roles));
  TRY(may_grant(viewer_of(work.actor), before, after, roles));
  if (password_hash && id == work.actor.user)
    return Error(Error::Code::forbidden, kOwnPassword, {{"password", kOwnPassword}});
  if (before->version != version) return stale_record();
  TRY(check_user(work, after));
  TRY(check_owner_remains(work, *before, after));
  std::vector<journal::Draft> why = changes_between(*before, after);
  const bool changes_team = before->team_id != after.team_id;
  if (why.empty() && !changes_team && !password_hash) return after;
  TRY(save_user(work, after, std::move(why)));
  if (changes_team)
    bring_records(work, after,
                  work.append(about_user(id, UserTeamChanged{{before->team_id, after.team_id}})));
  if (password_hash) save_password(work, id, *password_hash, PasswordChanged{});
  if (password_hash || !after.active) {
    end_sessions_of(work, id);
    withdraw_link_of(work, id);
  }
  if (before->active && !after.active) revoke_tokens_of(work, id);
  return after;
}

Result<Team> create_team(journal::Work& work, const CreateTeam& wish) {
  Team team;
  team.name = trimmed(wish.name);
  team.parent_id = wish.parent_id;
  TRY(may_lead(viewer_of(work.actor), team.parent_id.value_or(TeamId())));
  lock_teams(work);
  TRY(check_team(work, team));
  team.id = insert_team(work, team);
  return team;
}

Result<Team> change_team(journal::Work& work, TeamId id, std::int64_t version,
                         const ChangeTeam& wish) {
  lock_teams(work);
  const std::optional<Team> before = find_team(work.tx, id);
  if (!before) return no_such_record();
  Team after = *before;
  if (wish.name) after.name = trimmed(*wish.name);
  wish.parent_id.apply_to(after.parent_id);
  const Viewer& viewer = viewer_of(work.actor);
  TRY(may_lead(viewer, id));
  const bool moved = after.parent_id != before->parent_id;
  if (moved) TRY(may_lead(viewer, after.parent_id.value_or(TeamId())));
  if (before->version != version) return stale_record();
  TRY(check_team(work, after));
  if (moved && after.parent_id && is_below(work.tx, *after.parent_id, id))
    return Error(Error::Code::refused, kTeamBelowItself);
  std::vector<journal::Draft> why;
  if (before->name != after.name)
    why.push_back(about_team(id, TeamRenamed{{before->name, after.name}}));
  if (moved) why.push_back(about_team(id, TeamMoved{{before->parent_id, after.parent_id}}));
  if (why.empty()) return after;
  TRY(save_team(work, after, std::move(why)));
  return after;
}

Result<void> delete_team(journal::Work& work, TeamId id, std::int64_t version) {
  lock_people(work);
  lock_teams(work);
  std::optional<Team> team = find_team(work.tx, id);
  if (!team) return no_such_record();
  TRY(may_lead(viewer_of(work.actor), id));
  if (team->version != version) return stale_record();
  if (is_team_in_use(work.tx, id)) return Error(Error::Code::conflict, kTeamInUse);
  return delete_team(work, *team, TeamDeleted{});
}

Result<Ensured<TeamId>> ensure_team(journal::Work& work, std::string_view name,
                                    std::optional<TeamId> parent) {
  if (!viewer_of(work.actor).has(Permission::imports_run))
    return Error(Error::Code::forbidden, kMayNotImport);
  const std::string key = folded_key(name);
  if (const auto known = find_team_by_name(work.tx, key, parent))
    return Ensured<TeamId>{known->id, false};
  lock_teams(work);
  Team team;
  team.name = trimmed(name);
  team.parent_id = parent;
  if (const auto known = find_team_by_name(work.tx, key, parent))
    return Ensured<TeamId>{known->id, false};
  return Ensured<TeamId>{insert_team(work, team), true};
}

Result<Ensured<UserId>> ensure_user(journal::Work& work, std::string_view name,
                                    const std::optional<std::string>& email,
                                    std::optional<TeamId> team) {
  if (!viewer_of(work.actor).has(Permission::imports_run))
    return Error(Error::Code::forbidden, kMayNotImport);
  if (email && !is_email(*email)) return wrong("email", kNoEmail);
  const auto find = [&]() -> std::optional<User> {
    if (email)
      if (auto known = find_user_by_email(work.tx, folded_key(*email))) return known;
    std::optional<User> namesake = find_user_by_name(work.tx, folded_key(name));
    // Two people of one name with two addresses are two people.
    if (namesake && email && namesake->email) return std::nullopt;
    return namesake;
  };
  if (const auto known = find()) return Ensured<UserId>{known->id, false};
  lock_people(work);
  if (const auto known = find()) return Ensured<UserId>{known->id, false};
  User user;
  user.name = trimmed(name);
  user.email = email;
  user.team_id = team;
  if (const auto organization = find_organization(work.tx)) user.lang = organization->lang;
  return Ensured<UserId>{insert_user(work, std::move(user), std::nullopt), true};
}

}  // namespace stagecoach::sales
