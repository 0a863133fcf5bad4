#include "platform/base/money.h"

#include <gtest/gtest.h>

namespace stagecoach {
namespace {

Currency currency(std::string_view code) {
  return Currency::parse(code).value();
}

TEST(Money, DecimalsFollowTheCurrency) {
  EXPECT_EQ(to_decimal({1999, currency("CNY")}), "19.99");
  EXPECT_EQ(to_decimal({5, currency("USD")}), "0.05");
  EXPECT_EQ(to_decimal({-5, currency("USD")}), "-0.05");
  EXPECT_EQ(to_decimal({1999, currency("JPY")}), "1999");
  EXPECT_EQ(to_decimal({1999, currency("kwd")}), "1.999");
}

TEST(Money, ReadsPlainDecimalsExactly) {
  EXPECT_EQ(money_from_decimal("19.9", currency("CNY"))->minor, 1990);
  EXPECT_EQ(money_from_decimal("-0.05", currency("CNY"))->minor, -5);
  EXPECT_EQ(money_from_decimal("12.3400", currency("CNY"))->minor, 1234);
  EXPECT_EQ(money_from_decimal("12", currency("KWD"))->minor, 12000);
}

TEST(Money, RefusesWhatItCannotHoldExactly) {
  for (const char* text :
       {"", "-", ".", "1,000", "1.234", "1e3", "90000000000000000", "abc", "1.2.3"})
    EXPECT_FALSE(money_from_decimal(text, currency("CNY"))) << text;
  EXPECT_FALSE(money_from_decimal("1.5", currency("JPY")));
  EXPECT_FALSE(Currency::parse("US"));
  EXPECT_FALSE(Currency::parse("U$D"));
}

}  // namespace
}  // namespace stagecoach
