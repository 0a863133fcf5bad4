#include "sales/team/sign_in/sign_in.h"

#include <algorithm>

#include "platform/base/utf8.h"
#include "sales/team/identity_keys.h"
#include "sales/team/second_factor/accept_code.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/stale.h"
#include "sales/team/user_store.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kRefused{"session.refused", "The e-mail address or the password is not right.",
                          "邮箱或密码不正确。"};
constexpr Phrase kRefusedWithCode{"session.refused_with_code",
                                  "The e-mail address, the password or the code is not right.",
                                  "邮箱、密码或验证码不正确。"};
constexpr Phrase kCodeNeeded{"session.code_needed",
                             "Enter the code that your authenticator app shows.",
                             "请输入身份验证器应用显示的验证码。"};
constexpr Phrase kWrongFields{"me.invalid", "Some fields need another value.",
                              "部分字段需要修改。"};
constexpr Phrase kWrongPassword{"me.current_password_wrong", "This is not your present password.",
                                "当前密码不正确。"};
constexpr Phrase kUnknownScope{"token.unknown_scope", "A scope is \"read\" or \"write\".",
                               "权限范围只能是 \"read\" 或 \"write\"。"};
constexpr Phrase kBadExpiry{"token.expiry", "Choose a day from today on, within a year.",
                            "请选择从今天起一年以内的日期。"};
constexpr std::chrono::days kTokenLifeMax{366};
constexpr size_t kAgentMax = 200;

Error wrong(std::string_view field, const Phrase& why) {
  return {Error::Code::invalid, kWrongFields, {{std::string(field), why}}};
}

std::string presentable(const std::string& agent) {
  return is_valid_utf8(agent) ? std::string(truncate_utf8(agent, kAgentMax)) : std::string();
}

// Opens a session if this person may still sign in with this password hash, and with this code.
Result<Admitted> admit_with(SignInDesk& desk, UserId id, const std::string& password_hash,
                            const std::optional<std::string>& code, const Caller& caller) {
  Viewer self;
  self.user = id;
  return desk.commands.run(self, [&](journal::Work& work) -> Result<Admitted> {
    const auto stored = find_credentials(work.tx, id);
    if (!stored || !stored->user.active || stored->password_hash != password_hash)
      return Error(Error::Code::unauthenticated, kRefused);
    if (!accept_code(work, id, code)) return code_refused(code);
    return Admitted{stored->user, open_session(desk, work, id, caller)};
  });
}

void note_failure(SignInDesk& desk, UserId known, const Caller& caller) {
  const auto noted = desk.commands.run(Viewer::system(), [&](journal::Work& work) -> Result<void> {
    work.append(about_user(known, SignInFailed{caller.address}));
    return {};
  });
  (void)noted;  // it cannot refuse
}

// The new hash, if `wish` asks for one and gives the right present password.
Result<std::optional<std::string>> new_password_hash(SignInDesk& desk, const Credentials& stored,
                                                     const ChangeMe& wish, const Caller& caller) {
  if (!wish.new_password) return std::optional<std::string>();
  const User& user = stored.user;
  const std::string email = user.email.value_or("");
  const std::string account = folded_key(email);
  TRY(desk.limits.begin(caller.address, account));
  const std::string present = wish.current_password ? *wish.current_password : std::string();
  if (!TRY(desk.passwords.verify(stored.password_hash, present)))
    return wrong("current_password", kWrongPassword);
  desk.limits.succeeded(caller.address, account);
  TRY(check_password(*wish.new_password, email, user.name, "new_password"));
  std::string hash = TRY(desk.passwords.hash(*wish.new_password));
  return std::optional<std::string>(std::move(hash));
}

Result<std::vector<std::string>> scopes_from(const std::vector<std::string>& asked) {
  std::vector<std::string> scopes{"read"};
  for (const std::string& scope : asked) {
    if (scope != "read" && scope != "write") return wrong("scopes", kUnknownScope);
    if (scope == "write" && scopes.size() == 1) scopes.push_back(scope);
  }
  return scopes;
}

}  // namespace

std::string open_session(SignInDesk& desk, journal::Work& work, UserId user, const Caller& caller) {
  Secret secret = new_secret(kSessionPrefix);
  insert_session(work, {secret.hash, user, desk.sessions.expiry_from(work.now)},
                 SignedIn{caller.address, presentable(caller.agent)});
  return std::move(secret.text);
}

Result<Admitted> sign_in(SignInDesk& desk, const SignInWith& with, const Caller& caller) {
  const std::string account = folded_key(with.email);
  TRY(desk.limits.begin(caller.address, account));
  const auto stored = desk.commands.database().read(
      [&](db::Connection& connection) { return find_credentials(connection, account); });
  const bool possible = stored && stored->user.active && stored->password_hash;
  const std::optional<std::string> hash = possible ? stored->password_hash : std::nullopt;
  if (!TRY(desk.passwords.verify(hash, with.password))) {
    note_failure(desk, stored ? stored->user.id : UserId(), caller);
    return Error(Error::Code::unauthenticated, with.code ? kRefusedWithCode : kRefused);
  }
  desk.limits.succeeded(caller.address, account);
  const UserId id = stored->user.id;
  if (with.code) TRY(desk.limits.begin(caller.address, counted_codes(id), Attempt::code));
  auto in = admit_with(desk, id, *hash, with.code, caller);
  if (in && with.code) desk.limits.succeeded(caller.address, counted_codes(id), Attempt::code);
  if (!in && with.code) note_failure(desk, id, caller);
  return in;
}

Result<Admitted> admit(SignInDesk& desk, UserId id, const Caller& caller) {
  Viewer self;
  self.user = id;
  return desk.commands.run(self, [&](journal::Work& work) -> Result<Admitted> {
    const auto user = find_user(work.tx, id);
    if (!user || !user->active) return Error(Error::Code::unauthenticated, kRefused);
    return Admitted{*user, open_session(desk, work, id, caller)};
  });
}

Error code_refused(const std::optional<std::string>& code) {
  return {Error::Code::unauthenticated, code ? kRefusedWithCode : kCodeNeeded};
}

std::string counted_codes(UserId user) {
  return "user " + std::to_string(user.value);
}

void sign_out(SignInDesk& desk, const Viewer& viewer) {
  const auto done = desk.commands.run(viewer, [&](journal::Work& work) -> Result<void> {
    end_session(work, viewer.user, viewer.credential, SignedOut{});
    return {};
  });
  (void)done;  // it cannot refuse
  desk.sessions.tell_over([credential = viewer.credential](const Viewer& other) {
    return other.credential == credential;
  });
}

Result<ChangedMe> change_me(SignInDesk& desk, const Viewer& viewer, const ChangeMe& wish,
                            std::optional<std::int64_t> version, const Caller& caller) {
  const auto stored = desk.commands.database().read(
      [&](db::Connection& connection) { return find_credentials(connection, viewer.user); });
  if (!stored) return no_such_record();
  const auto hash = TRY(new_password_hash(desk, *stored, wish, caller));
  auto result = desk.commands.run(viewer, [&](journal::Work& work) -> Result<ChangedMe> {
    const auto before = find_credentials(work.tx, viewer.user);
    if (!before || (version && before->user.version != *version)) return stale_record();
    if (hash && before->password_hash != stored->password_hash) return stale_record();
    ChangedMe after{before->user, {}};
    std::vector<journal::Draft> why;
    if (wish.name.apply_to(after.user.name))
      why.push_back(about_user(viewer.user, UserRenamed{{before->user.name, after.user.name}}));
    if (wish.lang.apply_to(after.user.lang))
      why.push_back(about_user(viewer.user, LanguageChanged{{before->user.lang, after.user.lang}}));
    if (!why.empty() || hash) TRY(save_user(work, after.user, std::move(why)));
    if (hash) {
      save_password(work, viewer.user, *hash, PasswordChanged{});
      end_sessions_of(work, viewer.user);
      after.secret = open_session(desk, work, viewer.user, caller);
    }
    return after;
  });
  if (result && hash)
    desk.sessions.tell_over([user = viewer.user](const Viewer& other) {
      return other.user == user && other.by == Viewer::By::session;
    });
  return result;
}

Result<NewToken> create_token(SignInDesk& desk, const Viewer& viewer, const CreateToken& wish) {
  const Date today = date_of(desk.commands.clock().now());
  if (wish.expires_on < today || wish.expires_on > today + kTokenLifeMax)
    return wrong("expires_on", kBadExpiry);
  auto scopes = TRY(scopes_from(wish.scopes));
  Secret secret = new_secret(kTokenPrefix);
  return desk.commands.run(viewer, [&](journal::Work& work) -> Result<NewToken> {
    NewToken made;
    made.token.name = wish.name;
    made.token.scopes = std::move(scopes);
    made.token.created_at = work.now;
    made.token.expires_at = wish.expires_on + std::chrono::days(1);
    made.token.id = insert_token(work, viewer.user, made.token, secret.hash);
    made.secret = std::move(secret.text);
    return made;
  });
}

Result<void> revoke_token(SignInDesk& desk, const Viewer& viewer, TokenId id) {
  return desk.commands.run(viewer, [&](journal::Work& work) -> Result<void> {
    if (!revoke_token(work, viewer.user, id, TokenRevoked{id})) return no_such_record();
    return {};
  });
}

}  // namespace stagecoach::sales
