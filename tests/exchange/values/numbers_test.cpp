#include "exchange/values/numbers.h"

#include <gtest/gtest.h>

#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

std::string read(std::string_view text, DecimalMark mark = DecimalMark::point) {
  const auto amount = read_amount(text, mark);
  if (!amount) return "no";
  const std::string code(amount->currency.code());
  return amount->decimal + (code.empty() ? "" : " " + code);
}

TEST(Amounts, SignsCodesAndGroups) {
  EXPECT_EQ(read("$22,700.00"), "22700.00 USD");
  EXPECT_EQ(read("1 234,50 €"), "1234.50 EUR");
  EXPECT_EQ(read("1\xC2\xA0"
                 "234,50\xE2\x80\xAF€"),
            "1234.50 EUR");
  EXPECT_EQ(read("USD 1,200"), "1200 USD");
  EXPECT_EQ(read("1200 eur"), "1200 EUR");
  EXPECT_EQ(read("HK$5"), "5 HKD");
  EXPECT_EQ(read("R$ 1.234,50"), "1234.50 BRL");
  EXPECT_EQ(read("CHF 1'234.50"), "1234.50 CHF");
  EXPECT_EQ(read("12,34,567"), "1234567");
  EXPECT_EQ(read("1.234.567"), "1234567");
  EXPECT_EQ(read("007"), "7");
}

TEST(Amounts, ChineseForms) {
  EXPECT_EQ(read("¥1.2万"), "12000 CNY");
  EXPECT_EQ(read("￥３，０００．５"), "3000.5 CNY");
  EXPECT_EQ(read("3.5亿元"), "350000000 CNY");
  EXPECT_EQ(read("12万"), "120000");
  EXPECT_EQ(read("100元"), "100 CNY");
  EXPECT_EQ(read("2百万"), "2000000");
}

TEST(Amounts, NegativesAndMultiples) {
  EXPECT_EQ(read("(500)"), "-500");
  EXPECT_EQ(read("($1,500.25)"), "-1500.25 USD");
  EXPECT_EQ(read("-$5"), "-5 USD");
  EXPECT_EQ(read("$-5"), "-5 USD");
  EXPECT_EQ(read("500-"), "-500");
  EXPECT_EQ(read("−3"), "-3");
  EXPECT_EQ(read("$1.5k"), "1500 USD");
  EXPECT_EQ(read("2.25M"), "2250000");
  EXPECT_EQ(read("1.2E+05"), "120000");
  EXPECT_EQ(read("0.0"), "0.0");
}

TEST(Amounts, TheColumnSettlesAThousandOrAThousandth) {
  EXPECT_EQ(read("1.234", DecimalMark::point), "1.234");
  EXPECT_EQ(read("1.234", DecimalMark::comma), "1234");
  EXPECT_EQ(read("1,234", DecimalMark::comma), "1.234");
  EXPECT_EQ(read("1,5", DecimalMark::point), "1.5");
}

TEST(Amounts, WhatIsNotANumberIsNotRead) {
  for (const char* text : {"", "abc", "12 apples", "$", "1.2.3,4,5", "--5", "1e400", "12-34", "%",
                           "()", "1234567890123456789012"})
    EXPECT_EQ(read(text), "no") << text;
}

TEST(Amounts, VotesFindTheMark) {
  const auto decide = [](std::initializer_list<const char*> values, bool semicolons = false) {
    NumberVotes votes;
    for (const char* value : values) votes.add(value);
    return decide_mark(votes, semicolons);
  };
  EXPECT_EQ(decide({"1.234", "2,50"}).mark, DecimalMark::comma);
  EXPECT_EQ(decide({"1,234", "2.50"}).mark, DecimalMark::point);
  EXPECT_EQ(decide({"1,234", "5,678"}).mark, DecimalMark::point);
  EXPECT_TRUE(decide({"1,234", "5,678"}).guessed);
  EXPECT_EQ(decide({"1.234", "5.678"}).mark, DecimalMark::comma);
  EXPECT_FALSE(decide({"100", "-", "n/a"}).guessed);
  EXPECT_EQ(decide({"1.234.567"}).mark, DecimalMark::comma);
}

TEST(Amounts, MoneyIsRoundedToMinorUnitsOnce) {
  const auto money = [](const char* text, const char* code, std::int64_t scale = 1) {
    return to_money(read_amount(text, DecimalMark::point).value(), *Currency::parse(code), scale)
        .value()
        .minor;
  };
  EXPECT_EQ(money("12.345", "USD"), 1235);
  EXPECT_EQ(money("-12.345", "USD"), -1235);
  EXPECT_EQ(money("12.5", "JPY"), 13);
  EXPECT_EQ(money("1.23456", "CNY", 10'000), 1234560);
  EXPECT_EQ(money("$3", "CNY"), 300);
  EXPECT_FALSE(to_money({"999999999999999999", {}}, {}));
}

TEST(Shares, PercentOrFraction) {
  EXPECT_DOUBLE_EQ(read_share("45%", DecimalMark::point, false).value(), 0.45);
  EXPECT_DOUBLE_EQ(read_share("45", DecimalMark::point, true).value(), 0.45);
  EXPECT_DOUBLE_EQ(read_share("0,45", DecimalMark::comma, false).value(), 0.45);
  EXPECT_FALSE(read_share("145%", DecimalMark::point, true));
  EXPECT_FALSE(read_share("high", DecimalMark::point, true));
}

TEST(ColumnNames, StateCurrencyAndScale) {
  EXPECT_EQ(units_of_name("商机金额(元)").currency.code(), "CNY");
  EXPECT_EQ(units_of_name("预计金额（万元）").scale, 10'000);
  EXPECT_EQ(units_of_name("Amount (USD)").currency.code(), "USD");
  EXPECT_EQ(units_of_name("Amount").currency.code(), "");
}

TEST(CurrencyCells, CodesAndNames) {
  EXPECT_EQ(read_currency("usd")->code(), "USD");
  EXPECT_EQ(read_currency("USD - US Dollar")->code(), "USD");
  EXPECT_EQ(read_currency("人民币")->code(), "CNY");
  EXPECT_FALSE(read_currency("12"));
  EXPECT_FALSE(read_currency("abc"));
}

TEST(Words, EmptyInManyTongues) {
  for (const char* word : {"", "-", "N/A", "null", "Select", "--None--", "无", "暂无", "NULL",
                           "#N/A", "Nan", "请选择"})
    EXPECT_TRUE(is_empty_word(word)) << word;
  for (const char* word : {"unknown", "0", "No", "Selected Foods", "无锡", "Nancy"})
    EXPECT_FALSE(is_empty_word(word)) << word;
}

TEST(Words, Booleans) {
  for (const char* word : {"TRUE", "yes", "1", "是", "Y"}) EXPECT_EQ(read_bool(word), true) << word;
  for (const char* word : {"False", "no", "0", "否", "N"})
    EXPECT_EQ(read_bool(word), false) << word;
  EXPECT_FALSE(read_bool("maybe"));
}

TEST(Words, FoldingIgnoresCaseSpacePunctuationAndWidth) {
  EXPECT_EQ(fold_name("Deal - Title"), "dealtitle");
  EXPECT_EQ(fold_name("ＤＥＡＬ＿title"), "dealtitle");
  EXPECT_EQ(fold_name("商机金额（元）"), "商机金额元");
  EXPECT_EQ(fold_name("GTX Pro"), fold_name("GTXPro"));
  EXPECT_EQ(fold_name("Straße"), "strasse");
}

}  // namespace
}  // namespace stagecoach::exchange
