#include "sales/team/links/link_commands.h"

#include "sales/team/grants.h"
#include "sales/team/links/link_store.h"
#include "sales/team/roles/role_store.h"
#include "sales/team/second_factor/accept_code.h"
#include "sales/team/second_factor/second_factor_store.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/team_commands.h"
#include "sales/team/user_store.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kOver{
    "link.over", "This link does not work any more. Ask whoever gave it to you for a new one.",
    "该链接已失效，请联系发送人重新获取。"};
constexpr Phrase kNotOneself{"link.not_oneself",
                             "Change your own password in your account, with the present one.",
                             "请在个人账户中使用当前密码修改自己的密码。"};
constexpr Phrase kDeactivated{"link.deactivated", "This person is deactivated.", "该人员已停用。"};
constexpr Phrase kNoEmail{"link.no_email", "This person has no e-mail address to sign in with.",
                          "该人员没有可用于登录的邮箱。"};

NewLink save_new_link(journal::Work& work, const User& user, LinkPurpose purpose,
                      std::chrono::seconds life, bool newcomer) {
  Secret secret = new_secret(kLinkPrefix);
  NewLink made;
  made.user = user;
  made.link = {user.id, purpose, std::nullopt, work.now, work.now + life};
  if (work.actor.user) made.link.made_by = work.actor.user;
  save_link(work, made.link, secret.hash, newcomer);
  made.secret = std::move(secret.text);
  return made;
}

// Guesses at one link are counted apart from those at another; an address counts for all.
std::string counted_link(std::string_view hash) {
  return "link " + std::string(hash);
}

Error link_over() {
  return {Error::Code::not_found, kOver};
}

User as_wished(const LinkHolder& holder, const UseLink& wish) {
  User user = holder.user;
  if (wish.name && holder.link.purpose == LinkPurpose::invitation) user.name = *wish.name;
  if (wish.lang) user.lang = *wish.lang;
  return user;
}

Result<Admitted> let_in(SignInDesk& desk, journal::Work& work, std::string_view hash,
                        const UseLink& wish, const std::string& password_hash,
                        const Caller& caller) {
  const auto holder = find_open_link(work.tx, hash, work.now);
  if (!holder) return link_over();
  const User& before = holder->user;
  if (!accept_code(work, before.id, wish.code)) return code_refused(wish.code);
  User after = as_wished(*holder, wish);
  std::vector<journal::Draft> why;
  if (after.name != before.name)
    why.push_back(about_user(after.id, UserRenamed{{before.name, after.name}}));
  if (after.lang != before.lang)
    why.push_back(about_user(after.id, LanguageChanged{{before.lang, after.lang}}));
  TRY(save_user(work, after, std::move(why)));
  remove_link(work, after.id, LinkUsed{holder->link.purpose});
  save_password(work, after.id, password_hash, PasswordChanged{});
  end_sessions_of(work, after.id);
  return Admitted{after, open_session(desk, work, after.id, caller)};
}

}  // namespace

Result<NewLink> invite(journal::Work& work, const Invite& wish, const LinkLives& lives) {
  CreateUser person;
  person.name = wish.name;
  person.email = wish.email;
  person.role = wish.role;
  person.role_key = wish.role_key;
  person.visibility = wish.visibility;
  person.team_id = wish.team_id;
  person.lang = wish.lang;
  const User user = TRY(create_user(work, person, std::nullopt));
  return save_new_link(work, user, LinkPurpose::invitation, lives.invitation, true);
}

Result<NewLink> make_link(journal::Work& work, UserId id, const LinkLives& lives) {
  lock_people(work);
  const auto stored = find_credentials(work.tx, id);
  if (!stored) return no_such_record();
  const User& user = stored->user;
  TRY(may_grant(viewer_of(work.actor), user, user, list_roles(work.tx)));
  if (user.id == work.actor.user) return Error(Error::Code::forbidden, kNotOneself);
  if (!user.active) return Error(Error::Code::refused, kDeactivated);
  if (!user.email) return Error(Error::Code::refused, kNoEmail);
  if (stored->password_hash)
    return save_new_link(work, user, LinkPurpose::reset, lives.reset, false);
  const auto before = find_link_of(work.tx, id);
  return save_new_link(work, user, LinkPurpose::invitation, lives.invitation,
                       before && before->newcomer);
}

Result<void> withdraw_link(journal::Work& work, UserId id) {
  lock_people(work);
  auto holder = find_link_of(work.tx, id);
  if (!holder) return no_such_record();
  TRY(may_grant(viewer_of(work.actor), holder->user, holder->user, list_roles(work.tx)));
  withdraw_link_of(work, id);
  if (!holder->newcomer || !holder->user.active) return {};
  holder->user.active = false;
  return save_user(work, holder->user, {about_user(id, UserDeactivated{})});
}

std::vector<SignInLink> links_for(db::Connection& connection, const Viewer& viewer) {
  std::vector<SignInLink> links;
  const Roles roles = list_roles(connection);
  for (const LinkHolder& holder : list_links(connection))
    if (may_grant(viewer, holder.user, holder.user, roles)) links.push_back(holder.link);
  return links;
}

Result<OpenedLink> open_link(SignInDesk& desk, const OpenLink& wish, const Caller& caller) {
  const std::string hash = secret_hash(wish.link);
  const std::string counted = counted_link(hash);
  TRY(desk.limits.begin(caller.address, counted));
  const Instant now = desk.commands.clock().now();
  auto opened =
      desk.commands.database().read([&](db::Connection& connection) -> std::optional<OpenedLink> {
        const auto holder = find_open_link(connection, hash, now);
        const auto organization = find_organization(connection);
        if (!holder || !organization) return std::nullopt;
        const auto maker = find_user(connection, holder->link.made_by.value_or(UserId()));
        const auto team = find_team(connection, holder->user.team_id.value_or(TeamId()));
        OpenedLink seen;
        seen.purpose = holder->link.purpose;
        seen.organization = organization->name;
        if (maker) seen.made_by = maker->name;
        seen.name = holder->user.name;
        seen.email = holder->user.email.value_or("");
        seen.role = holder->user.role;
        if (team) seen.team = team->name;
        seen.lang = holder->user.lang;
        seen.expires_at = holder->link.expires_at;
        seen.needs_code = has_second_factor(connection, holder->user.id);
        return seen;
      });
  if (!opened) return link_over();
  desk.limits.succeeded(caller.address, counted);
  return *std::move(opened);
}

Result<Admitted> use_link(SignInDesk& desk, const UseLink& wish, const Caller& caller) {
  const std::string hash = secret_hash(wish.link);
  const std::string counted = counted_link(hash);
  TRY(desk.limits.begin(caller.address, counted));
  const Instant now = desk.commands.clock().now();
  const auto known = desk.commands.database().read(
      [&](db::Connection& connection) { return find_open_link(connection, hash, now); });
  const User user = known ? as_wished(*known, wish) : User();
  TRY(check_password(wish.password, user.email.value_or(""), user.name, "password"));
  const std::string password_hash = TRY(desk.passwords.hash(wish.password));
  if (!known) return link_over();
  if (wish.code) TRY(desk.limits.begin(caller.address, counted_codes(user.id), Attempt::code));
  Viewer self;
  self.user = user.id;
  self.language = user.lang;
  auto in = desk.commands.run(self, [&](journal::Work& work) {
    return let_in(desk, work, hash, wish, password_hash, caller);
  });
  if (!in) return in;
  desk.limits.succeeded(caller.address, counted);
  if (wish.code) desk.limits.succeeded(caller.address, counted_codes(user.id), Attempt::code);
  desk.sessions.tell_over([id = user.id](const Viewer& viewer) {
    return viewer.user == id && viewer.by == Viewer::By::session;
  });
  return in;
}

}  // namespace stagecoach::sales
