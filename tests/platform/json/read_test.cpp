#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "platform/json/sample_types.h"

namespace stagecoach::json_tests {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

struct Rules {
  std::string name;
  std::int64_t number = 0;
  double ratio = 0;
  std::vector<std::string> tags;
  Money amount;
  std::uint8_t small = 0;
  std::optional<Localized> label;
};
BOOST_DESCRIBE_STRUCT(Rules, (), (name, number, ratio, tags, amount, small, label))
constexpr auto json_rules(const Rules*) {
  return std::array{json::Rule("name").length(2, 4),
                    json::Rule("number").between(-1, 10).defaulted(),
                    json::Rule("ratio").between(0, 1).defaulted(),
                    json::Rule("tags").items(1, 2).length(0, 3).defaulted(),
                    json::Rule("amount").between(0, 500).defaulted(),
                    json::Rule("small").defaulted(),
                    json::Rule("label").length(0, 2)};
}

// "path: code" of every wrong field; the code of the whole where no field is named.
template <class T>
std::vector<std::string> faults(std::string_view text, const json::ReadLimits& limits = {}) {
  const Result<T> result = json::read<T>(text, limits);
  if (result) return {};
  std::vector<std::string> out;
  for (const FieldError& field : result.error().fields)
    out.push_back(field.field + ": " + std::string(field.message.code()));
  if (out.empty()) out.push_back(std::string(result.error().message.code()));
  return out;
}

TEST(JsonRead, reads_every_kind_of_member) {
  const auto deal = json::read<Deal>(
      R"({"id":7,"name":"你","amount":{"minor":-5,"currency":"cny"},)"
      R"("lines":[{"name":"a","price":1.5,"quantity":2}],"at":"2026-02-13T17:30:00+08:00",)"
      R"("close":"2026-12-31","stance":"for","counts":{"x":1,"y":-2},"label":{"zh":"好"},)"
      R"("hot":true,"extra":{"a": [1, 2.50, null]},"note":null,"probability":40})");
  ASSERT_TRUE(deal);
  EXPECT_EQ(deal->id, DealId(7));
  EXPECT_EQ(deal->name, "你");
  EXPECT_EQ(deal->amount, (Money{-5, *Currency::parse("CNY")}));
  EXPECT_THAT(deal->lines, ElementsAre(Line{"a", 1.5, 2}));
  EXPECT_EQ(to_iso(deal->at), "2026-02-13T09:30:00Z");
  EXPECT_EQ(to_iso(*deal->close), "2026-12-31");
  EXPECT_EQ(deal->stance, Stance::for_);
  EXPECT_EQ(deal->counts.at("y"), -2);
  EXPECT_EQ(deal->label, (Localized{"", "好"}));
  EXPECT_TRUE(deal->hot);
  EXPECT_EQ(deal->extra.text, R"({"a":[1,2.50,null]})");
  EXPECT_TRUE(deal->note.is_null());
  EXPECT_EQ(*deal->probability, 40);
  EXPECT_THAT(deal->children, IsEmpty());
}

TEST(JsonRead, reports_all_faults_by_path) {
  EXPECT_THAT(faults<Deal>(R"({"id":0,"nmae":"x","zzzzzzzz":1,"amount":{"minor":"5"},"lines":)"
                           R"([{"name":"a","price":1,"quantity":2},{"name":3,"quantity":1.5}],)"
                           R"("at":"yesterday","close":"2026-02-30","stance":"maybe","hot":1,)"
                           R"("probability":null,"counts":{"k":"v"},"label":{"en":""}})"),
              UnorderedElementsAre(
                  "id: field.too_small", "nmae: field.unknown", "zzzzzzzz: field.unknown",
                  "amount.minor: field.expected_whole_number", "lines[1].name: field.expected_text",
                  "lines[1].quantity: field.expected_whole_number", "lines[1].price: field.missing",
                  "at: field.expected_instant", "close: field.expected_date",
                  "stance: field.not_one_of", "hot: field.expected_boolean",
                  "probability: field.null", "counts.k: field.expected_whole_number",
                  "name: field.missing", "label: field.no_translation"));
}

TEST(JsonRead, suggests_the_nearest_field_in_both_languages) {
  const auto line = json::read<Line>(R"({"name":"a","price":1,"quantty":2})");
  ASSERT_FALSE(line);
  EXPECT_EQ(line.error().code, Error::Code::invalid);
  ASSERT_EQ(line.error().fields.size(), 2u);
  const Message& message = line.error().fields[0].message;
  EXPECT_THAT(message.text(Lang::en), HasSubstr("did you mean \"quantity\"?"));
  EXPECT_THAT(message.text(Lang::zh), HasSubstr("“quantity”"));
}

TEST(JsonRead, applies_the_rules_beside_the_struct) {
  EXPECT_THAT(faults<Rules>(R"({"name":"你好吗呀"})"), IsEmpty());
  EXPECT_THAT(faults<Rules>(R"({"name":"   "})"), ElementsAre("name: field.blank"));
  EXPECT_THAT(faults<Rules>(R"({"name":"x"})"), ElementsAre("name: field.too_short"));
  EXPECT_THAT(faults<Rules>(R"({"name":"你好吗呀!"})"), ElementsAre("name: field.too_long"));
  EXPECT_THAT(faults<Rules>(R"({"name":"a\nb"})"), ElementsAre("name: field.not_one_line"));
  EXPECT_THAT(faults<Rules>(R"({"name":"a\u001b"})"), ElementsAre("name: field.not_one_line"));
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","number":11,"ratio":1.01})"),
              ElementsAre("number: field.out_of_range", "ratio: field.out_of_range"));
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","number":-1,"ratio":1,"small":255})"), IsEmpty());
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","small":256})"),
              ElementsAre("small: field.out_of_range"));
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","tags":[]})"),
              ElementsAre("tags: field.too_few_items"));
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","tags":["a","b","c"]})"),
              ElementsAre("tags: field.too_many_items"));
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","tags":["a","bcde"]})"),
              ElementsAre("tags[1]: field.too_long"));
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","amount":{"minor":501,"currency":"CNY"}})"),
              ElementsAre("amount.minor: field.out_of_range"));
  EXPECT_THAT(faults<Rules>(R"({"name":"xx","label":{"en":"abc"}})"),
              ElementsAre("label.en: field.too_long"));
}

TEST(JsonRead, keeps_whole_numbers_exact) {
  EXPECT_EQ(*json::read<std::int64_t>("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(*json::read<std::int64_t>("-9223372036854775808"), INT64_MIN);
  EXPECT_EQ(*json::read<std::int64_t>("9007199254740993"), 9007199254740993);
  EXPECT_EQ(*json::read<std::int64_t>("1e3"), 1000);
  EXPECT_EQ(*json::read<std::int64_t>("-4.0"), -4);
  for (const char* too_big : {"9223372036854775808", "18446744073709551616", "1e300"})
    EXPECT_THAT(faults<std::int64_t>(too_big), ElementsAre(": field.number_too_large")) << too_big;
  EXPECT_THAT(faults<std::int64_t>("1.5"), ElementsAre(": field.expected_whole_number"));
}

TEST(JsonRead, rounds_doubles_to_the_nearest) {
  for (const double value : {0.1, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308,
                             123456789.123456789, 9007199254740993.0, -0.0}) {
    const std::string text = json::write(value);
    const auto read = json::read<double>(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(std::signbit(*read), std::signbit(value)) << text;
    EXPECT_EQ(*read, value) << text;
  }
  EXPECT_EQ(*json::read<double>("1e-999"), 0.0);
  for (const char* huge : {"1e999", "-1e999", "1e99999999999"})
    EXPECT_THAT(faults<double>(huge), ElementsAre("field.number_too_large")) << huge;
}

TEST(JsonRead, refuses_what_is_no_json) {
  for (const char* text : {"{", "{\"a\"}", "[1,]", "01", "+1", ".5", "1.", "nul", "'a'", "{a:1}",
                           "[1] 2", "\"\t\"", "\"\\x\"", "\"\\ud800\"", "NaN", "// c\n1", "\"abc"})
    EXPECT_THAT(faults<json::Raw>(text), ElementsAre("json.malformed")) << text;
  for (const char* text : {"", "  \n "})
    EXPECT_THAT(faults<json::Raw>(text), ElementsAre("json.empty"));
  const auto broken = json::read<json::Raw>("{\n  \"a\": 1,\n  \"你\": tru\n}");
  EXPECT_EQ(broken.error().message.text(Lang::en), "This is not valid JSON (line 3, column 8).");
}

TEST(JsonRead, refuses_hostile_texts) {
  EXPECT_THAT(faults<json::Raw>("\"\xff\""), ElementsAre("json.not_utf8"));
  EXPECT_THAT(faults<json::Raw>("\"\xed\xa0\x80\""), ElementsAre("json.not_utf8"));  // surrogate
  EXPECT_THAT(faults<json::Raw>("\"\xc0\xaf\""), ElementsAre("json.not_utf8"));      // overlong
  EXPECT_THAT(faults<json::Raw>(R"("a\u0000b")"), ElementsAre("json.nul_character"));
  EXPECT_THAT(faults<json::Raw>(R"({"\u0000":1})"), ElementsAre("json.nul_character"));
  EXPECT_THAT(faults<json::Raw>(R"([0,{"b":{"a":1,"a":2}}])"),
              ElementsAre("[1].b.a: field.duplicate"));
  std::string wide = "{";
  for (int i = 0; i < 40; ++i) wide += "\"k" + std::to_string(i) + "\":0,";
  EXPECT_THAT(faults<json::Raw>(wide + R"("\u006b7":1})"), ElementsAre("k7: field.duplicate"));
  EXPECT_THAT(faults<json::Raw>(wide + R"("k40":1})"), IsEmpty());
  const std::string deep = std::string(32, '[') + std::string(32, ']');
  EXPECT_THAT(faults<json::Raw>(deep), IsEmpty());
  EXPECT_THAT(faults<json::Raw>('[' + deep + ']'), ElementsAre("json.too_deep"));
}

TEST(JsonRead, keeps_its_limits) {
  json::ReadLimits limits;
  limits.bytes_max = 10;
  const auto large = json::read<json::Raw>("[1,2,3,4,5]", limits);
  EXPECT_EQ(large.error().code, Error::Code::too_large);
  limits = {};
  limits.values_max = 3;
  EXPECT_THAT(faults<json::Raw>("[1,2]", limits), IsEmpty());
  EXPECT_THAT(faults<json::Raw>("[1,2,3]", limits), ElementsAre("json.too_many_values"));
  limits = {};
  limits.field_errors_max = 2;
  EXPECT_EQ(faults<Deal>("{}", limits).size(), 2u);
}

TEST(JsonRead, tells_absent_null_and_value_apart) {
  std::optional<int> field = 3;
  json::Patch<int> patch;
  EXPECT_FALSE(patch.apply_to(field));
  EXPECT_TRUE(json::Patch<int>(4).apply_to(field));
  EXPECT_EQ(field, 4);
  EXPECT_FALSE(json::Patch<int>(4).apply_to(field));
  EXPECT_TRUE(json::Patch<int>::null().apply_to(field));
  EXPECT_EQ(field, std::nullopt);
  int number = 1;
  EXPECT_FALSE(json::Maybe<int>().apply_to(number));
  EXPECT_TRUE(json::Maybe<int>(2).apply_to(number));
  EXPECT_EQ(number, 2);
}

struct Filter {
  std::optional<DealId> owner;
  std::vector<int> stages;
  std::vector<Stance> stances;
  std::optional<bool> hot;
  std::optional<double> ratio;
  std::optional<std::string> text;
  int limit = 50;
};
BOOST_DESCRIBE_STRUCT(Filter, (), (owner, stages, stances, hot, ratio, text, limit))
constexpr auto json_rules(const Filter*) {
  return std::array{json::Rule("stages").defaulted().between(1, 99),
                    json::Rule("stances").defaulted(),
                    json::Rule("limit").between(1, 200).defaulted()};
}

TEST(JsonReadParameters, turns_text_into_types) {
  const auto filter = json::read_parameters<Filter>({{"stages", "3,4"},
                                                     {"owner", "7"},
                                                     {"stances", "for"},
                                                     {"hot", "true"},
                                                     {"ratio", "0.5"},
                                                     {"stances", "neutral"},
                                                     {"text", ""}});
  ASSERT_TRUE(filter);
  EXPECT_EQ(filter->owner, DealId(7));
  EXPECT_THAT(filter->stages, ElementsAre(3, 4));
  EXPECT_THAT(filter->stances, ElementsAre(Stance::for_, Stance::neutral));
  EXPECT_EQ(filter->hot, true);
  EXPECT_EQ(filter->ratio, 0.5);
  EXPECT_EQ(filter->text, std::nullopt);
  EXPECT_EQ(filter->limit, 50);
}

TEST(JsonReadParameters, names_every_wrong_parameter) {
  const auto filter = json::read_parameters<Filter>({{"stages", "3,x,100"},
                                                     {"hot", "yes"},
                                                     {"limit", "0"},
                                                     {"onwer", "1"},
                                                     {"text", "a"},
                                                     {"text", "b"}});
  ASSERT_FALSE(filter);
  std::vector<std::string> found;
  for (const FieldError& field : filter.error().fields)
    found.push_back(field.field + ": " + std::string(field.message.code()));
  EXPECT_THAT(found,
              ElementsAre("stages[1]: field.expected_whole_number", "stages[2]: field.out_of_range",
                          "hot: field.expected_boolean", "limit: field.out_of_range",
                          "onwer: field.unknown", "text: field.expected_text"));
}

}  // namespace
}  // namespace stagecoach::json_tests
