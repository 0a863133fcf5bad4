// What happens between a request and its reply, without a socket.
#include "platform/http/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/http/problem.h"
#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Desk {
  explicit Desk(ServiceConfig config = {}) {
    add_parcel_routes(router);
    service = std::make_unique<Service>(router, std::move(config));
    service->authenticate_with(authenticate);
  }
  Reply ask(Method method, std::string target,
            std::vector<std::pair<std::string, std::string>> headers = {}, std::string body = "",
            std::string peer = "127.0.0.1") const {
    headers.emplace_back("Host", "crm.example.com");
    return service->handle({method, std::move(target), std::move(headers), std::move(body), peer});
  }
  Router router;
  std::unique_ptr<Service> service;
};

const std::pair<std::string, std::string> kJson = {"Content-Type", "application/json"};
const std::pair<std::string, std::string> kAnna = {"Authorization", "Clerk anna"};

TEST(Service, AsksWhoCallsBeforeTheHandlerRuns) {
  const Desk desk;
  EXPECT_EQ(desk.ask(Method::get, "/api/mine").status(), 401);
  EXPECT_EQ(desk.ask(Method::get, "/api/mine", {{"Authorization", "Clerk nobody"}}).status(), 401);
  EXPECT_EQ(desk.ask(Method::get, "/api/mine", {kAnna}).body(), "anna");
  EXPECT_EQ(desk.ask(Method::del, "/api/all", {{"Authorization", "Clerk bob"}}).status(), 403);
  EXPECT_EQ(desk.ask(Method::del, "/api/all", {kAnna}).status(), 204);
  // Bad credentials do not bar what is open to all.
  EXPECT_EQ(desk.ask(Method::get, "/api/parcels/1", {{"Authorization", "Clerk nobody"}}).status(),
            200);
}

TEST(Service, AsksForTheVersionBeforeTheHandlerOfAVersionedRouteRuns) {
  const Desk desk;
  const auto put = [&](std::vector<std::pair<std::string, std::string>> headers) {
    return desk.ask(Method::put, "/api/parcels/1/label", std::move(headers));
  };
  EXPECT_EQ(put({kAnna}).status(), 428);
  EXPECT_EQ(put({kAnna, {"If-Match", "yesterday"}}).status(), 400);
  EXPECT_EQ(put({kAnna, {"If-Match", "\"7\""}}).body(), "7");
  // Who may not ask at all is not told what is missing.
  EXPECT_EQ(put({}).status(), 401);
}

TEST(Service, ExplainsRefusalsFieldByFieldInTheCallersLanguage) {
  const Desk desk;
  const Reply english =
      desk.ask(Method::post, "/api/parcels", {kJson}, R"({"label":"x","weight":500})");
  EXPECT_EQ(english.status(), 422);
  EXPECT_EQ(english.type(), "application/problem+json");
  EXPECT_THAT(english.body(), HasSubstr(R"("code":"test.too_heavy")"));
  EXPECT_THAT(english.body(), HasSubstr(R"("status":422)"));
  EXPECT_THAT(
      english.body(),
      HasSubstr(
          R"("fields":[{"field":"weight","code":"test.too_heavy","message":"At most 100 kg."}])"));
  const Reply chinese =
      desk.ask(Method::post, "/api/parcels", {kJson, {"Accept-Language", "zh-CN"}},
               R"({"label":"x","weight":500})");
  EXPECT_THAT(chinese.body(), HasSubstr("最多 100 公斤。"));
  EXPECT_EQ(desk.ask(Method::post, "/api/parcels", {kJson}, R"({"label":1})").status(), 400);
  EXPECT_EQ(desk.ask(Method::post, "/api/parcels", {}, "{}").status(), 415);
  EXPECT_EQ(desk.ask(Method::post, "/api/parcels", {kJson}, R"({"label":"x","weight":5})").status(),
            201);
}

TEST(Service, MergesDetailsIntoTheProblem) {
  Error error(Error::Code::conflict, Message());
  error.details_json = R"({"unmet":["budget"]})";
  EXPECT_THAT(problem(error, Lang::en, "r1").body(), HasSubstr(R"(,"unmet":["budget"]})"));
  error.details_json = "{}";
  EXPECT_THAT(problem(error, Lang::en, "r1").body(), HasSubstr(R"("request_id":"r1"})"));
}

TEST(Service, HidesInternalsOfFailures) {
  const Desk desk;
  desk.service->explain_failures_with([](const std::exception&) { return std::nullopt; });
  const Reply reply = desk.ask(Method::get, "/api/throw");
  EXPECT_EQ(reply.status(), 500);
  EXPECT_THAT(reply.body(), Not(HasSubstr("secret")));
  EXPECT_THAT(reply.body(), HasSubstr("request_id"));
}

TEST(Service, NoSecretOfAPathIsLogged) {
  Router router;
  router.get("/api/feeds/{secret}", Rule::anyone(), {},
             [](const Request&) -> Result<Reply> { throw std::runtime_error("broken"); });
  const Service service(router, {});
  ::testing::internal::CaptureStderr();
  service.handle({Method::get, "/api/feeds/scf_abc", {{"Host", "a"}}, "", "127.0.0.1"});
  const std::string logged = ::testing::internal::GetCapturedStderr();
  EXPECT_THAT(logged, HasSubstr("http.failure"));
  EXPECT_THAT(logged, HasSubstr("/api/feeds/{secret}"));
  EXPECT_THAT(logged, Not(HasSubstr("scf_abc")));
}

TEST(Service, TellsKnownFailuresApart) {
  const TestApp app;
  const Answered full = app.get("/api/throw?full=1");
  EXPECT_EQ(full.status, 507);
  EXPECT_THAT(full.body, HasSubstr("The shelf is full."));
  EXPECT_THAT(full.body, Not(HasSubstr("secret")));
}

TEST(Service, SaysWhichMethodsAPathHas) {
  const Desk desk;
  const Reply wrong = desk.ask(Method::put, "/api/parcels/1");
  EXPECT_EQ(wrong.status(), 405);
  EXPECT_EQ(wrong.header("Allow"), "GET, HEAD, OPTIONS");
  const Reply options = desk.ask(Method::options, "/api/parcels");
  EXPECT_EQ(options.status(), 204);
  EXPECT_EQ(options.header("Allow"), "POST, OPTIONS");
  EXPECT_EQ(desk.ask(Method::get, "/api/none").status(), 404);
  EXPECT_EQ(desk.ask(Method::get, "/api/parcels/0").status(), 404);
  EXPECT_EQ(desk.ask(Method::get, "/api/parcels/99999999999999999999").status(), 404);
}

TEST(Service, AnswersNotModifiedWhereTheTagIsKnown) {
  const Desk desk;
  const Reply reply =
      desk.ask(Method::get, "/api/parcels/1", {{"If-None-Match", "\"11\", W/\"12\""}});
  EXPECT_EQ(reply.status(), 304);
  EXPECT_EQ(reply.body(), "");
  EXPECT_EQ(reply.header("ETag"), "\"12\"");
}

TEST(Service, RefusesWritesFromOtherSites) {
  const Desk desk;
  const auto status = [&](std::pair<std::string, std::string> header) {
    return desk.ask(Method::post, "/api/echo", {std::move(header)}, "x").status();
  };
  EXPECT_EQ(status({"Sec-Fetch-Site", "cross-site"}), 403);
  EXPECT_EQ(status({"Sec-Fetch-Site", "same-site"}), 403);
  EXPECT_EQ(status({"Sec-Fetch-Site", "same-origin"}), 200);
  EXPECT_EQ(status({"Origin", "https://evil.example"}), 403);
  EXPECT_EQ(status({"Origin", "https://crm.example.com:8443"}), 403);
  EXPECT_EQ(status({"Origin", "null"}), 403);
  EXPECT_EQ(status({"Origin", "https://crm.example.com"}), 200);
  EXPECT_EQ(status({"X-None", "a client that is no browser"}), 200);
  EXPECT_EQ(
      desk.ask(Method::post, "/api/echo", {kAnna, {"Origin", "https://evil.example"}}).status(),
      200);
  EXPECT_EQ(desk.ask(Method::get, "/api/parcels/1", {{"Origin", "https://evil.example"}}).status(),
            200);
}

TEST(Service, AnswersToItsOwnNamesOnly) {
  ServiceConfig config;
  config.hosts = {"localhost"};
  const Desk desk(config);
  EXPECT_EQ(desk.ask(Method::get, "/api/parcels/1").status(), 403);
  RequestParts parts{Method::get, "/api/parcels/1", {{"Host", "LOCALHOST:8080"}}, "", "127.0.0.1"};
  EXPECT_EQ(desk.service->handle(parts).status(), 200);
}

TEST(Service, BelievesConfiguredProxiesOnly) {
  const auto seen_by = [](std::vector<std::string> proxies, std::string peer, std::string chain) {
    Router router;
    std::string seen;
    router.get("/", Rule::anyone(), {"Who"}, [&](const Request& request) -> Result<Reply> {
      seen = std::string(request.remote_address()) + (request.is_secure() ? " secure" : "") +
             (request.is_local() ? " local" : "") + ' ' + request.host();
      return Reply::no_content();
    });
    ServiceConfig config;
    config.proxies = std::move(proxies);
    Service service(router, config);
    RequestParts parts{Method::get, "/", {{"Host", "inner"}}, "", std::move(peer)};
    if (!chain.empty())
      parts.headers.insert(parts.headers.end(), {{"X-Forwarded-For", chain},
                                                 {"X-Forwarded-Proto", "https"},
                                                 {"X-Forwarded-Host", "crm.example.com"}});
    service.handle(parts);
    return seen;
  };
  EXPECT_EQ(seen_by({}, "127.0.0.1", ""), "127.0.0.1 local inner");
  EXPECT_EQ(seen_by({}, "127.0.0.1", "203.0.113.9"), "127.0.0.1 inner");
  EXPECT_EQ(seen_by({"10.0.0.0/8"}, "10.1.2.3", "203.0.113.9"),
            "203.0.113.9 secure crm.example.com");
  EXPECT_EQ(seen_by({"10.0.0.0/8"}, "10.1.2.3", "1.1.1.1, 203.0.113.9, 10.0.0.9"),
            "203.0.113.9 secure crm.example.com");
  EXPECT_EQ(seen_by({"10.0.0.0/8"}, "11.1.2.3", "203.0.113.9"), "11.1.2.3 inner");
  EXPECT_EQ(seen_by({"fd00::/8"}, "fd12::1", "203.0.113.9"), "203.0.113.9 secure crm.example.com");
  EXPECT_EQ(seen_by({"10.0.0.0/8"}, "10.1.2.3", "not an address"),
            "10.1.2.3 secure crm.example.com");
  EXPECT_THROW(TrustedProxies({"10.0.0.0/33"}), std::runtime_error);
  EXPECT_THROW(TrustedProxies({"example.com"}), std::runtime_error);
}

TEST(Service, IsReadyWhenEverybodyAgrees) {
  const Desk desk;
  constexpr static Phrase kAway{"test.away", "The database is away.", "数据库不可用。"};
  bool away = false;
  desk.service->add_readiness_check("database", [&away]() -> Result<void> {
    if (away) return Error(Error::Code::unavailable, kAway);
    return {};
  });
  EXPECT_EQ(desk.ask(Method::get, "/readyz").status(), 200);
  away = true;
  EXPECT_EQ(desk.ask(Method::get, "/readyz").status(), 503);
  EXPECT_THAT(desk.ask(Method::get, "/readyz").body(), HasSubstr("database"));
  EXPECT_EQ(desk.ask(Method::get, "/healthz").status(), 200);
  away = false;
  desk.service->set_draining();
  EXPECT_EQ(desk.ask(Method::get, "/readyz").status(), 503);
}

TEST(Service, RunsEverythingOnWorkersWhereAsked) {
  ServiceConfig config;
  config.workers_only = true;
  const Desk quick;
  const Desk careful(config);
  Request request = *Request::make({Method::get, "/api/parcels/1", {}, "", ""});
  quick.service->route(request);
  EXPECT_EQ(quick.service->runs(request), Runs::inline_on_io);
  careful.service->route(request);
  EXPECT_EQ(careful.service->runs(request), Runs::on_worker);
}

}  // namespace
}  // namespace stagecoach::http::testing
