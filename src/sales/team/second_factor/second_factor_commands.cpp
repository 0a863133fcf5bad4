#include "sales/team/second_factor/second_factor_commands.h"

#include <algorithm>

#include "sales/team/field_error.h"
#include "sales/team/identity_keys.h"
#include "sales/team/second_factor/accept_code.h"
#include "sales/team/second_factor/second_factor_store.h"
#include "sales/team/second_factor/totp.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/stale.h"
#include "sales/team/user_store.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kWrongPassword{"second_factor.password_wrong", "This is not your password.",
                                "密码不正确。"};
constexpr Phrase kWrongCode{"second_factor.code_wrong",
                            "This code is not right, or it was used before. Wait for the next one.",
                            "验证码不正确或已使用，请等待下一个。"};
constexpr Phrase kWrongProof{"second_factor.proof_wrong", "The password or the code is not right.",
                             "密码或验证码不正确。"};
constexpr Phrase kHasOne{"second_factor.exists", "You have a second factor already.",
                         "您已启用两步验证。"};
constexpr Phrase kNotStarted{"second_factor.not_started", "Begin again: there is no new key.",
                             "没有待确认的密钥，请重新开始。"};
constexpr Phrase kRequired{"second_factor.required", "Your role must have a second factor.",
                           "您的角色必须启用两步验证。"};
constexpr Phrase kNotOneself{"second_factor.not_oneself",
                             "Turn off your own in your account, with a code of it.",
                             "请在个人账户中使用验证码关闭自己的两步验证。"};
constexpr int kRecoveryCodes = 10;

// Like abcdefgh-234567ab: 80 bits, in letters and digits that are not mistaken for one another.
std::string new_recovery_code() {
  std::string code = base32(new_totp_secret().substr(0, 10));
  for (char& c : code)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return code.insert(8, "-");
}

// As it was made, whatever spaces and hyphens were typed with it.
std::string recovery_hash(std::string_view typed) {
  std::string plain;
  for (const char c : folded_key(typed))
    if (c != ' ' && c != '-') plain += c;
  return secret_hash("recovery " + plain);
}

std::string digits_of(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c != ' ' && c != '-') digits += c;
  return digits;
}

// Whether this is the password of the viewer, counted as an attempt.
Result<bool> knows_password(SignInDesk& desk, const Viewer& viewer, std::string_view password,
                            const Caller& caller) {
  const auto stored = desk.commands.database().read(
      [&](db::Connection& connection) { return find_credentials(connection, viewer.user); });
  if (!stored) return no_such_record();
  const std::string account = folded_key(stored->user.email.value_or(""));
  TRY(desk.limits.begin(caller.address, account));
  if (!TRY(desk.passwords.verify(stored->password_hash, password))) return false;
  desk.limits.succeeded(caller.address, account);
  return true;
}

}  // namespace

Result<NewSecondFactor> start_second_factor(SignInDesk& desk, const Viewer& viewer,
                                            const StartSecondFactor& wish, const Caller& caller) {
  if (!TRY(knows_password(desk, viewer, wish.password, caller)))
    return field_error("password", kWrongPassword);
  const std::string secret = new_totp_secret();
  return desk.commands.run(viewer, [&](journal::Work& work) -> Result<NewSecondFactor> {
    const auto user = find_user(work.tx, viewer.user);
    const auto organization = find_organization(work.tx);
    if (!user || !organization) return no_such_record();
    if (has_second_factor(work.tx, viewer.user)) return Error(Error::Code::conflict, kHasOne);
    save_unconfirmed(work, viewer.user, secret);
    const std::string issuer = organization->name + " Stagecoach";
    return NewSecondFactor{base32(secret), totp_uri(secret, issuer, user->email.value_or(""))};
  });
}

Result<RecoveryCodes> confirm_second_factor(SignInDesk& desk, const Viewer& viewer,
                                            const ConfirmSecondFactor& wish, const Caller& caller) {
  TRY(desk.limits.begin(caller.address, counted_codes(viewer.user), Attempt::code));
  RecoveryCodes made;
  std::vector<std::string> hashes;
  for (int i = 0; i < kRecoveryCodes; ++i) {
    made.codes.push_back(new_recovery_code());
    hashes.push_back(recovery_hash(made.codes.back()));
  }
  TRY(desk.commands.run(viewer, [&](journal::Work& work) -> Result<void> {
    const auto factor = find_second_factor(work.tx, viewer.user);
    if (!factor) return Error(Error::Code::refused, kNotStarted);
    if (factor->confirmed) return Error(Error::Code::conflict, kHasOne);
    const auto step = matching_step(factor->secret, digits_of(wish.code), work.now, 0);
    if (!step) return field_error("code", kWrongCode);
    confirm_second_factor(work, viewer.user, *step, hashes, SecondFactorEnabled{});
    return {};
  }));
  desk.limits.succeeded(caller.address, counted_codes(viewer.user), Attempt::code);
  return made;
}

Result<void> remove_second_factor(SignInDesk& desk, const Viewer& viewer,
                                  const RemoveSecondFactor& wish, const Caller& caller) {
  const bool knows = TRY(knows_password(desk, viewer, wish.password, caller));
  TRY(desk.limits.begin(caller.address, counted_codes(viewer.user), Attempt::code));
  TRY(desk.commands.run(viewer, [&](journal::Work& work) -> Result<void> {
    if (!has_second_factor(work.tx, viewer.user)) return no_such_record();
    if (needs_second_factor(work.tx, viewer.role)) return Error(Error::Code::refused, kRequired);
    if (!knows || !accept_code(work, viewer.user, wish.code))
      return field_error("code", kWrongProof);
    remove_second_factor(work, viewer.user, SecondFactorRemoved{});
    return {};
  }));
  desk.limits.succeeded(caller.address, counted_codes(viewer.user), Attempt::code);
  return {};
}

Result<void> reset_second_factor(journal::Work& work, UserId user) {
  if (user == work.actor.user) return Error(Error::Code::forbidden, kNotOneself);
  if (!remove_second_factor(work, user, SecondFactorRemoved{})) return no_such_record();
  return {};
}

void require_second_factor(journal::Work& work, const std::vector<Role>& roles) {
  std::vector<Role> each = roles;
  std::sort(each.begin(), each.end());
  each.erase(std::unique(each.begin(), each.end()), each.end());
  if (each != roles_that_need_one(work.tx)) save_roles_that_need_one(work, each);
}

bool accept_code(journal::Work& work, UserId user, const std::optional<std::string>& code) {
  const auto factor = find_second_factor(work.tx, user);
  if (!factor || !factor->confirmed) return true;
  if (!code) return false;
  const auto step = matching_step(factor->secret, digits_of(*code), work.now, factor->last_step);
  if (step) return use_step(work, user, *step);
  return use_recovery_code(work, user, recovery_hash(*code));
}

}  // namespace stagecoach::sales
