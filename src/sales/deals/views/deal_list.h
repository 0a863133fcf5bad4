// Lists of deals: allow-listed filters and sorts, keyset paging, and the card each row becomes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/sql_text.h"
#include "sales/deals/gate/concern.h"
#include "sales/deals/gate/stage_gate.h"
#include "sales/lists/filter.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

struct NamedAccount {
  AccountId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedAccount, (), (id, name))

struct NamedUser {
  UserId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedUser, (), (id, name))

struct NextStepView {
  ActivityId activity_id;
  ActivityKind kind = ActivityKind::task;
  std::string subject;
  Instant due;
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(NextStepView, (), (activity_id, kind, subject, due, overdue))

struct GateBar {
  int met = 0;
  int total = 0;
};
BOOST_DESCRIBE_STRUCT(GateBar, (), (met, total))

// A deal as the board, the list and the search show it.
struct DealCard {
  DealId id;
  std::int64_t version = 1;
  std::string name;
  std::optional<NamedAccount> account;
  NamedUser owner;
  PipelineId pipeline_id;
  StageId stage_id;
  StageKind status = StageKind::open;
  std::optional<Money> amount;
  std::optional<Date> expected_close;
  int probability = 0;
  StageAge age;
  std::optional<NextStepView> next_step;
  GateBar gate;
  Waiting waiting;
  std::vector<Concern> concerns;  // why it wants attention, the most urgent first
  std::string source;
  Instant created_at;
  Instant updated_at;
  FieldValues fields;  // of the organisation's own that the reader may see, formulas included
};
BOOST_DESCRIBE_STRUCT(DealCard, (),
                      (id, version, name, account, owner, pipeline_id, stage_id, status, amount,
                       expected_close, probability, age, next_step, gate, waiting, concerns, source,
                       created_at, updated_at, fields))

// What a list of deals may show, on the screen and as a file.
enum class DealColumn {
  name,
  account,
  pipeline,
  stage,
  status,
  amount,
  probability,
  age,
  gate,
  next_step,
  expected_close,
  owner,
  source,
  waiting,
  created,
  updated,
};
BOOST_DESCRIBE_ENUM(DealColumn, name, account, pipeline, stage, status, amount, probability, age,
                    gate, next_step, expected_close, owner, source, waiting, created, updated)

enum class DealSort { amount, name, expected_close, created, stage_entered, updated };

// What GET /api/deals and the exports accept. `sort` is one of DealSort's names, or "fields.KEY" of
// a number, an amount or a day, "-" before it for descending; the default is "-created".
struct DealQuery {
  std::vector<DealId> id;  // these alone, as far as one may see them
  std::optional<PipelineId> pipeline_id;
  std::optional<StageId> stage_id;
  std::vector<StageKind> status;
  std::optional<UserId> owner_id;
  std::optional<TeamId> team_id;
  std::optional<AccountId> account_id;
  std::optional<std::string> source;
  std::optional<ProductId> product_id;
  std::optional<std::string> q;
  std::optional<std::int64_t> amount_min, amount_max;  // minor units
  std::optional<Date> close_from, close_to;            // both included
  std::optional<Date> created_from, created_to;
  std::optional<ConcernKind> concern;  // open deals that want attention for this reason
  std::optional<WaitingOn> waiting_on;
  std::optional<std::string> where;  // conditions in groups (sales/lists/filter.h)
  std::optional<std::string> sort;
  std::optional<int> limit;  // 1..200, 50 if absent
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(DealQuery, (),
                      (id, pipeline_id, stage_id, status, owner_id, team_id, account_id, source,
                       product_id, q, amount_min, amount_max, close_from, close_to, created_from,
                       created_to, concern, waiting_on, where, sort, limit, cursor))
constexpr auto json_rules(const DealQuery*) {
  using json::Rule;
  return std::array{Rule("id").items(0, 200).defaulted(),
                    Rule("status").items(0, 4).defaulted(),
                    Rule("q").length(0, 200),
                    Rule("source").length(0, 100),
                    Rule("where")
                        .length(2, kFilterLengthMax)
                        .described_as("Conditions in groups as JSON: see the guide of the API."),
                    Rule("sort").length(1, 48),
                    Rule("limit").between(1, 200),
                    Rule("cursor").length(1, 1000)};
}

struct DealPage {
  std::vector<DealCard> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(DealPage, (), (items, next_cursor))

// What a list needs to be read: who asks, the pipelines, the time.
struct DealReading {
  const Viewer& viewer;
  const Pipelines& pipelines;
  const StageClock& clock;
};

// One page of what the viewer sees. `invalid`: an unknown sort, a cursor of another list, or a
// filter that add_filter refuses.
Result<DealPage> list_deals(db::Connection& connection, const DealReading& reading,
                            const DealQuery& query);
// Refuses what list_deals would, of a query that is only kept.
Result<void> check_deal_query(const DealReading& reading, const DealQuery& query);

// Adds a query of how many open deals have this concern and meet what `add_whose` adds (" AND …");
// `most` where there are more.
void add_count_of_concern(db::SqlText& to, ConcernKind kind, const DealReading& reading,
                          const std::function<void(db::SqlText&)>& add_whose, int most);

// The cards of these deals in their order, without asking who sees them: the caller has done so.
std::vector<DealCard> cards_of(db::Connection& connection, const DealReading& reading,
                               const std::vector<DealId>& ids);

// A deal's card; its account's and owner's names are looked up.
DealCard card_of(db::Connection& connection, const DealReading& reading, const Deal& deal);

}  // namespace stagecoach::sales
