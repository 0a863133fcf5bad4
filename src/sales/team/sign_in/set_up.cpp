#include "platform/base/time_zone.h"
#include "sales/team/identity_keys.h"
#include "sales/team/sign_in/sign_in.h"
#include "sales/team/user_store.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kAlreadyDone{"setup.done", "This workspace is set up already. Sign in instead.",
                              "该工作区已完成初始化，请直接登录。"};
constexpr Phrase kWrongFields{"setup.invalid", "Some fields need another value.",
                              "部分字段需要修改。"};
constexpr Phrase kNoEmail{"setup.email_invalid", "This is not an e-mail address.",
                          "邮箱地址格式不正确。"};
constexpr Phrase kNoCurrency{"setup.currency_invalid",
                             "Name a currency by its three letters, such as CNY or EUR.",
                             "请填写三个字母的货币代码，例如 CNY 或 EUR。"};
constexpr Phrase kNoTimeZone{"setup.time_zone_invalid",
                             "Name a time zone such as Asia/Shanghai or Europe/Berlin.",
                             "请填写时区名称，例如 Asia/Shanghai 或 Europe/Berlin。"};

Result<void> check(const SetUp& wish) {
  std::vector<FieldError> wrong;
  if (!is_email(wish.email)) wrong.push_back({"email", kNoEmail});
  if (wish.currency == Currency()) wrong.push_back({"currency", kNoCurrency});
  if (!TimeZone::find(wish.time_zone)) wrong.push_back({"time_zone", kNoTimeZone});
  if (auto password = check_password(wish.password, wish.email, wish.name, "password"); !password)
    for (const FieldError& field : password.error().fields) wrong.push_back(field);
  if (!wrong.empty()) return Error(Error::Code::invalid, kWrongFields, std::move(wrong));
  return {};
}

}  // namespace

bool needs_set_up(db::Database& database) {
  return database.read([](db::Connection& connection) { return !has_users(connection); });
}

Result<UserId> set_up(SignInDesk& desk, const SetUp& wish) {
  // Asked before the slow hash, so that nobody can keep us busy with it later on; asked again where
  // it counts.
  if (!needs_set_up(desk.commands.database())) return Error(Error::Code::conflict, kAlreadyDone);
  TRY(check(wish));
  const std::string hash = TRY(desk.passwords.hash(wish.password));
  const UserId owner =
      TRY(desk.commands.run(Viewer::system(), [&](journal::Work& work) -> Result<UserId> {
        lock_people(work);
        if (has_users(work.tx)) return Error(Error::Code::conflict, kAlreadyDone);
        insert_organization(work, {wish.organization, wish.currency, wish.time_zone, wish.lang});
        User user;
        user.name = wish.name;
        user.email = wish.email;
        user.role = Role::owner;
        user.role_key = "owner";
        user.visibility = Visibility::all;
        user.lang = wish.lang;
        const UserId id = insert_user(work, std::move(user), hash);
        if (desk.hooks.furnish) TRY(desk.hooks.furnish(work));
        return id;
      }));
  if (wish.sample_data && desk.hooks.make_sample_data) desk.hooks.make_sample_data(wish.lang);
  return owner;
}

}  // namespace stagecoach::sales
