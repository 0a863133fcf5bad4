#include "platform/db/sql_text.h"
#include "sales/deals/deal_columns.h"
#include "sales/forecast/forecast_deals.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kSelect =
    "SELECT deals.id, deals.owner_id, deals.team_id, deals.pipeline_id, deals.stage_id, "
    "deals.status, deals.amount_minor, deals.currency, deals.expected_close, deals.probability, "
    "deals.forecast_category, deals.stage_entered_at, deals.path FROM deals "
    "WHERE deals.deleted_at IS NULL AND ";

bool is_closing(const Pipelines& pipelines, PipelineId id, StageId stage) {
  const Pipeline* pipeline = pipelines.find(id);
  const Stage* found = pipeline ? pipeline->find_ever(stage) : nullptr;
  return found && (found->kind == StageKind::won || found->kind == StageKind::lost);
}

// Whether the last stage of a path occurs before, since the deal was last decided.
bool came_back(const Pipelines& pipelines, PipelineId pipeline,
               const std::vector<StageEntered>& path) {
  for (std::size_t i = path.size(); i-- > 1;) {
    const StageId before = path[i - 1].stage_id;
    if (before == path.back().stage_id) return true;
    if (is_closing(pipelines, pipeline, before)) return false;
  }
  return false;
}

ForecastDeal deal_from(const db::Row& row, const Pipelines& pipelines) {
  ForecastDeal deal;
  deal.id = row.id<DealId>(0);
  deal.owner = row.id<UserId>(1);
  deal.team = row.optional<TeamId>(2).value_or(TeamId());
  deal.pipeline = row.id<PipelineId>(3);
  deal.stage = row.id<StageId>(4);
  deal.status = static_cast<StageKind>(row.integer(5));
  if (row.integer(6) != kNoAmount)
    deal.amount = Money{row.integer(6), Currency::parse(row.text(7)).value_or(Currency())};
  if (row.integer(8) != kNoDate) deal.expected_close = row.date(8);
  deal.probability = row.optional<int>(9);
  if (const auto category = row.optional<int>(10))
    deal.category = static_cast<ForecastCategory>(*category);
  deal.stage_entered_at = row.instant(11);
  if (!row.is_null(12)) deal.again = came_back(pipelines, deal.pipeline, read_path(row.text(12)));
  return deal;
}

void add_scope(db::SqlText& sql, const Viewer& viewer, const ForecastScope& scope) {
  if (scope.pipeline) sql.add(" AND deals.pipeline_id = ").bind(scope.pipeline->value);
  if (scope.owner) sql.add(" AND deals.owner_id = ").bind(scope.owner->value);
  if (scope.team) sql.add(" AND deals.team_id = ").bind(scope.team->value);
  add_seen(sql.add(" AND "), viewer, "deals");
}

}  // namespace

std::vector<ForecastDeal> forecast_deals(db::Connection& connection, const Viewer& viewer,
                                         const Pipelines& pipelines, const ForecastScope& scope) {
  db::SqlText sql(kSelect);
  add_scope(sql.add("deals.status < 2"), viewer, scope);
  sql.add(" UNION ALL ").add(kSelect).add("deals.status = 2 AND deals.closed_at >= ");
  sql.bind(scope.from).add(" AND deals.closed_at < ").bind(scope.until);
  add_scope(sql, viewer, scope);
  std::vector<ForecastDeal> deals;
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { deals.push_back(deal_from(row, pipelines)); });
  return deals;
}

std::map<std::int64_t, PastResult> past_results(db::Connection& connection, const Viewer& viewer,
                                                const Pipelines& pipelines,
                                                const ForecastScope& scope, Currency currency) {
  std::map<std::int64_t, PastResult> results;
  std::map<std::int64_t, std::pair<std::int64_t, StageKind>> closing;  // by stage
  for (const Pipeline& pipeline : pipelines.all())
    for (const Stage& stage : pipeline.stages)
      if (stage.kind == StageKind::won || stage.kind == StageKind::lost)
        if (!scope.pipeline || *scope.pipeline == pipeline.id)
          closing[stage.id.value] = {pipeline.id.value, stage.kind};
  if (closing.empty()) return results;
  std::vector<db::Param> stages;
  for (const auto& [stage, of] : closing) stages.emplace_back(stage);
  db::SqlText sql(
      "SELECT t.stage_id, t.currency, SUM(t.deals), SUM(t.amount_minor) FROM deal_totals t "
      "WHERE t.stage_id IN ");
  sql.bind_list(stages);
  if (scope.owner) sql.add(" AND t.owner_id = ").bind(scope.owner->value);
  if (scope.team) sql.add(" AND t.team_id = ").bind(scope.team->value);
  add_seen(sql.add(" AND "), viewer, "t").add(" GROUP BY t.stage_id, t.currency");
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    const auto& [pipeline, kind] = closing.at(row.integer(0));
    PastResult& result = results[pipeline];
    (kind == StageKind::won ? result.won : result.lost) += row.integer(2);
    if (kind != StageKind::won || row.text(1) != currency.code()) return;
    result.priced += row.integer(2);
    result.minor += row.integer(3);
  });
  return results;
}

}  // namespace stagecoach::sales
