#include "exchange/workspace/import_routes.h"

#include <gtest/gtest.h>

#include <sstream>

#include "platform/http/service.h"
#include "sales/deals/deal_store.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/team_test.h"

namespace stagecoach::testing {
namespace {

using http::Method;
using http::Reply;

// An upload comes spooled from the wire, which is not here: the file is stored beforehand.
class ImportRoutes : public TeamTest {
 protected:
  ImportRoutes() : owner(set_up_owner()) {
    desk_of_imports.emplace(commands, catalog);
    exchange::add_import_routes(router, *desk_of_imports, 1 << 20);
    service.emplace(router);
    service->authenticate_with(
        [this](const http::Request& request) { return sessions.authenticate(request); });
    secret = sales::admit(desk, owner, {"127.0.0.1", "test"}).value().secret;
  }

  Reply call(Method method, std::string target, std::string body = "") {
    http::RequestParts parts;
    parts.method = method;
    parts.target = std::move(target);
    parts.headers = {{"Cookie", "stagecoach=" + secret}, {"Content-Type", "application/json"}};
    parts.body = std::move(body);
    return service->handle(parts);
  }
  static bool says(const Reply& reply, std::string_view text) {
    return reply.body().find(text) != std::string::npos;
  }
  // Plans the import of one file; gives its address.
  std::string plan(std::string_view csv) {
    std::istringstream bytes{std::string(csv)};
    const auto upload = exchange::store_upload(
        database(), "deals.csv", static_cast<std::int64_t>(csv.size()), bytes, clock.now());
    const Reply planned = call(Method::post, "/api/imports",
                               "{\"upload_ids\":[" + std::to_string(upload.value) + "]}");
    EXPECT_EQ(planned.status(), 201) << planned.body();
    EXPECT_TRUE(says(planned, "\"state\":\"planned\""));
    return std::string(planned.header("Location"));
  }
  // Waits for the run in the background by waiting for its threads.
  void finish_runs() { desk_of_imports.emplace(commands, catalog); }
  bool has_deal(std::string_view key) {
    return database().read([&](db::Connection& connection) {
      return sales::find_deal_by_external_key(connection, key).has_value();
    });
  }

  const UserId owner;
  std::string secret;
  sales::PipelineCatalog catalog{database()};
  std::optional<exchange::ImportDesk> desk_of_imports;
  http::Router router;
  std::optional<http::Service> service;
};
EACH_ENGINE(ImportRoutes);

constexpr std::string_view kDeals =
    "deal id,name,owner,stage,engage date,amount\n"
    "1,One,Ann Lee,Engaging,2024-01-01,5\n2,Two,Bo Chen,Engaging,2024-01-02,6\n"
    "3,Three,Bo Chen,Engaging,someday,6\n";

TEST_P(ImportRoutes, APlanWritesNothingAndItsRunDoes) {
  const std::string at = plan(kDeals);
  EXPECT_FALSE(has_deal("1"));
  EXPECT_EQ(call(Method::post, at + "/runs").status(), 202);
  EXPECT_EQ(call(Method::post, at + "/runs").status(), 409);
  finish_runs();
  EXPECT_TRUE(has_deal("1"));
  const Reply done = call(Method::get, at);
  EXPECT_TRUE(says(done, "\"state\":\"done\"")) << done.body();
  EXPECT_TRUE(says(done, "\"stages\":[{\"name\":\"Engaging\"")) << done.body();
  EXPECT_TRUE(says(call(Method::get, "/api/imports"), "\"state\":\"done\""));
  EXPECT_TRUE(says(call(Method::get, at + "/rejects.csv"), "someday"));

  const Reply undone = call(Method::post, at + "/undo");
  EXPECT_TRUE(says(undone, "\"state\":\"undone\"")) << undone.body();
  EXPECT_FALSE(has_deal("1"));
}

TEST_P(ImportRoutes, APlanIsMadeAgainWithAnotherMappingUntilItRuns) {
  const std::string at = plan(kDeals);
  const std::string mapping = R"({"mapping":{"files":[{"file":"deals.csv",)"
                              R"("columns":[{"column":"amount","field":"ignored"}]}]}})";
  const Reply again = call(Method::patch, at, mapping);
  EXPECT_EQ(again.status(), 200) << again.body();
  EXPECT_TRUE(says(again, R"("header":"amount","field":null)")) << again.body();
  call(Method::post, at + "/runs");
  finish_runs();
  EXPECT_EQ(call(Method::patch, at, mapping).status(), 409);
}

TEST_P(ImportRoutes, APlanChoosesThePipelineAndCanSendItElsewhere) {
  run([](journal::Work& work) { return sales::install_builtin_pipelines(work); }).value();
  const std::string at = plan(kDeals);
  EXPECT_TRUE(says(call(Method::get, at), R"("to":"Engaging","by":"new_stage")"));
  const Reply there =
      call(Method::patch, at,
           R"({"mapping":{"pipeline":"b2b","stage_map":[{"stage":"Engaging","to":"demo"}]}})");
  EXPECT_TRUE(says(there, R"("to":"demo","by":"mapping")")) << there.body();
  EXPECT_EQ(call(Method::patch, at, R"({"mapping":{"pipeline":"b2x"}})").status(), 400);
}

TEST_P(ImportRoutes, ADiscardedPlanIsGoneWithItsFiles) {
  const std::string at = plan(kDeals);
  EXPECT_EQ(call(Method::del, at).status(), 204);
  EXPECT_EQ(call(Method::get, at).status(), 404);
  EXPECT_EQ(call(Method::post, "/api/imports", R"({"upload_ids":[1]})").status(), 400);
  const std::string second = plan(kDeals);
  call(Method::post, second + "/runs");
  finish_runs();
  EXPECT_EQ(call(Method::del, second).status(), 409);
}

TEST_P(ImportRoutes, AFileIsKeptForADay) {
  const std::string at = plan(kDeals);
  clock.advance(std::chrono::hours(23));
  desk_of_imports->sweep();
  EXPECT_EQ(call(Method::get, at + "/rejects.csv").status(), 200);
  clock.advance(std::chrono::hours(2));
  desk_of_imports->sweep();
  EXPECT_EQ(call(Method::get, at + "/rejects.csv").status(), 400);
  EXPECT_EQ(call(Method::post, at + "/runs").status(), 409);
  EXPECT_TRUE(says(call(Method::get, at), "\"state\":\"planned\""));
}

TEST_P(ImportRoutes, AFileOfManyPiecesComesBackAsItWasSent) {
  std::string sent;
  while (sent.size() < (2u << 20) + 17) sent += "deal " + std::to_string(sent.size()) + "\n";
  std::istringstream bytes(sent);
  const auto size = static_cast<std::int64_t>(sent.size());
  const auto id = exchange::store_upload(database(), "big.csv", size, bytes, clock.now());
  std::istringstream broken(sent.substr(0, 100));
  const auto half = exchange::store_upload(database(), "half.csv", size, broken, clock.now());
  database().read([&](db::Connection& connection) {
    EXPECT_TRUE(exchange::find_upload(connection, id)->bytes == sent);
    EXPECT_FALSE(exchange::find_upload(connection, half));
  });
}

TEST_P(ImportRoutes, AnEmptyFileIsTakenAndItsPlanRefused) {
  const Reply sent = call(Method::post, "/api/uploads?name=empty.csv");
  EXPECT_EQ(sent.status(), 201) << sent.body();
  EXPECT_TRUE(says(sent, "\"size\":0"));
  EXPECT_EQ(call(Method::post, "/api/imports", R"({"upload_ids":[1]})").status(), 415);
}

TEST_P(ImportRoutes, AFileThatIsNotHereAndAnImportThatIsNotThereAreRefused) {
  EXPECT_EQ(call(Method::post, "/api/imports", R"({"upload_ids":[7]})").status(), 400);
  EXPECT_EQ(call(Method::get, "/api/imports/7").status(), 404);
  EXPECT_EQ(call(Method::post, "/api/imports/7/runs").status(), 404);
}

}  // namespace
}  // namespace stagecoach::testing
