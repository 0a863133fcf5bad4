#include "platform/base/currencies.h"

#include <gtest/gtest.h>

#include <map>

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

TEST(Money, KnowsWhichCurrenciesExist) {
  EXPECT_EQ(known_currency("eur"), currency("EUR"));
  EXPECT_EQ(known_currency("HRK"), currency("HRK")) << "of old deals";
  for (const char* code : {"ABC", "RMB", "XTS", "XAU", "EU", ""})
    EXPECT_FALSE(known_currency(code)) << code;
  EXPECT_EQ(nearest_currency("RMB"), "CNY");
  EXPECT_EQ(nearest_currency("EUE"), "EUR");
  EXPECT_EQ(nearest_currency("usq"), "USD");
  EXPECT_EQ(nearest_currency("QQQ"), std::nullopt);
  for (const auto& [code, exponent] : std::map<std::string, int>{
           {"CNY", 2}, {"JPY", 0}, {"KRW", 0}, {"VND", 0}, {"KWD", 3}, {"TND", 3}, {"ZWL", 2}})
    EXPECT_EQ(currency(code).exponent(), exponent) << code;
}

}  // namespace
}  // namespace stagecoach
