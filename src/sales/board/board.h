// The board: every stage of a pipeline with its totals and its first cards; and which pipelines
// there are to show.
#pragma once

#include "platform/http/router.h"
#include "sales/deals/deal_routes.h"
#include "sales/deals/views/deal_list.h"

namespace stagecoach::sales {

struct BoardQuery {
  std::optional<PipelineId> pipeline_id;  // absent: the first pipeline
  std::optional<UserId> owner_id;
  std::optional<TeamId> team_id;
  std::optional<std::string> source;
  std::optional<std::string> q;
  std::optional<int> cards;  // per column, 0..50, 12 if absent
};
BOOST_DESCRIBE_STRUCT(BoardQuery, (), (pipeline_id, owner_id, team_id, source, q, cards))
constexpr auto json_rules(const BoardQuery*) {
  using json::Rule;
  return std::array{Rule("q").length(0, 200), Rule("source").length(0, 100),
                    Rule("cards").between(0, 50)};
}

struct BoardColumn {
  StageId stage_id;
  std::int64_t count = 0;
  std::vector<Money> amounts;   // one per currency
  std::vector<Money> weighted;  // times probability
  std::int64_t without_next_step = 0;
  std::int64_t over_standard = 0;  // counted up to 1,000
  std::vector<DealCard> cards;     // the largest amounts first
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(BoardColumn, (),
                      (stage_id, count, amounts, weighted, without_next_step, over_standard, cards,
                       next_cursor))

struct Board {
  PipelineId pipeline_id;
  std::vector<BoardColumn> columns;
};
BOOST_DESCRIBE_STRUCT(Board, (), (pipeline_id, columns))

struct PipelineList {
  std::vector<Pipeline> items;
  // Those with deals that the caller sees: a page that is asked for none shows the first of them.
  std::vector<PipelineId> in_use;
};
BOOST_DESCRIBE_STRUCT(PipelineList, (), (items, in_use))

// The published pipelines. One statement, over the kept totals.
PipelineList list_pipelines(db::Connection& connection, const Viewer& viewer,
                            const Pipelines& pipelines);

// `invalid`: no such pipeline. Totals come from a table kept with every write, unless `source` or
// `q` ask for a part that it does not hold.
Result<Board> read_board(db::Connection& connection, const DealReading& reading,
                         const BoardQuery& query);

void add_board_routes(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales
