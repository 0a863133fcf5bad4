#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/lists/list_routes.h"
#include "exchange/workspace/import_runner.h"
#include "platform/http/service.h"
#include "sales/accounts/account_store.h"
#include "sales/activities/activity_commands.h"
#include "sales/fields/field_commands.h"
#include "sales/team/team_test.h"

namespace stagecoach::testing {
namespace {

class ExportRoutes : public TeamTest {
 protected:
  ExportRoutes() : owner(set_up_owner()) {
    exchange::add_export_routes(router, {commands, catalog, calendar});
    service.emplace(router);
    service->authenticate_with(
        [this](const http::Request& request) { return sessions.authenticate(request); });
  }

  void bring_in(std::string csv) {
    auto dataset = exchange::read_dataset({{"deals.csv", std::move(csv)}},
                                          exchange::with_defaults_of(database(), {}));
    exchange::run_import(commands, catalog, sales::Viewer::system(), dataset.value()).value();
  }
  http::Reply get(std::string target, UserId as) {
    const auto in = sales::admit(desk, as, {"127.0.0.1", "test"}).value();
    http::RequestParts parts;
    parts.target = std::move(target);
    parts.headers = {{"Cookie", "stagecoach=" + in.secret}};
    return service->handle(parts);
  }
  // The whole file, and how many pieces it came in.
  static std::string file_of(http::Reply reply, int* pieces = nullptr) {
    std::string text;
    EXPECT_EQ(reply.status(), 200) << reply.body();
    for (bool more = reply.status() == 200; more;) {
      more = reply.source()(text).value();
      if (pieces) ++*pieces;
    }
    return text;
  }
  static std::int64_t lines_of(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  }

  const UserId owner;
  sales::PipelineCatalog catalog{database()};
  sales::WorkCalendar calendar{database(), BusinessCalendar()};
  http::Router router;
  std::optional<http::Service> service;
};
EACH_ENGINE(ExportRoutes);

constexpr const char* kHeader = "deal id,name,account,owner,stage,stage entered at,amount\n";

TEST_P(ExportRoutes, TheListComesAsAFileThatASpreadsheetDoesNotRun) {
  bring_in(std::string(kHeader) +
           "1,=1+2,Acme,Ann Lee,Lead,2024-01-01,12.50\n"
           "2,\"Beta, big\",Beta,Bo Chen,Lead,2024-01-02,\n");
  const std::string file = file_of(get("/api/deals.csv?sort=name", owner));
  EXPECT_TRUE(file.starts_with("\xEF\xBB\xBFID,Deal,Account,Owner,")) << file;
  EXPECT_NE(file.find(",'=1+2,Acme,Ann Lee,deals,Lead,open,12.50,CNY,"), std::string::npos) << file;
  EXPECT_NE(file.find("\"Beta, big\""), std::string::npos);
  EXPECT_EQ(lines_of(file), 3);
  EXPECT_EQ(lines_of(file_of(get("/api/deals.csv?amount_min=1", owner))), 2);
  EXPECT_EQ(lines_of(file_of(get("/api/accounts.csv?q=acme", owner))), 2);
  EXPECT_EQ(lines_of(file_of(get("/api/contacts.csv", owner))), 1);
}

TEST_P(ExportRoutes, FieldsOfTheOrganisationsOwnComeInAndGoOut) {
  run([&](journal::Work& work) -> Result<void> {
    sales::NewCustomField plan;
    plan.kind = sales::FieldKind::choices;
    plan.label = {"Plan", "方案"};
    plan.choices = {{"pro", {"Professional", "专业版"}}, {"api", {"API", "接口"}}};
    TRY(sales::define_field(work, plan));
    for (const auto& [key, kind] : {std::pair{"seats", sales::FieldKind::number},
                                    std::pair{"budget", sales::FieldKind::money},
                                    std::pair{"go_live", sales::FieldKind::date},
                                    std::pair{"renews", sales::FieldKind::yes_no},
                                    std::pair{"page", sales::FieldKind::link}}) {
      sales::NewCustomField wish;
      wish.key = key;
      wish.kind = kind;
      wish.label = {key, ""};
      TRY(sales::define_field(work, wish));
    }
    return {};
  }).value();
  database().read([&](db::Connection& connection) { catalog.reload(connection); });
  auto dataset =
      exchange::read_dataset({{"deals.csv",
                               "deal id,name,stage,stage entered at,amount,方案,Seats,Budget,"
                               "Go live,Renews,Page\n"
                               "1,Acme,Lead,2024-01-01,12.50,Professional;接口,12.5,\"1,000 EUR\","
                               "2024-09-30,yes,https://acme.example\n"
                               "2,Beta,Lead,2024-01-02,3,gold,many,,soon,,javascript:alert(1)\n"}},
                             exchange::with_defaults_of(database(), {}));
  EXPECT_EQ(dataset->issues.size(), 4u);
  for (const exchange::RowIssue& issue : dataset->issues) EXPECT_FALSE(issue.rejected);
  exchange::run_import(commands, catalog, sales::Viewer::system(), dataset.value()).value();
  const std::string file = file_of(get("/api/deals.csv?sort=name", owner));
  EXPECT_NE(file.find(",Plan,seats,budget,go_live,renews,page\r\n"), std::string::npos) << file;
  EXPECT_NE(
      file.find(",Professional; API,12.5,1000.00 EUR,2024-09-30,yes,https://acme.example\r\n"),
      std::string::npos)
      << file;
  EXPECT_TRUE(file.ends_with(",,,,,,\r\n")) << file;
  EXPECT_EQ(file_of(get("/api/deals.csv?sort=name&columns=name&fields=seats,nobodys,plan", owner)),
            "\xEF\xBB\xBF"
            "Deal,seats,Plan\r\nAcme,12.5,Professional; API\r\nBeta,,\r\n");
}

TEST_P(ExportRoutes, ProductsPeopleAndActivitiesComeToo) {
  auto dataset = exchange::read_dataset(
      {{"products.csv", "product,code,sales_price\nGTX Pro,G-1,4821\n"},
       {"contacts.csv", "contact id,name,account name,email\nc1,Mei Lin,Acme,mei@acme.example\n"}},
      exchange::with_defaults_of(database(), {}));
  exchange::run_import(commands, catalog, sales::Viewer::system(), dataset.value()).value();
  run_as(owner, [&](journal::Work& work) -> Result<void> {
    sales::NewActivity wish;
    wish.kind = sales::ActivityKind::note;
    wish.subject = "@SUM(A1)";
    wish.account_id = sales::find_account_by_name(work.tx, "Acme")->id;
    wish.done_at = work.now;
    TRY(sales::create_activity(work, wish));
    return {};
  }).value();
  EXPECT_NE(file_of(get("/api/products.csv", owner)).find(",GTX Pro,G-1,4821.00,CNY,true"),
            std::string::npos);
  EXPECT_NE(file_of(get("/api/contacts.csv", owner)).find(",Mei Lin,Acme,"), std::string::npos);
  EXPECT_EQ(lines_of(file_of(get("/api/users.csv", owner))), 2);
  EXPECT_NE(file_of(get("/api/activities.csv", owner)).find(",note,'@SUM(A1),"), std::string::npos);
  EXPECT_EQ(lines_of(file_of(get("/api/activities.csv?open=true", owner))), 1);
}

TEST_P(ExportRoutes, ALongListComesPageByPageAndWhole) {
  std::string csv = kHeader;
  for (int i = 1; i <= 450; ++i)
    csv += std::to_string(i) + ",Deal " + std::to_string(i) + ",A,Ann Lee,Lead,2024-01-01,5\n";
  bring_in(csv);
  int pieces = 0;
  EXPECT_EQ(lines_of(file_of(get("/api/deals.csv", owner), &pieces)), 451);
  EXPECT_EQ(pieces, 3);
}

TEST_P(ExportRoutes, EverybodyGetsWhatHeSeesAndAViewerNothing) {
  const sales::User rep = add_user("ann", sales::Role::rep);
  const sales::User viewer = add_user("vic", sales::Role::viewer, sales::Visibility::all);
  bring_in(std::string(kHeader) +
           "1,One,Acme,ann,Lead,2024-01-01,1\n"
           "2,Two,Beta,Bo Chen,Lead,2024-01-02,2\n");
  EXPECT_EQ(lines_of(file_of(get("/api/deals.csv", rep.id))), 2);
  EXPECT_EQ(get("/api/deals.csv", viewer.id).status(), 403);
}

}  // namespace
}  // namespace stagecoach::testing
