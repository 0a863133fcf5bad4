#include "platform/http/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

using ::testing::ElementsAre;

Result<Reply> nothing(const Request&) {
  return Reply::no_content();
}

Router router_with(std::initializer_list<const char*> patterns) {
  Router router;
  for (const char* pattern : patterns) router.get(pattern, Rule::anyone(), {"Test"}, nothing);
  return router;
}

// The pattern that answers GET path, and its parameters: "/a/{x} 7".
std::string found(const Router& router, std::string_view path) {
  std::vector<TextSpan> values;
  const auto match = router.match(Method::get, path, values);
  if (!match.route) return "none";
  std::string text = match.route->pattern;
  for (const TextSpan value : values) text += ' ' + std::string(path.substr(value.at, value.size));
  return text;
}

TEST(Router, FindsTheMostFixedPattern) {
  const Router router = router_with({"/", "/api/deals", "/api/deals/{id}", "/api/deals/board",
                                     "/api/deals/{id}/moves", "/api/deals/{deal}/moves/{move}"});
  EXPECT_EQ(found(router, "/"), "/");
  EXPECT_EQ(found(router, "/api/deals"), "/api/deals");
  EXPECT_EQ(found(router, "/api/deals/42"), "/api/deals/{id} 42");
  EXPECT_EQ(found(router, "/api/deals/board"), "/api/deals/board");
  EXPECT_EQ(found(router, "/api/deals/board/moves"), "/api/deals/{id}/moves board");
  EXPECT_EQ(found(router, "/api/deals/42/moves/7"), "/api/deals/{deal}/moves/{move} 42 7");
  for (const char* path :
       {"/api", "/api/", "/api/deals/", "/api/deals//moves", "/api/deals/42/x", "*"})
    EXPECT_EQ(found(router, path), "none") << path;
}

TEST(Router, TellsWhichMethodsAPathHas) {
  Router router = router_with({"/a/{x}"});
  router.del("/a/{y}", Rule::anyone(), {"Test"}, nothing);
  std::vector<TextSpan> values;
  const auto match = router.match(Method::post, "/a/1", values);
  EXPECT_EQ(match.route, nullptr);
  EXPECT_THAT(match.allowed, ElementsAre(Method::get, Method::del));
  EXPECT_EQ(router.match(Method::head, "/a/1", values).route->method, Method::get);
}

TEST(Router, RefusesARouteWithoutARule) {
  Router router;
  EXPECT_THROW(router.get("/a", Rule{}, {"Test"}, nothing), std::logic_error);
  EXPECT_THROW(router.get("/a", Rule{"named", nullptr, true}, {"Test"}, nothing), std::logic_error);
}

TEST(Router, RefusesPatternsThatCannotBeToldApart) {
  Router router = router_with({"/a/{x}", "/a/{x}/c"});
  for (const char* pattern : {"/a/{x}", "/a/{other}", "/{a}/b/c"})
    EXPECT_THROW(router.get(pattern, Rule::anyone(), {"Test"}, nothing), std::logic_error)
        << pattern;
  EXPECT_NO_THROW(router.post("/a/{x}", Rule::anyone(), {"Test"}, nothing));
  EXPECT_NO_THROW(router.get("/a/b/c", Rule::anyone(), {"Test"}, nothing));
}

TEST(Router, RefusesPatternsThatAreNone) {
  Router router;
  for (const char* pattern : {"", "a", "/a/", "/a//b", "/a{x}", "/a?b", "/{x"})
    EXPECT_THROW(router.get(pattern, Rule::anyone(), {"Test"}, nothing), std::logic_error)
        << pattern;
}

TEST(Router, RemembersTheTypesOfItsHandlers) {
  Router router;
  add_parcel_routes(router);
  const Route& read = router.routes()[0];
  const Route& create = router.routes()[1];
  EXPECT_EQ(read.pattern, "/api/parcels/{id}");
  EXPECT_THAT(read.parameters, ElementsAre("id"));
  EXPECT_EQ(*read.doc.answer.type, typeid(Parcel));
  EXPECT_EQ(read.doc.success, 200);
  EXPECT_FALSE(read.doc.body);
  EXPECT_EQ(*create.doc.body.type, typeid(Parcel));
  EXPECT_EQ(create.doc.success, 201);
  json::Schemas schemas(json::Direction::response);
  EXPECT_THAT(create.doc.answer.schema(schemas), ::testing::HasSubstr("Parcel"));
}

}  // namespace
}  // namespace stagecoach::http::testing
