#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/json/sample_types.h"

namespace stagecoach::json_tests {

struct Page {
  std::vector<Line> items;
};
BOOST_DESCRIBE_STRUCT(Page, (), (items))

template <class T>
struct Of {
  T item;
  BOOST_DESCRIBE_CLASS(Of, (), (item), (), ())
};

namespace other {
struct Line {
  int x = 0;
};
BOOST_DESCRIBE_STRUCT(Line, (), (x))
}  // namespace other

struct Two {
  Line a;
  other::Line b;
};
BOOST_DESCRIBE_STRUCT(Two, (), (a, b))

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(JsonSchema, describes_a_request) {
  const std::string schema = json::schema_of<Deal>(json::Direction::request);
  ASSERT_TRUE(json::read<json::Raw>(schema)) << schema;
  EXPECT_THAT(schema, HasSubstr(R"("$schema":"https://json-schema.org/draft/2020-12/schema",)"
                                R"("$ref":"#/$defs/Deal","$defs":{"Deal":{"type":"object")"));
  EXPECT_THAT(schema, HasSubstr(R"("name":{"type":"string","minLength":1,"maxLength":20})"));
  EXPECT_THAT(schema,
              HasSubstr(R"("amount":{"anyOf":[{"$ref":"#/$defs/Money"},{"type":"null"}]})"));
  EXPECT_THAT(schema, HasSubstr(R"("close":{"type":["string","null"],"format":"date"})"));
  EXPECT_THAT(schema, HasSubstr(R"("children":{"type":"array","items":{"$ref":"#/$defs/Deal"}})"));
  EXPECT_THAT(schema,
              HasSubstr(R"("Stance":{"type":"string","enum":["for","against","neutral"]})"));
  EXPECT_THAT(schema, HasSubstr(R"("probability":{"type":"integer","format":"int32",)"
                                R"("minimum":0,"maximum":100})"));
  EXPECT_THAT(schema, HasSubstr(R"("required":["id","name","lines","at","stance","label"],)"
                                R"("additionalProperties":false)"));
}

TEST(JsonSchema, requires_of_a_response_all_that_is_always_written) {
  const std::string schema = json::schema_of<Deal>(json::Direction::response);
  EXPECT_THAT(
      schema,
      HasSubstr(R"("required":["id","name","amount","lines","at","close","stance","counts",)"
                R"("label","hot","extra","children"]})"));
  EXPECT_THAT(schema, Not(HasSubstr("\"additionalProperties\":false")));
}

TEST(JsonSchema, names_types_apart) {
  const std::string two = json::schema_of<Two>();
  EXPECT_THAT(two, HasSubstr(R"("a":{"$ref":"#/$defs/Line"},"b":{"$ref":"#/$defs/other_Line"})"));
  EXPECT_THAT(json::schema_of<Of<Page>>(), HasSubstr(R"("$ref":"#/$defs/Of_Page")"));
}

TEST(JsonSchema, parts_requests_from_answers_where_they_differ) {
  json::Schemas answers(json::Direction::response, "#/components/schemas/");
  json::schema_ref<Deal>(answers);
  json::Schemas bodies(json::Direction::request, "#/components/schemas/");
  bodies.follow(answers, "Input", {"Page"});
  EXPECT_EQ(json::schema_ref<Page>(bodies), R"({"$ref":"#/components/schemas/PageInput"})");
  EXPECT_TRUE(bodies.definitions().contains("LineInput"));
  EXPECT_FALSE(bodies.definitions().contains("Line"));
  EXPECT_EQ(json::schema_ref<Stance>(bodies), R"({"$ref":"#/components/schemas/Stance"})");
  EXPECT_FALSE(bodies.definitions().contains("Stance"));
}

}  // namespace
}  // namespace stagecoach::json_tests
