#include "platform/http/request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stagecoach::http {
namespace {

struct ListParcels {
  std::optional<std::int64_t> weight;
  std::vector<std::string> label;
};
BOOST_DESCRIBE_STRUCT(ListParcels, (), (weight, label))

Request request_for(std::string target,
                    std::vector<std::pair<std::string, std::string>> headers = {}) {
  auto request =
      Request::make({Method::get, std::move(target), std::move(headers), "", "10.0.0.1"});
  EXPECT_TRUE(request.has_value());
  return *std::move(request);
}

TEST(Request, UnescapesItsTarget) {
  const Request request = request_for("/a%20b/%E4%BA%A4?q=x+y%26&empty&%E4%BA%A4=1");
  EXPECT_EQ(request.path(), "/a b/交");
  EXPECT_EQ(request.query("q"), "x y&");
  EXPECT_EQ(request.query("empty"), "");
  EXPECT_EQ(request.query("交"), "1");
  EXPECT_EQ(request.query("none"), std::nullopt);
  EXPECT_EQ(request_for("http://crm.example.com/deals?x=1").path(), "/deals");
  EXPECT_EQ(request_for("http://crm.example.com").path(), "/");
}

TEST(Request, RefusesTargetsThatMeanTwoThings) {
  for (const char* target : {"/a%2fb", "/a%", "/a%zz", "/a%00", "/%ff", "a", "", "/a?%", "/a?x=%80",
                             "/a\\b", "/a b", "/\x01", "ftp://x/y", "/a#b"})
    EXPECT_FALSE(Request::make({Method::get, target, {}, "", ""}).has_value()) << target;
}

TEST(Request, ReadsItsQueryIntoAStruct) {
  const auto read = request_for("/?weight=7&label=a&label=b").query_as<ListParcels>();
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->weight, 7);
  EXPECT_THAT(read->label, ::testing::ElementsAre("a", "b"));
  const auto refused = request_for("/?weight=heavy&colour=red").query_as<ListParcels>();
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, Error::Code::invalid);
  std::vector<std::string> wrong;
  for (const FieldError& field : refused.error().fields) wrong.push_back(field.field);
  EXPECT_THAT(wrong, ::testing::IsSupersetOf({"weight", "colour"}));
}

TEST(Request, ReadsOnlyJsonAsJson) {
  RequestParts parts{
      Method::post, "/", {{"Content-Type", "Application/JSON; charset=utf-8"}}, "", ""};
  parts.body = R"({"weight":7,"label":["a"]})";
  EXPECT_TRUE(Request::make(parts)->body<ListParcels>().has_value());
  parts.headers = {{"Content-Type", "text/plain"}};
  EXPECT_EQ(Request::make(parts)->body<ListParcels>().error().code, Error::Code::unsupported);
}

TEST(Request, FindsHeadersAndCookies) {
  const Request request =
      request_for("/", {{"X-One", "1"}, {"x-one", "2"}, {"Cookie", "a=b; sid=x=y"}});
  EXPECT_EQ(request.header("x-ONE"), "1");
  EXPECT_EQ(request.cookie("sid"), "x=y");
  EXPECT_EQ(request.cookie("si"), std::nullopt);
}

TEST(Request, SpeaksTheLanguageThatIsLikedBest) {
  const auto lang = [](const char* accepted) {
    return request_for("/", {{"Accept-Language", accepted}}).lang();
  };
  EXPECT_EQ(lang("zh-CN,zh;q=0.9,en;q=0.8"), Lang::zh);
  EXPECT_EQ(lang("de,en;q=0.8,zh;q=0.9"), Lang::zh);
  EXPECT_EQ(lang("en-GB,zh;q=0.9"), Lang::en);
  EXPECT_EQ(lang("zh;q=0,fr"), Lang::en);
  EXPECT_EQ(request_for("/").lang(), Lang::en);
}

TEST(Request, ReadsTheVersionTheClientSaw) {
  const auto version = [](const char* tag) {
    return request_for("/", {{"If-Match", tag}}).required_version();
  };
  EXPECT_EQ(*version("\"12\""), 12);
  EXPECT_EQ(*version("W/\"3\""), 3);
  for (const char* wrong : {"12", "*", "\"x\"", "\"1\", \"2\"", "\"\"", ""})
    EXPECT_EQ(version(wrong).error().code, Error::Code::invalid) << wrong;
  EXPECT_EQ(request_for("/").required_version().error().code, Error::Code::precondition_required);
  EXPECT_FALSE(request_for("/").if_match()->has_value());
}

TEST(Request, TakesIdempotencyKeysThatAreKeys) {
  const auto is_key = [](const std::string& text) {
    return request_for("/", {{"Idempotency-Key", text}}).idempotency_key().has_value();
  };
  const Request request = request_for("/", {{"Idempotency-Key", "6ba7b810-9dad"}});
  EXPECT_EQ(**request.idempotency_key(), "6ba7b810-9dad");
  EXPECT_FALSE(is_key(""));
  EXPECT_FALSE(is_key("a b"));
  EXPECT_TRUE(is_key(std::string(255, 'k')));
  EXPECT_FALSE(is_key(std::string(256, 'k')));
  EXPECT_FALSE(request_for("/").idempotency_key()->has_value());
}

TEST(Request, KnowsItsHost) {
  EXPECT_EQ(request_for("/", {{"Host", "CRM.Example.com:8443"}}).host(), "crm.example.com");
  EXPECT_EQ(request_for("/", {{"Host", "[::1]:80"}}).host(), "::1");
}

}  // namespace
}  // namespace stagecoach::http
