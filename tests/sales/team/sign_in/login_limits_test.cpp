#include "sales/team/sign_in/login_limits.h"

#include <gtest/gtest.h>

namespace stagecoach::sales {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class LoginLimitsTest : public ::testing::Test {
 protected:
  // Seconds to wait; 0 = the attempt was counted and may be made.
  long long attempt(std::string_view address, std::string_view account) {
    const auto begun = limits_.begin(address, account);
    if (begun) return 0;
    EXPECT_EQ(begun.error().code, Error::Code::rate_limited);
    EXPECT_TRUE(begun.error().retry_after.has_value());
    return begun.error().retry_after.value_or(seconds(-1)).count();
  }
  int attempts_until_refused(std::string_view address, std::string_view account) {
    int made = 0;
    while (made < 1000 && attempt(address, account) == 0) ++made;
    return made;
  }

  ManualClock clock_{from_millis(1'700'000'000'000)};
  LoginLimits limits_{clock_};
};

TEST_F(LoginLimitsTest, TheDelayOfAnAccountGrowsAndStopsAtItsMost) {
  EXPECT_EQ(attempts_until_refused("1.1.1.1", "a@b"),
            6);  // five are free, the sixth costs a second
  std::vector<long long> waits;
  for (int i = 0; i < 9; ++i) {
    waits.push_back(attempt("1.1.1.1", "a@b"));
    clock_.advance(seconds(waits.back()));
    EXPECT_EQ(attempt("1.1.1.1", "a@b"), 0);
  }
  EXPECT_EQ(waits, (std::vector<long long>{1, 2, 4, 8, 16, 32, 60, 60, 60}));
}

TEST_F(LoginLimitsTest, ARefusedAttemptIsNotCounted) {
  attempts_until_refused("1.1.1.1", "a@b");
  for (int i = 0; i < 100; ++i) EXPECT_EQ(attempt("1.1.1.1", "a@b"), 1);
}

TEST_F(LoginLimitsTest, AnAccountIsGuardedFromManyAddresses) {
  int made = 0;
  for (int i = 0; i < 100; ++i)
    if (attempt("10.0.0." + std::to_string(i), "a@b") == 0) ++made;
  EXPECT_EQ(made, 6);
}

TEST_F(LoginLimitsTest, AnAddressIsHeldBackOverManyAccounts) {
  int made = 0;
  for (int i = 0; i < 100; ++i)
    if (attempt("1.1.1.1", "user" + std::to_string(i)) == 0) ++made;
  EXPECT_EQ(made, 31);
  EXPECT_EQ(attempt("2.2.2.2", "user1"), 0) << "others may still sign in";
}

TEST_F(LoginLimitsTest, SuccessFreesTheAccountButNotTheAddress) {
  for (int i = 0; i < 5; ++i) attempt("1.1.1.1", "a@b");
  attempt("1.1.1.1", "a@b");
  limits_.succeeded("1.1.1.1", "a@b");
  EXPECT_EQ(attempts_until_refused("1.1.1.1", "a@b"), 6);
  // A thief with one good account between his guesses gets no further than without.
  int made = 0;
  for (int i = 0; i < 100; ++i) {
    if (attempt("9.9.9.9", "victim" + std::to_string(i)) == 0) ++made;
    if (attempt("9.9.9.9", "thief") == 0) limits_.succeeded("9.9.9.9", "thief");
  }
  EXPECT_LE(made, 31);
}

TEST_F(LoginLimitsTest, AnHourLaterItIsForgotten) {
  attempts_until_refused("1.1.1.1", "a@b");
  clock_.advance(minutes(61));
  EXPECT_EQ(attempts_until_refused("1.1.1.1", "a@b"), 6);
}

TEST_F(LoginLimitsTest, ACustomersWholeV6NetworkIsOneAddress) {
  EXPECT_EQ(counted_address("2001:db8:1:2::1"), "2001:db8:1:2::/64");
  EXPECT_EQ(counted_address("2001:db8:1:2:ffff::9"), "2001:db8:1:2::/64");
  EXPECT_NE(counted_address("2001:db8:1:3::1"), counted_address("2001:db8:1:2::1"));
  EXPECT_EQ(counted_address("::ffff:10.1.2.3"), "10.1.2.3");
  EXPECT_EQ(counted_address("10.1.2.3"), "10.1.2.3");
  EXPECT_EQ(counted_address("unix"), "unix");
}

TEST(LoginLimitsMemory, AFloodOfNamesPushesOutTheOldestOnly) {
  ManualClock clock{from_millis(1'700'000'000'000)};
  LoginLimitSettings settings;
  settings.entries_max = 100;
  LoginLimits limits(clock, settings);
  for (int i = 0; i < 10'000; ++i) {
    clock.advance(Millis(1));
    const auto ignored = limits.begin("10." + std::to_string(i), "user" + std::to_string(i));
    EXPECT_TRUE(ignored);
  }
  // The last one is still known: five more attempts use up what is free.
  int made = 0;
  while (made < 100 && limits.begin("10.9999", "user9999")) ++made;
  EXPECT_EQ(made, 5);
}

}  // namespace
}  // namespace stagecoach::sales
