#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sales/team/links/link_commands.h"
#include "sales/team/second_factor/second_factor_commands.h"
#include "sales/team/second_factor/second_factor_store.h"
#include "sales/team/second_factor/totp.h"
#include "sales/team/team_test.h"

namespace stagecoach::sales {
namespace {

using journal::Work;
using testing::code_of;
using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr Caller kCaller{"10.0.0.9", "test"};

class SecondFactorTest : public testing::TeamTest {
 protected:
  // Puts one in force for this person and returns the recovery codes.
  std::vector<std::string> enrol(UserId user) {
    const Viewer viewer = viewer_for(user);
    EXPECT_TRUE(start_second_factor(desk, viewer, {std::string(kPassword)}, kCaller));
    return confirm_second_factor(desk, viewer, {code_now(user)}, kCaller).value().codes;
  }
  std::string code_now(UserId user) {
    const auto factor = database().read(
        [&](db::Connection& connection) { return find_second_factor(connection, user); });
    return totp_code(factor.value().secret, totp_step(clock.now()));
  }
  // A moment in which no code was used yet.
  void next_step() { clock.advance(std::chrono::seconds(60)); }
  Result<Admitted> enter(const std::string& email, std::optional<std::string> code = {},
                         std::string password = std::string(kPassword)) {
    return sign_in(desk, {email, std::move(password), std::move(code)}, kCaller);
  }
};
EACH_ENGINE(SecondFactorTest);

TEST_P(SecondFactorTest, ItIsInForceOnceACodeWasShown) {
  const UserId olive = set_up_owner();
  const Viewer viewer = viewer_for(olive);
  EXPECT_EQ(start_second_factor(desk, viewer, {"wrong"}, kCaller).error().fields.at(0).field,
            "password");
  EXPECT_EQ(code_of(confirm_second_factor(desk, viewer, {"123456"}, kCaller)),
            "second_factor.not_started");
  const auto made = start_second_factor(desk, viewer, {std::string(kPassword)}, kCaller).value();
  EXPECT_THAT(made.secret, SizeIs(32));
  EXPECT_TRUE(enter("olive@example.com")) << "not before it is confirmed";
  const auto refused = confirm_second_factor(desk, viewer, {"not it"}, kCaller);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fields.at(0).field, "code");
  const auto before = head();
  EXPECT_THAT(confirm_second_factor(desk, viewer, {code_now(olive)}, kCaller).value().codes,
              SizeIs(10));
  EXPECT_THAT(kinds_after(before), ElementsAre("second_factor.enabled"));
  EXPECT_EQ(code_of(enter("olive@example.com")), "session.code_needed");
  EXPECT_EQ(code_of(start_second_factor(desk, viewer, {std::string(kPassword)}, kCaller)),
            "second_factor.exists");
}

TEST_P(SecondFactorTest, ACodeLetsInOnceAndSpacesDoNotMatter) {
  const UserId olive = set_up_owner();
  enrol(olive);
  next_step();
  std::string code = code_now(olive);
  code.insert(3, " ");
  EXPECT_TRUE(enter("olive@example.com", code));
  EXPECT_EQ(code_of(enter("olive@example.com", code)), "session.refused_with_code");
  next_step();
  EXPECT_TRUE(enter("olive@example.com", code_now(olive)));
}

TEST_P(SecondFactorTest, NobodyIsToldWhichWasWrong) {
  const UserId olive = set_up_owner();
  enrol(olive);
  next_step();
  EXPECT_EQ(code_of(enter("olive@example.com", code_now(olive), "wrong")),
            "session.refused_with_code");
  EXPECT_EQ(code_of(enter("olive@example.com", "000000")), "session.refused_with_code");
  EXPECT_EQ(code_of(enter("nobody@example.com", "000000")), "session.refused_with_code");
  EXPECT_TRUE(enter("olive@example.com", code_now(olive))) << "none of these used it up";
}

TEST_P(SecondFactorTest, ARecoveryCodeWorksOnceHoweverItIsTyped) {
  const UserId olive = set_up_owner();
  const auto codes = enrol(olive);
  std::string typed = codes[3];
  typed.erase(8, 1);
  for (char& c : typed)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  const auto before = head();
  EXPECT_TRUE(enter("olive@example.com", typed));
  EXPECT_THAT(kinds_after(before),
              ElementsAre("second_factor.recovery_code_used", "session.signed_in"));
  EXPECT_EQ(events_after(before)[0].data, R"({"left":9})");
  EXPECT_EQ(code_of(enter("olive@example.com", codes[3])), "session.refused_with_code");
  EXPECT_TRUE(enter("olive@example.com", codes[4]));
}

TEST_P(SecondFactorTest, GuessesAreSlowedDownWhateverTheRightPassword) {
  const UserId olive = set_up_owner();
  enrol(olive);
  std::string last;
  for (int i = 0; i < 8; ++i)
    last = code_of(enter("olive@example.com", "00000" + std::to_string(i)));
  EXPECT_EQ(last, "session.too_many_attempts");
  clock.advance(std::chrono::seconds(60));
  EXPECT_TRUE(enter("olive@example.com", code_now(olive))) << "its owner is not locked out";
}

TEST_P(SecondFactorTest, GivingItUpTakesPasswordAndCode) {
  const UserId olive = set_up_owner();
  enrol(olive);
  next_step();
  const Viewer viewer = viewer_for(olive);
  const std::string password(kPassword);
  EXPECT_FALSE(remove_second_factor(desk, viewer, {"wrong", code_now(olive)}, kCaller));
  EXPECT_FALSE(remove_second_factor(desk, viewer, {password, "000000"}, kCaller));
  EXPECT_EQ(code_of(enter("olive@example.com")), "session.code_needed");
  run([&](Work& work) -> Result<void> {
    require_second_factor(work, {Role::owner});
    return {};
  }).value();
  EXPECT_EQ(code_of(remove_second_factor(desk, viewer, {password, code_now(olive)}, kCaller)),
            "second_factor.required");
  run([&](Work& work) -> Result<void> {
    require_second_factor(work, {});
    return {};
  }).value();
  EXPECT_TRUE(remove_second_factor(desk, viewer, {password, code_now(olive)}, kCaller));
  EXPECT_TRUE(enter("olive@example.com"));
}

TEST_P(SecondFactorTest, AnOwnerResetsThatOfAnother) {
  const UserId olive = set_up_owner();
  const UserId rui = add_user("rui", Role::rep).id;
  enrol(rui);
  enrol(olive);
  const auto reset = [&](UserId of) {
    return run_as(olive, [&](Work& work) { return reset_second_factor(work, of); });
  };
  EXPECT_EQ(code_of(reset(olive)), "second_factor.not_oneself");
  EXPECT_TRUE(reset(rui));
  EXPECT_EQ(code_of(reset(rui)), "record.not_found");
  EXPECT_TRUE(enter("rui@example.com"));
}

TEST_P(SecondFactorTest, ALinkForANewPasswordKeepsIt) {
  const UserId olive = set_up_owner();
  const UserId rui = add_user("rui", Role::rep).id;
  enrol(rui);
  next_step();
  const std::string link =
      run_as(olive, [&](Work& work) { return make_link(work, rui, desk.link_lives); })
          .value()
          .secret;
  EXPECT_TRUE(open_link(desk, {link}, kCaller).value().needs_code);
  const auto use = [&](std::optional<std::string> code) {
    return use_link(desk, {link, "nine blue kettles", {}, {}, std::move(code)}, kCaller);
  };
  EXPECT_EQ(code_of(use({})), "session.code_needed");
  EXPECT_EQ(code_of(use("000000")), "session.refused_with_code");
  EXPECT_TRUE(use(code_now(rui)));
}

TEST_P(SecondFactorTest, ARoleThatMustHaveOneCanDoNothingElseBefore) {
  set_up_owner();
  const UserId rui = add_user("rui", Role::rep).id;
  run([&](Work& work) -> Result<void> {
    require_second_factor(work, {Role::rep});
    return {};
  }).value();
  const std::string secret = admit(desk, rui, kCaller).value().secret;
  const auto status_of = [&](std::string target) {
    http::RequestParts parts;
    parts.target = std::move(target);
    parts.headers = {{"Cookie", "stagecoach=" + secret}};
    const auto in = sessions.authenticate(http::Request::make(parts).value());
    return in ? std::string() : std::string(in.error().message.code());
  };
  EXPECT_EQ(status_of("/api/deals"), "session.second_factor_needed");
  EXPECT_EQ(status_of("/api/meadow"), "session.second_factor_needed");
  EXPECT_EQ(status_of("/api/me"), "");
  EXPECT_EQ(status_of("/api/me/second-factor"), "");
  EXPECT_EQ(status_of("/api/session"), "");
  enrol(rui);
  EXPECT_EQ(status_of("/api/deals"), "");
}

TEST_P(SecondFactorTest, NoSecretAndNoCodeIsJournaled) {
  const UserId olive = set_up_owner();
  const auto codes = enrol(olive);
  const auto factor = database().read(
      [&](db::Connection& connection) { return find_second_factor(connection, olive); });
  for (const journal::Event& event : events_after(0)) {
    EXPECT_EQ(event.data.find(base32(factor->secret)), std::string::npos);
    for (const std::string& code : codes) EXPECT_EQ(event.data.find(code), std::string::npos);
  }
}

}  // namespace
}  // namespace stagecoach::sales
