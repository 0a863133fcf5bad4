// The language of formulas: what it reads, how it is typed, what it comes to; and over random
// texts and trees that it never crashes, prints what it parsed and gives the type it promised.
#include "sales/fields/formula/formula.h"

#include <gmock/gmock.h>

#include <map>
#include <random>

namespace stagecoach::sales {
namespace {

const std::map<std::string, FormulaType, std::less<>> kFields{
    {"seats", FormulaType::number}, {"gone", FormulaType::number},  {"price", FormulaType::money},
    {"fee", FormulaType::money},    {"start", FormulaType::date},   {"plan", FormulaType::text},
    {"sure", FormulaType::yes_no},  {"needs", FormulaType::choices}};

std::optional<FormulaType> scope(std::string_view name) {
  const auto at = kFields.find(name);
  return at == kFields.end() ? std::nullopt : std::optional(at->second);
}

Money eur(std::int64_t minor) {
  return {minor, *Currency::parse("EUR")};
}

FormulaValue held(std::string_view name) {
  if (name == "seats") return Decimal{12'500'000};
  if (name == "price") return eur(100'000);
  if (name == "fee") return Money{500, *Currency::parse("USD")};
  if (name == "start") return *date_from_iso("2026-02-27");
  if (name == "plan") return std::string("pro");
  if (name == "sure") return true;
  if (name == "needs") return std::vector<std::string>{"sso", "api"};
  return {};
}

// What it comes to, as JSON; "nothing" where it has no value, the refusal where it is no formula.
std::string result(std::string_view text) {
  const auto formula = parse_formula(text, scope);
  if (!formula) return formula.error().message.text(Lang::en);
  const auto value = as_field_value(evaluate(*formula, held));
  return value ? json::write(*value) : "nothing";
}

TEST(Formula, WorksOutNumbersAmountsDaysAndTexts) {
  EXPECT_EQ(result("1 + 2 * 3 - 4 / 8"), "6.5");
  EXPECT_EQ(result("(1 + 2) * -seats"), "-37.5");
  EXPECT_EQ(result("price / seats"), R"({"minor":8000,"currency":"EUR"})");
  EXPECT_EQ(result("price * 0.5 + price"), R"({"minor":150000,"currency":"EUR"})");
  EXPECT_EQ(result("price / price"), "1");
  EXPECT_EQ(result("start + 2"), R"("2026-03-01")");
  EXPECT_EQ(result("days(start, start + 30)"), "30");
  EXPECT_EQ(result("plan + \" says \"\"hello\"\"\""), R"("pro says \"hello\"")");
  EXPECT_EQ(result("round(2 / 3, 2)"), "0.67");
  EXPECT_EQ(result("round(-1250, -2)"), "-1300");
  EXPECT_EQ(result("min(seats, 3, 7)"), "3");
  EXPECT_EQ(result("max(abs(-8), seats)"), "12.5");
  EXPECT_EQ(result("if(seats > 10 and plan = \"pro\", \"large\", \"small\")"), R"("large")");
  EXPECT_EQ(result("has(needs, \"api\") and not has(needs, \"sms\")"), "true");
}

TEST(Formula, NothingComesOfNothing) {
  EXPECT_EQ(result("gone + 1"), "nothing");
  EXPECT_EQ(result("gone > 1"), "nothing");
  EXPECT_EQ(result("known(gone)"), "false");
  EXPECT_EQ(result("either(gone, seats)"), "12.5");
  EXPECT_EQ(result("if(gone > 1, 1, 2)"), "2");
  EXPECT_EQ(result("gone > 1 and false"), "false");
  EXPECT_EQ(result("true or gone > 1"), "true");
  EXPECT_EQ(result("gone > 1 or false"), "nothing");
  EXPECT_EQ(result("seats / 0"), "nothing");
  EXPECT_EQ(result("price + fee"), "nothing");
  EXPECT_EQ(result("price > fee"), "nothing");
  EXPECT_EQ(result("1000000000000 * 1000000000000"), "nothing");
  EXPECT_EQ(result("start + 10000000"), "nothing");
}

TEST(Formula, SaysWhereItWentWrong) {
  EXPECT_EQ(result("1 +"),
            "At character 4: a number, a text in quotes, a field or a function is expected.");
  EXPECT_EQ(result("\"价格\" + seat"), "At character 8: there is no field or function “seat”.");
  EXPECT_EQ(result("seats + plan"), "At character 7: “+” does not go with values of these types.");
  EXPECT_EQ(result("1 < 2 < 3"), "At character 7: an operator or the end is expected.");
  EXPECT_EQ(result("(1"), "At character 3: “)” is expected.");
  EXPECT_EQ(result("\"open"), "At character 1: this text is not closed.");
  EXPECT_EQ(result("if(true, 1)"), "At character 1: “if” takes 3 to 3 values.");
  EXPECT_EQ(result("1.1234567"), "At character 1: this number is too large or too precise.");
  EXPECT_EQ(result("nothing"), "This formula never has a value.");
  EXPECT_EQ(result(""),
            "At character 1: a number, a text in quotes, a field or a function is expected.");
  EXPECT_THAT(result(std::string(500, '(')), ::testing::HasSubstr("nested too deeply"));
  EXPECT_THAT(result(std::string(499, '-') + "1"), ::testing::HasSubstr("nested too deeply"));
  std::string long_sum = "1";
  for (int i = 0; i < 240; ++i) long_sum += "+ 1";
  EXPECT_THAT(result(long_sum), ::testing::HasSubstr("too many parts"));
  EXPECT_EQ(result(std::string(2000, '1')), "A formula has at most 1000 bytes.");
}

// A random tree as text, not always one whose types go together.
std::string random_text(std::mt19937& random, int depth) {
  const auto any = [&](int count) {
    return static_cast<int>(random() % static_cast<unsigned>(count));
  };
  if (depth == 0) {
    constexpr std::string_view kAtoms[] = {"1",       "0",    "2.5",   "seats", "gone",
                                           "price",   "fee",  "start", "plan",  "sure",
                                           "nothing", "true", "\"a\"", "needs"};
    return std::string(kAtoms[any(std::size(kAtoms))]);
  }
  const auto part = [&] { return random_text(random, any(depth)); };
  constexpr std::string_view kSigns[] = {
      " + ", " - ", " * ", "/", " = ", " != ", "<", "<=", " > ", ">=", " and ", " or "};
  switch (any(6)) {
    case 0:
      return "-" + part();
    case 1:
      return "not " + part();
    case 2:
      return "if(" + part() + ", " + part() + "," + part() + ")";
    case 3:
      return "either(" + part() + "," + part() + ")";
    default:
      return "(" + part() + std::string(kSigns[any(std::size(kSigns))]) + part() + ")";
  }
}

TEST(FormulaProperty, PrintsWhatItParsedAndGivesTheTypeItPromised) {
  std::mt19937 random(20260213);
  int formulas = 0;
  for (int i = 0; i < 40'000; ++i) {
    const std::string text = random_text(random, 4);
    const auto formula = parse_formula(text, scope);
    if (!formula) continue;
    ++formulas;
    const std::string printed = print_formula(*formula);
    const auto again = parse_formula(printed, scope);
    ASSERT_TRUE(again) << text << " printed as " << printed;
    ASSERT_EQ(*again, *formula) << text << " printed as " << printed;
    ASSERT_EQ(print_formula(*again), printed);
    const FormulaValue value = evaluate(*formula, held);
    const FormulaType type = type_of(value);
    ASSERT_TRUE(type == formula->type || type == FormulaType::nothing) << text;
    // Of a record that knows nothing there is only what does not ask it.
    const FormulaValue blank = evaluate(*formula, [](std::string_view) { return FormulaValue(); });
    ASSERT_TRUE(type_of(blank) == formula->type || type_of(blank) == FormulaType::nothing) << text;
  }
  EXPECT_GT(formulas, 2'000);
}

TEST(FormulaProperty, SurvivesAnyText) {
  std::mt19937 random(7);
  constexpr std::string_view kPieces[] = {
      "(", ")",  "\"", ",",  "-",        "not ", "if",  "seats",
      "1", ".",  "+",  "\n", "\xe4\xbb", "=",    "has", "either(",
      "<", "or", "!",  "\0", "needs",    "*",    "/",   "9999999999999"};
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto length = random() % 40; length > 0; --length)
      text += kPieces[random() % std::size(kPieces)];
    const auto formula = parse_formula(text, scope);
    if (formula)
      evaluate(*formula, held);
    else
      ASSERT_EQ(formula.error().code, Error::Code::invalid);
  }
}

TEST(Decimal, ReadsBackWhatItWrites) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 2'000; ++i) {
    const Decimal number{static_cast<std::int64_t>(random() % Decimal::kMax) - Decimal::kMax / 2};
    EXPECT_EQ(Decimal::parse(number.text()), number);
  }
  EXPECT_EQ(Decimal::parse("-0.5")->millionths, -500'000);
  EXPECT_EQ(Decimal{-500'000}.text(), "-0.5");
  for (const std::string_view odd :
       {"", "-", ".5", "5.", "1e3", "+1", "1.1234567", "1 ", "--1", "99999999999999", "0x1", "1,5"})
    EXPECT_EQ(Decimal::parse(odd), std::nullopt) << odd;
}

}  // namespace
}  // namespace stagecoach::sales
