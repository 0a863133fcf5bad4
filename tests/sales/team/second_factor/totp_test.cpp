#include "sales/team/second_factor/totp.h"

#include <gtest/gtest.h>

namespace stagecoach::sales {
namespace {

constexpr std::string_view kRfcSecret = "12345678901234567890";

Instant at(std::int64_t seconds) {
  return Instant(Millis(seconds * 1000));
}

// RFC 6238, appendix B, the rows of SHA-1.
TEST(TotpTest, GivesTheCodesOfTheRfc) {
  constexpr std::pair<std::int64_t, std::string_view> kVectors[] = {
      {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
      {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [seconds, code] : kVectors)
    EXPECT_EQ(totp_code(kRfcSecret, totp_step(at(seconds)), 8), code) << seconds;
}

// RFC 4226, appendix D: the same arithmetic over a plain counter.
TEST(TotpTest, GivesTheCodesOfTheCounterRfc) {
  constexpr std::string_view kVectors[] = {"755224", "287082", "359152", "969429", "338314",
                                           "254676", "287922", "162583", "399871", "520489"};
  for (std::int64_t step = 0; step < 10; ++step)
    EXPECT_EQ(totp_code(kRfcSecret, step), kVectors[step]) << step;
}

TEST(TotpTest, ACodeIsGoodForItsStepAndTheNeighbours) {
  const std::int64_t step = totp_step(at(1'700'000'000));
  const std::string code = totp_code(kRfcSecret, step);
  for (std::int64_t apart = -3; apart <= 3; ++apart) {
    const auto found = matching_step(kRfcSecret, code, at((step + apart) * 30), 0);
    EXPECT_EQ(found, apart >= -1 && apart <= 1 ? std::optional(step) : std::nullopt) << apart;
  }
}

TEST(TotpTest, ACodeCountsOnce) {
  const std::int64_t step = totp_step(at(1'700'000'000));
  const std::string code = totp_code(kRfcSecret, step);
  EXPECT_EQ(matching_step(kRfcSecret, code, at(step * 30), step - 1), step);
  EXPECT_EQ(matching_step(kRfcSecret, code, at(step * 30), step), std::nullopt);
  EXPECT_EQ(matching_step(kRfcSecret, code, at(step * 30), step + 1), std::nullopt);
}

TEST(TotpTest, WhatIsNoCodeIsNone) {
  const Instant now = at(1'700'000'000);
  const std::string code = totp_code(kRfcSecret, totp_step(now));
  for (const std::string& wrong : {std::string(), code.substr(1), code + "0", "x" + code.substr(1)})
    EXPECT_EQ(matching_step(kRfcSecret, wrong, now, 0), std::nullopt) << wrong;
}

// RFC 4648, section 10.
TEST(TotpTest, WritesBase32) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("fo"), "MZXQ");
  EXPECT_EQ(base32("foo"), "MZXW6");
  EXPECT_EQ(base32("foob"), "MZXW6YQ");
  EXPECT_EQ(base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

TEST(TotpTest, TheUriHoldsWhatAnAppNeeds) {
  EXPECT_EQ(totp_uri("foobar", "Blue Lake & 湖", "a+b@example.com"),
            "otpauth://totp/Blue%20Lake%20%26%20%E6%B9%96:a%2Bb%40example.com?secret=MZXW6YTBOI"
            "&issuer=Blue%20Lake%20%26%20%E6%B9%96&algorithm=SHA1&digits=6&period=30");
}

TEST(TotpTest, SecretsDiffer) {
  EXPECT_EQ(new_totp_secret().size(), 20u);
  EXPECT_NE(new_totp_secret(), new_totp_secret());
}

}  // namespace
}  // namespace stagecoach::sales
