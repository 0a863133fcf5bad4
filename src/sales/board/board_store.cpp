#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "platform/base/text_fold.h"
#include "platform/db/search.h"
#include "sales/board/board.h"
#include "sales/deals/deal_columns.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoPipeline{"board.no_pipeline", "There is no such pipeline.", "没有该销售流程。"};
constexpr int kCardsDefault = 12;
constexpr int kOverCountedMax = 1000;
// Sorting by amount, largest first, is what the index of the stages is made for.
constexpr std::string_view kCardSort = "-amount";

// What is kept in deal_totals, or counted from the deals where a filter asks for a part of them.
struct Sum {
  std::int64_t deals = 0, without_next_step = 0, amount = 0, own_amount = 0, own_weighted = 0;
};

struct Condition {
  std::string text;
  std::vector<db::Param> params;
  std::deque<std::string> texts;  // what the text parameters refer to

  void compare(std::string_view left, std::int64_t value) {
    params.emplace_back(value);
    text.append(" AND ").append(left).append(" $").append(std::to_string(params.size()));
  }
  db::Param keep(std::string value) { return db::Param(texts.emplace_back(std::move(value))); }
};

std::string stage_list(const Pipeline& pipeline) {
  std::string list;
  for (const Stage& stage : pipeline.stages) {
    if (!list.empty()) list += ",";
    list += std::to_string(stage.id.value);
  }
  return list;
}

void add_common(Condition& condition, const DealReading& reading, const BoardQuery& query,
                std::string_view table) {
  const std::string prefix(table);
  if (query.owner_id) condition.compare(prefix + ".owner_id =", query.owner_id->value);
  if (query.team_id) condition.compare(prefix + ".team_id =", query.team_id->value);
  const SeenBy seen = seen_by(reading.viewer, table, static_cast<int>(condition.params.size()) + 1);
  condition.text += " AND " + seen.condition;
  seen.bind_to(condition.params);
}

// What the kept totals do not tell apart.
void add_part(Condition& condition, db::Engine engine, const BoardQuery& query) {
  if (const std::string folded = query.q ? fold(*query.q) : ""; !folded.empty()) {
    const db::SearchClause clause = db::contains_text(
        engine, {"deals", "search_text"}, folded, static_cast<int>(condition.params.size()) + 1);
    condition.params.push_back(condition.keep(clause.argument));
    condition.text += " AND " + clause.condition;
  }
  if (query.source) {
    condition.params.push_back(condition.keep(*query.source));
    condition.text += " AND deals.source = $" + std::to_string(condition.params.size());
  }
}

using Sums = std::map<std::pair<std::int64_t, std::string>, Sum>;  // by stage and currency

Sums read_sums(db::Connection& connection, const std::string& sql,
               const std::vector<db::Param>& params) {
  Sums sums;
  connection.each_of(sql, params, [&](const db::Row& row) {
    sums[{row.integer(0), row.string(1)}] = {row.integer(2), row.integer(3), row.integer(4),
                                             row.integer(5), row.integer(6)};
  });
  return sums;
}

Sums kept_totals(db::Connection& connection, const DealReading& reading, const Pipeline& pipeline,
                 const BoardQuery& query) {
  Condition where;
  add_common(where, reading, query, "t");
  return read_sums(connection,
                   "SELECT t.stage_id, t.currency, SUM(t.deals), SUM(t.without_next_step), "
                   "SUM(t.amount_minor), SUM(t.own_amount_minor), SUM(t.own_weighted_minor) "
                   "FROM deal_totals t WHERE t.stage_id IN (" +
                       stage_list(pipeline) + ")" + where.text + " GROUP BY t.stage_id, t.currency",
                   where.params);
}

Sums counted_totals(db::Connection& connection, const DealReading& reading,
                    const Pipeline& pipeline, const BoardQuery& query) {
  Condition where;
  add_part(where, connection.engine(), query);
  add_common(where, reading, query, "deals");
  const std::string amount = "CASE WHEN deals.amount_minor = " + std::to_string(kNoAmount) +
                             " THEN 0 ELSE deals.amount_minor END";
  return read_sums(
      connection,
      "SELECT deals.stage_id, deals.currency, COUNT(*), "
      "SUM(CASE WHEN deals.next_step_due IS NULL AND deals.status = 0 THEN 1 ELSE 0 END), "
      "SUM(" +
          amount +
          "), "
          "SUM(CASE WHEN deals.probability IS NULL THEN 0 ELSE " +
          amount +
          " END), "
          "SUM(COALESCE(" +
          amount +
          " * deals.probability / 100, 0)) "
          "FROM deals WHERE deals.deleted_at IS NULL AND deals.stage_id IN (" +
          stage_list(pipeline) + ")" + where.text + " GROUP BY deals.stage_id, deals.currency",
      where.params);
}

// How many deals of each stage are past its standard, in one statement. Each stage is one range of
// the index deals_by_stage_age, which holds all that visibility asks for; no deal is looked at.
std::map<StageId, std::int64_t> count_over_standard(db::Connection& connection,
                                                    const DealReading& reading,
                                                    const Pipeline& pipeline,
                                                    const BoardQuery& query) {
  Condition where;
  add_part(where, connection.engine(), query);
  add_common(where, reading, query, "deals");
  std::string sql;
  for (const Stage& stage : pipeline.stages) {
    const std::optional<Instant> before = reading.clock.over_before(stage);
    if (!before) continue;
    if (!sql.empty()) sql += " UNION ALL ";
    where.params.emplace_back(to_millis(*before));
    const std::string id = std::to_string(stage.id.value);
    sql += "SELECT " + id +
           ", COUNT(*) FROM (SELECT 1 FROM deals WHERE deals.deleted_at IS NULL "
           "AND deals.stage_id = " +
           id + " AND deals.stage_entered_at < $" + std::to_string(where.params.size()) +
           where.text + " LIMIT " + std::to_string(kOverCountedMax) + ") AS counted_" + id;
  }
  std::map<StageId, std::int64_t> counts;
  if (sql.empty()) return counts;
  connection.each_of(sql, where.params,
                     [&](const db::Row& row) { counts[row.id<StageId>(0)] = row.integer(1); });
  return counts;
}

void add_sums(BoardColumn& column, const Stage& stage, const Sums& sums) {
  for (const auto& [place, sum] : sums) {
    if (place.first != stage.id.value) continue;
    column.count += sum.deals;
    column.without_next_step += sum.without_next_step;
    const Currency currency = Currency::parse(place.second).value_or(Currency());
    if (place.second.empty() || sum.deals == 0) continue;
    column.amounts.push_back({sum.amount, currency});
    column.weighted.push_back(
        {(sum.amount - sum.own_amount) * stage.probability / 100 + sum.own_weighted, currency});
  }
}

}  // namespace

PipelineList list_pipelines(db::Connection& connection, const Viewer& viewer,
                            const Pipelines& pipelines) {
  std::set<StageId> filled;
  const SeenBy seen = seen_by(viewer, "t", 1);
  std::vector<db::Param> params;
  seen.bind_to(params);
  connection.each_of(
      "SELECT DISTINCT t.stage_id FROM deal_totals t WHERE t.deals > 0 AND " + seen.condition,
      params, [&](const db::Row& row) { filled.insert(StageId(row.integer(0))); });
  PipelineList list{pipelines.all(), {}};
  for (const Pipeline& pipeline : list.items)
    if (std::ranges::any_of(pipeline.stages,
                            [&](const Stage& stage) { return filled.contains(stage.id); }))
      list.in_use.push_back(pipeline.id);
  return list;
}

Result<Board> read_board(db::Connection& connection, const DealReading& reading,
                         const BoardQuery& query) {
  const auto& all = reading.pipelines.all();
  const Pipeline* pipeline = query.pipeline_id ? reading.pipelines.find(*query.pipeline_id)
                             : all.empty()     ? nullptr
                                               : &all.front();
  if (!pipeline) return Error(Error::Code::invalid, kNoPipeline, {{"pipeline_id", kNoPipeline}});
  const bool is_part = query.source || (query.q && !query.q->empty());
  const Sums sums = is_part ? counted_totals(connection, reading, *pipeline, query)
                            : kept_totals(connection, reading, *pipeline, query);
  const auto over_standard = count_over_standard(connection, reading, *pipeline, query);
  Board board{pipeline->id, {}};
  for (const Stage& stage : pipeline->stages) {
    BoardColumn column;
    column.stage_id = stage.id;
    add_sums(column, stage, sums);
    if (const auto over = over_standard.find(stage.id); over != over_standard.end())
      column.over_standard = over->second;
    if (const int cards = query.cards.value_or(kCardsDefault); cards > 0 && column.count > 0) {
      DealQuery of_stage;
      of_stage.stage_id = stage.id;
      of_stage.owner_id = query.owner_id;
      of_stage.team_id = query.team_id;
      of_stage.source = query.source;
      of_stage.q = query.q;
      of_stage.sort = std::string(kCardSort);
      of_stage.limit = cards;
      DealPage page = TRY(list_deals(connection, reading, of_stage));
      column.cards = std::move(page.items);
      column.next_cursor = std::move(page.next_cursor);
    }
    board.columns.push_back(std::move(column));
  }
  return board;
}

}  // namespace stagecoach::sales
