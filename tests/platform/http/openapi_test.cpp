#include "platform/http/openapi.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/json/node.h"

namespace stagecoach::http {

// Named as the document should name them, so not in an anonymous namespace.
namespace openapi_tests {

BOOST_DEFINE_ENUM_CLASS(Weight, light, heavy)

struct Label {
  std::string text;
  std::optional<Weight> weight;
};
BOOST_DESCRIBE_STRUCT(Label, (), (text, weight))

struct Crate {
  Id<Label> id;
  Label label;
  std::optional<Money> price;
};
BOOST_DESCRIBE_STRUCT(Crate, (), (id, label, price))

struct PackCrate {
  std::vector<Label> labels;
  json::Patch<std::string> note;
};
BOOST_DESCRIBE_STRUCT(PackCrate, (), (labels, note))
constexpr auto json_rules(const PackCrate*) {
  return std::array{json::Rule("labels").items(1, 9).described_as("What it says outside.")};
}

struct CrateQuery {
  std::string text;
  std::optional<int> limit;
  std::optional<Weight> weight;
  std::vector<int> stages;
};
BOOST_DESCRIBE_STRUCT(CrateQuery, (), (text, limit, weight, stages))
constexpr auto json_rules(const CrateQuery*) {
  return std::array{json::Rule("limit").between(1, 200), json::Rule("stages").defaulted()};
}

}  // namespace openapi_tests

namespace {

using namespace openapi_tests;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Rule kPacker{"packer", [](const Identity&) { return true; }};

Router crates() {
  Router router;
  router.post("/api/crates/{id}/seals", kPacker, {"Seal a crate", {"crates"}},
              [](const Request&, const PackCrate&) -> Result<Answer<Crate>> {
                return Answer<Crate>::created({});
              });
  router.get("/api/crates", Rule::signed_in(), {"Crates", {"crates"}},
             [](const Request&, const CrateQuery&) -> Result<std::vector<Crate>> {
               return std::vector<Crate>{};
             });
  router
      .del("/api/crates/{id}", kPacker, {"Burn a crate", {"crates"}},
           [](const Request&) -> Result<void> { return {}; })
      .versioned();
  router
      .put("/api/crates/{id}", kPacker, {"Paint a crate", {"crates"}},
           [](const Request&) -> Result<void> { return {}; })
      .without_key();
  router.get("/api/crates/{id}", Rule::signed_in(), {"A crate", {"crates"}},
             [](const Request&) -> Result<Crate> { return Crate{}; });
  Doc csv{"Crates as CSV", {"crates"}};
  csv.answer_type = "text/csv";
  router.get("/api/crates.csv", Rule::anyone(), csv,
             [](const Request&) -> Result<Reply> { return Reply::text("a"); });
  return router;
}

std::string document() {
  return openapi_document(crates(), {.version = "1.2.3", .description = "x"});
}

// The value at a path of keys, compact; empty where there is none.
std::string at(const std::string& text, std::vector<std::string_view> path) {
  const json::Document document = *json::Document::parse(text);
  const json::Node* node = &document.root();
  for (const std::string_view key : path) {
    const json::Node* found = nullptr;
    for (const json::Node& child : *node)
      if (child.key == key) found = &child;
    if (!found) return {};
    node = found;
  }
  std::string out;
  append_node(out, *node);
  return out;
}

TEST(OpenApi, is_the_same_text_every_time_in_a_stable_order) {
  const std::string text = document();
  EXPECT_EQ(text, document());
  EXPECT_EQ(at(text, {"openapi"}), "\"3.1.0\"");
  EXPECT_EQ(at(text, {"info", "version"}), "\"1.2.3\"");
  EXPECT_LT(text.find("\"/api/crates\""), text.find("\"/api/crates.csv\""));
  EXPECT_LT(text.find("\"get_crates_id\""), text.find("\"delete_crates_id\""));
  EXPECT_LT(text.find("\"delete_crates_id\""), text.find("\"post_crates_id_seals\""));
  EXPECT_TRUE(text.ends_with("}\n"));
}

TEST(OpenApi, says_what_a_tag_holds_where_that_is_known) {
  ApiInfo info;
  info.tags = {{"crates", "What is packed."}, {"ships", "Unused."}};
  const std::string text = openapi_document(crates(), info);
  EXPECT_EQ(at(document(), {"tags"}), R"([{"name":"crates"}])");
  EXPECT_EQ(at(text, {"tags"}), R"([{"name":"crates","description":"What is packed."}])");
}

TEST(OpenApi, states_the_rule_and_who_may_call) {
  const std::string text = document();
  EXPECT_EQ(at(text, {"paths", "/api/crates/{id}/seals", "post", "x-rule"}), "\"packer\"");
  EXPECT_EQ(at(text, {"paths", "/api/crates/{id}/seals", "post", "security"}),
            R"([{"session":[]},{"token":[]}])");
  EXPECT_EQ(at(text, {"paths", "/api/crates.csv", "get", "security"}), "[]");
  EXPECT_THAT(at(text, {"components", "securitySchemes", "session"}),
              HasSubstr(R"("in":"cookie","name":"stagecoach")"));
}

TEST(OpenApi, turns_a_query_into_parameters) {
  const std::string text = document();
  EXPECT_EQ(at(text, {"paths", "/api/crates", "get", "parameters"}),
            R"([{"name":"text","in":"query","required":true,"schema":{"type":"string"}},)"
            R"({"name":"limit","in":"query","schema":{"type":"integer","format":"int32",)"
            R"("minimum":1,"maximum":200}},)"
            R"({"name":"weight","in":"query","schema":{"$ref":"#/components/schemas/Weight"}},)"
            R"({"name":"stages","in":"query","schema":{"type":"array","items":{"type":"integer",)"
            R"("format":"int32"}}}])");
  EXPECT_EQ(at(text, {"components", "schemas", "CrateQuery"}), "");
}

TEST(OpenApi, takes_headers_where_they_mean_something) {
  const std::string text = document();
  const auto parameters = [&](std::string_view path, std::string_view method) {
    return at(text, {"paths", path, method, "parameters"});
  };
  EXPECT_THAT(parameters("/api/crates/{id}", "delete"), HasSubstr("parameters/IfMatch"));
  EXPECT_THAT(parameters("/api/crates/{id}", "delete"), HasSubstr("parameters/IdempotencyKey"));
  EXPECT_THAT(parameters("/api/crates/{id}/seals", "post"), HasSubstr("IdempotencyKey"));
  EXPECT_THAT(parameters("/api/crates/{id}/seals", "post"), Not(HasSubstr("IfMatch")));
  for (const std::string_view method : {"get", "put"})
    EXPECT_THAT(parameters("/api/crates/{id}", method),
                Not(testing::AnyOf(HasSubstr("IfMatch"), HasSubstr("IdempotencyKey"))));
  EXPECT_EQ(at(text, {"components", "parameters", "IfMatch", "required"}), "true");
  EXPECT_THAT(parameters("/api/crates/{id}", "get"),
              HasSubstr(R"({"name":"id","in":"path","required":true,"schema":{"type":"integer",)"
                        R"("format":"int64","minimum":1}})"));
}

TEST(OpenApi, tells_requests_and_answers_of_one_type_apart) {
  const std::string text = document();
  EXPECT_EQ(at(text, {"components", "schemas", "Label", "required"}), R"(["text","weight"])");
  EXPECT_EQ(at(text, {"components", "schemas", "LabelInput", "required"}), R"(["text"])");
  EXPECT_EQ(at(text, {"components", "schemas", "LabelInput", "additionalProperties"}), "false");
  EXPECT_EQ(at(text, {"components", "schemas", "PackCrate", "properties", "labels"}),
            R"({"type":"array","items":{"$ref":"#/components/schemas/LabelInput"},"minItems":1,)"
            R"("maxItems":9,"description":"What it says outside."})");
  EXPECT_EQ(at(text, {"paths", "/api/crates/{id}/seals", "post", "requestBody"}),
            R"({"required":true,"content":{"application/json":{"schema":)"
            R"({"$ref":"#/components/schemas/PackCrate"}}}})");
}

TEST(OpenApi, promises_answers_and_refusals) {
  const std::string text = document();
  const auto response = [&](std::string_view path, std::string_view method,
                            std::string_view status) {
    return at(text, {"paths", path, method, "responses", status});
  };
  EXPECT_THAT(response("/api/crates/{id}", "get", "200"),
              HasSubstr(R"("application/json":{"schema":{"$ref":"#/components/schemas/Crate"}})"));
  EXPECT_EQ(response("/api/crates/{id}", "get", "404"),
            R"({"$ref":"#/components/responses/NotFound"})");
  EXPECT_EQ(response("/api/crates/{id}", "get", "428"), "");
  for (const std::string_view status : {"412", "428"}) {
    EXPECT_NE(response("/api/crates/{id}", "delete", status), "");
    EXPECT_EQ(response("/api/crates/{id}/seals", "post", status), "");
  }
  EXPECT_EQ(response("/api/crates/{id}", "delete", "204"), R"({"description":"No Content"})");
  EXPECT_NE(response("/api/crates/{id}/seals", "post", "201"), "");
  EXPECT_THAT(response("/api/crates.csv", "get", "200"), HasSubstr(R"("text/csv":{})"));
  for (const std::string_view path : {"/api/crates", "/api/crates/{id}", "/api/crates.csv"})
    EXPECT_EQ(response(path, "get", "default"), R"({"$ref":"#/components/responses/Problem"})");
  EXPECT_THAT(at(text, {"components", "responses", "NotFound"}), HasSubstr("problem+json"));
}

// Every reference in the document leads somewhere.
TEST(OpenApi, refers_to_what_it_defines) {
  const std::string text = document();
  constexpr std::string_view kRef = "\"$ref\": \"#/components/";
  size_t references = 0;
  for (size_t found = text.find(kRef); found != text.npos; found = text.find(kRef, found + 1)) {
    const size_t start = found + kRef.size();
    const std::string_view target =
        std::string_view(text).substr(start, text.find('"', start) - start);
    const size_t slash = target.find('/');
    EXPECT_NE(at(text, {"components", target.substr(0, slash), target.substr(slash + 1)}), "")
        << target;
    ++references;
  }
  EXPECT_GT(references, 20u);
}

}  // namespace
}  // namespace stagecoach::http
