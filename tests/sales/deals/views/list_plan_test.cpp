// Pages stay quick however many rows there are: SQLite's plan of every list either walks an index
// in the wanted order or sorts only what an index of its filters has found.
#include <gmock/gmock.h>

#include <algorithm>

#include "sales/accounts/account_store.h"
#include "sales/accounts/lists/record_list.h"
#include "sales/activities/activity_store.h"
#include "sales/board/board.h"
#include "sales/deals/deal_test.h"
#include "sales/deals/views/deal_views.h"
#include "sales/fields/field_commands.h"

namespace stagecoach::sales {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

// Passes everything on, and keeps the plan of every query.
class Planned final : public db::Connection {
 public:
  explicit Planned(db::Connection& connection) : connection_(connection) {}

  db::Engine engine() const override { return connection_.engine(); }
  std::int64_t run(std::string_view sql, std::span<const db::Param> params,
                   db::RowSink sink) override {
    ++queries;
    if (sql.starts_with("SELECT")) {
      std::vector<std::string> steps;
      connection_.each_of("EXPLAIN QUERY PLAN " + std::string(sql), params,
                          [&](const db::Row& row) { steps.push_back(row.string(3)); });
      judge(steps, sql.find("FROM custom_values v CROSS") != sql.npos);
    }
    return connection_.run(sql, params, sink);
  }
  void run_script(std::string_view sql) override { connection_.run_script(sql); }
  bool attempt(FunctionRef<bool()> f) override { return connection_.attempt(f); }
  void lock_until_commit(std::string_view name) override { connection_.lock_until_commit(name); }
  std::vector<std::int64_t> reserve_ids(std::string_view table, std::int64_t count) override {
    return connection_.reserve_ids(table, count);
  }

  std::vector<std::string> slow;  // steps that grow with the table
  int queries = 0;
  int walks = 0;    // along the values of a field
  int sorting = 0;  // of them

 private:
  // A walk along the table or an index is cut short by the page's LIMIT, unless everything must be
  // read to be sorted.
  void judge(const std::vector<std::string>& steps, bool of_values) {
    if (of_values) ++walks;
    const auto sorts = [](const std::string& step) {
      return step.find("USE TEMP B-TREE FOR ORDER BY") != step.npos;
    };
    if (std::none_of(steps.begin(), steps.end(), sorts)) return;
    if (of_values) ++sorting;
    for (const std::string& step : steps)
      for (const std::string_view table : {"deals", "accounts", "contacts", "activities", "events"})
        if (step == "SCAN " + std::string(table) ||
            step.starts_with("SCAN " + std::string(table) + " USING"))
          slow.push_back(step);
  }
  db::Connection& connection_;
};

class ListPlanTest : public DealTest {
 protected:
  // As if each stage held that many deals of the rep.
  void pretend(std::int64_t deals) {
    run([&](journal::Work& work) -> Result<void> {
      work.tx.execute("UPDATE deal_totals SET deals = $1", deals);
      return {};
    }).value();
  }
  template <class F>
  std::vector<std::string> slow_steps_of(UserId who, F&& read) {
    const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
    const DealReading reading{viewer(who), pipelines(), stage_clock};
    return database().read([&](db::Connection& connection) {
      Planned planned(connection);
      read(planned, reading);
      return planned.slow;
    });
  }
};
// Only SQLite: PostgreSQL plans by statistics, which an empty database does not have.
INSTANTIATE_TEST_SUITE_P(Engines, ListPlanTest, ::testing::Values(db::Engine::sqlite),
                         ::stagecoach::testing::engine_name);

TEST_P(ListPlanTest, NoPageOfDealsReadsThemAll) {
  const Deal deal = create("One");
  const UserId lead = add_user("lea", Role::manager, Visibility::team).id;
  std::vector<DealQuery> filters(8);
  filters[1].stage_id = deal.stage_id;
  filters[2].owner_id = rep;
  filters[3].stage_id = deal.stage_id, filters[3].owner_id = rep;
  filters[4].status = {StageKind::open};
  filters[5].account_id = AccountId(1);
  filters[6].q = "年度框架";
  filters[7].q = "合同";
  for (const std::int64_t many : {std::int64_t{1}, std::int64_t{1'000'000}}) {
    pretend(many);
    for (DealQuery query : filters)
      for (const std::string sort :
           {"amount", "name", "expected_close", "created", "stage_entered", "updated"})
        for (const UserId who : {owner, lead, rep}) {
          query.sort = "-" + sort;
          EXPECT_THAT(slow_steps_of(who,
                                    [&](db::Connection& c, const DealReading& reading) {
                                      list_deals(c, reading, query).value();
                                    }),
                      IsEmpty())
              << sort << " by " << who.value << ": " << json::write(query.q.value_or("no text"));
        }
  }
}

TEST_P(ListPlanTest, TheOrderOfAFieldOfOnesOwnIsWalkedWhereThereAreMany) {
  create("One");
  NewCustomField wish;
  wish.key = "seats";
  wish.kind = FieldKind::number;
  wish.label = {"Seats", "席位"};
  as(owner, [&](journal::Work& work) { return define_field(work, wish); }).value();
  database().read([&](db::Connection& connection) { catalog.reload(connection); });
  const auto now = catalog.current();
  const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
  pretend(1'000'000);
  for (const UserId who : {owner, rep})
    for (const char* sort : {"fields.seats", "-fields.seats"}) {
      const DealReading reading{viewer(who), *now, stage_clock};
      DealQuery query;
      query.sort = sort;
      query.status = {StageKind::open};
      database().read([&](db::Connection& connection) {
        Planned planned(connection);
        list_deals(planned, reading, query).value();
        EXPECT_EQ(planned.walks, 1);
        EXPECT_EQ(planned.sorting, 0) << sort << " by " << who.value;
      });
    }
}

TEST_P(ListPlanTest, NorDoesAnotherList) {
  const Deal deal = create("One");
  for (const UserId who : {owner, rep})
    EXPECT_THAT(slow_steps_of(who,
                              [&](db::Connection& c, const DealReading& reading) {
                                ContactQuery of_account;
                                of_account.account_id = AccountId(1);
                                list_accounts(c, reading.viewer, clock.now(), {}).value();
                                list_contacts(c, reading.viewer, clock.now(), {}).value();
                                list_contacts(c, reading.viewer, clock.now(), of_account).value();
                                ActivityQuery activities;
                                list_activities(c, reading.viewer, activities).value();
                                activities.account_id = AccountId(1);
                                list_activities(c, reading.viewer, activities).value();
                                timeline_of(c, reading, deal, {}, 0, 50);
                              }),
                IsEmpty());
}

// The board asks for its totals in two statements, however many stages and deals there are.
TEST_P(ListPlanTest, TheBoardCountsInTwoStatements) {
  create("One");
  const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
  const DealReading reading{viewer(owner), pipelines(), stage_clock};
  const int queries = database().read([&](db::Connection& connection) {
    Planned planned(connection);
    BoardQuery query;
    query.cards = 0;
    read_board(planned, reading, query).value();
    return planned.queries;
  });
  EXPECT_EQ(queries, 2);
}

// What the test above relies on: it sees a plan that reads the whole table.
TEST_P(ListPlanTest, AFullReadIsNoticed) {
  EXPECT_THAT(slow_steps_of(owner,
                            [](db::Connection& c, const DealReading&) {
                              c.each("SELECT id FROM deals ORDER BY source LIMIT 50",
                                     [](const db::Row&) {});
                            }),
              Not(IsEmpty()));
}

}  // namespace
}  // namespace stagecoach::sales
