#include "sales/team/sign_in/password.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "sales/team/sign_in/common_passwords.h"
#include "sales/team/sign_in/secret.h"

namespace stagecoach::sales {
namespace {

std::string refusal(std::string_view password, std::string_view email = "mei.lin@example.com",
                    std::string_view name = "Mei Lin") {
  const auto checked = check_password(password, email, name, "password");
  if (checked) return "";
  EXPECT_EQ(checked.error().code, Error::Code::invalid);
  EXPECT_EQ(checked.error().fields.size(), 1u);
  EXPECT_EQ(checked.error().fields.front().field, "password");
  return std::string(checked.error().fields.front().message.code());
}

TEST(PasswordRules, CountCharactersNotBytes) {
  EXPECT_EQ(refusal("xk29fjq"), "password.too_short");
  EXPECT_EQ(refusal("xk29fjqz"), "");
  EXPECT_EQ(refusal("驿马星夜奔走"), "password.too_short");
  EXPECT_EQ(refusal("驿马星夜奔走千里"), "");
  EXPECT_EQ(refusal(std::string(120, 'x') + "yhwq83kf"), "");
  EXPECT_EQ(refusal(std::string(121, 'x') + "yhwq83kf"), "password.too_long");
  EXPECT_EQ(refusal(std::string(100'000, 'x')), "password.too_long");
}

TEST(PasswordRules, RefuseWhatEverybodyTriesFirst) {
  for (const char* common :
       {"password",   "Password1",   "p@ssw0rd",       "P@ssw0rd!",  "12345678",   "123456789",
        "11111111",   "87654321",    "qwertyuiop",     "1qaz2wsx",   "iloveyou",   "sunshine1",
        "letmein123", "admin@123",   "abcd1234",       "abc12345",   "aaaaaaaa",   "abababab",
        "qwerty123",  "football",    "baseball1",      "princess",   "superman",   "trustno1",
        "woaini1314", "woaini520",   "88888888",       "5201314520", "a123456789", "zxcvbnm123",
        "asdfghjkl",  "1q2w3e4r",    "password123456", "starwars",   "michael1",   "welcome1",
        "changeme",   "hello123456", "dragon12",       "iloveyou2",  "19901122"})
    EXPECT_EQ(refusal(common), "password.too_common") << common;
}

TEST(PasswordRules, AcceptWhatIsOnesOwn) {
  for (const char* good :
       {"correct horse battery staple", "tea at half past nine", "Tr0ub4dor&3x", "g7#kPq2vLm",
        "dragonflies over Suzhou", "mein Hund heisst Bello", "kalpana-shoes", "xn-17-green-lamps"})
    EXPECT_EQ(refusal(good), "") << good;
}

TEST(PasswordRules, RefuseOnesOwnNameAndAddress) {
  EXPECT_EQ(refusal("mei.lin@example.com"), "password.personal");
  EXPECT_EQ(refusal("Mei.Lin88"), "password.personal");
  EXPECT_EQ(refusal("meilin99"), "password.personal");
  EXPECT_EQ(refusal("Mei Lin 9"), "password.personal");
  EXPECT_EQ(refusal("mei.lin likes dumplings"), "") << "there is enough besides";
  EXPECT_EQ(refusal("xlix9012kq", "li@example.com", "Li"), "") << "short names occur by chance";
}

TEST(Passwords, KnowTheirOwnAndNoOther) {
  Passwords passwords(PasswordWork::least());
  const std::string hash = passwords.hash("correct horse").value();
  EXPECT_EQ(hash.find("correct"), std::string::npos);
  EXPECT_TRUE(passwords.verify(hash, "correct horse").value());
  EXPECT_FALSE(passwords.verify(hash, "correct Horse").value());
  EXPECT_FALSE(passwords.verify(hash, "").value());
  EXPECT_FALSE(passwords.verify(std::nullopt, "correct horse").value());
  EXPECT_NE(passwords.hash("correct horse").value(), hash) << "every hash has its own salt";
}

TEST(Passwords, AreTheSameHoweverTheirAccentsWereTyped) {
  Passwords passwords(PasswordWork::least());
  const std::string hash = passwords.hash("caf\u00e9 au lait").value();
  EXPECT_TRUE(passwords.verify(hash, "cafe\u0301 au lait").value());
  EXPECT_FALSE(passwords.verify(hash, "cafe au lait").value());
}

TEST(Passwords, TheSlowHashCostsWhatItShould) {
  Passwords passwords;
  const std::string hash = passwords.hash("correct horse").value();
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
  EXPECT_TRUE(passwords.verify(hash, "correct horse").value());
}

TEST(Passwords, AFloodIsTurnedAwayInsteadOfTakingEveryThread) {
  PasswordWork work;
  work.at_once = 1;
  work.waiting_max = 1;
  Passwords passwords(work);
  const std::string hash = passwords.hash("correct horse").value();
  std::atomic<int> refused{0};
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 12; ++i)
    threads.emplace_back([&] {
      const auto verified = passwords.verify(hash, "correct horse");
      if (!verified) {
        EXPECT_EQ(verified.error().code, Error::Code::rate_limited);
        EXPECT_TRUE(verified.error().retry_after.has_value());
        ++refused;
      } else if (*verified) {
        ++right;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(refused + right, 12);
  EXPECT_GE(right, 2) << "one works, one waits";
  EXPECT_GE(refused, 1);
}

TEST(Secrets, AreLongRandomAndKeptAsHashes) {
  const Secret a = new_secret(kTokenPrefix);
  const Secret b = new_secret(kTokenPrefix);
  EXPECT_TRUE(a.text.starts_with("sc_"));
  EXPECT_EQ(a.text.size(), 3u + 43u);  // 256 bits in base64
  EXPECT_NE(a.text, b.text);
  EXPECT_EQ(a.hash, secret_hash(a.text));
  EXPECT_EQ(a.hash.size(), 32u);
}

}  // namespace
}  // namespace stagecoach::sales
