#include "platform/json/text.h"

#include <gtest/gtest.h>

namespace stagecoach::json {
namespace {

TEST(JsonText, puts_objects_and_arrays_together) {
  EXPECT_EQ(ObjectText().text(), "{}");
  EXPECT_EQ(ObjectText().add("a", "1").add_text("b\"", "c\n").add_number("d", -2).text(),
            R"({"a":1,"b\"":"c\n","d":-2})");
  EXPECT_EQ(ArrayText().text(), "[]");
  EXPECT_EQ(ArrayText().add("1").add_text("x").text(), R"([1,"x"])");
}

TEST(JsonText, spreads_a_value_over_lines) {
  EXPECT_EQ(*pretty(R"({"a":[1,2],"b":{"c":[]},"d":[{"e":"你"}],"f":{}})"),
            "{\n  \"a\": [1,2],\n  \"b\": {\n    \"c\": []\n  },\n  \"d\": [\n    {\n"
            "      \"e\": \"你\"\n    }\n  ],\n  \"f\": {}\n}\n");
  EXPECT_EQ(*pretty("1.50"), "1.50\n");
  EXPECT_FALSE(pretty("{"));
}

}  // namespace
}  // namespace stagecoach::json
