// Having a second factor, giving it up, and asking it of a role.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "sales/team/sign_in/sign_in.h"

namespace stagecoach::sales {

struct StartSecondFactor {
  std::string password;  // so that an open screen is not enough
};
BOOST_DESCRIBE_STRUCT(StartSecondFactor, (), (password))
constexpr auto json_rules(const StartSecondFactor*) {
  return std::array{json::Rule("password").length(1, 512)};
}
struct ConfirmSecondFactor {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(ConfirmSecondFactor, (), (code))
constexpr auto json_rules(const ConfirmSecondFactor*) {
  return std::array{json::Rule("code").length(1, 40)};
}
struct RemoveSecondFactor {
  std::string password;
  std::string code;  // of the app, or a recovery code
};
BOOST_DESCRIBE_STRUCT(RemoveSecondFactor, (), (password, code))
constexpr auto json_rules(const RemoveSecondFactor*) {
  return std::array{json::Rule("password").length(1, 512), json::Rule("code").length(1, 40)};
}

// What an authenticator app is told; shown once.
struct NewSecondFactor {
  std::string secret;  // base32, for typing in
  std::string uri;     // the same for a QR code
};
BOOST_DESCRIBE_STRUCT(NewSecondFactor, (), (secret, uri))
struct RecoveryCodes {
  std::vector<std::string> codes;  // ten, shown once
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))

// Not in force before a code is shown for it. invalid: not the password. conflict: there is one in
// force. rate_limited, here and below: as a sign-in is.
Result<NewSecondFactor> start_second_factor(SignInDesk& desk, const Viewer& viewer,
                                            const StartSecondFactor& wish, const Caller& caller);
// Puts it in force. invalid: not a code of it. refused: none was started.
Result<RecoveryCodes> confirm_second_factor(SignInDesk& desk, const Viewer& viewer,
                                            const ConfirmSecondFactor& wish, const Caller& caller);
// invalid: the password or the code is not right. refused: his role must have one.
Result<void> remove_second_factor(SignInDesk& desk, const Viewer& viewer,
                                  const RemoveSecondFactor& wish, const Caller& caller);
// Of somebody who lost it, by an owner; not of oneself. not_found: no such person, or he has none.
Result<void> reset_second_factor(journal::Work& work, UserId user);

// From now on people of these roles, and no others, can do nothing without one but get one.
void require_second_factor(journal::Work& work, const std::vector<Role>& roles);

}  // namespace stagecoach::sales
