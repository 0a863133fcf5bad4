#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "journal/reader.h"
#include "platform/db/sql_text.h"
#include "sales/deals/deal_columns.h"
#include "sales/forecast/forecast_flow.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

// What a creation says is not asked for: that it happened is enough.
constexpr std::string_view kSelect =
    "SELECT e.seq, e.subject_id, e.kind, CASE WHEN e.kind = 'deal.created' THEN '' ELSE e.data "
    "END, "
    "deals.status, deals.amount_minor, deals.currency, deals.expected_close, deals.closed_at, "
    "deals.deleted_at, deals.name FROM events e JOIN deals ON deals.id = e.subject_id "
    "WHERE e.subject_kind = 'deal' AND e.kind IN ('deal.created', 'deal.moved', "
    "'deal.move_undone', 'deal.changed', 'deal.deleted', 'deal.restored') AND e.seq >= ";

struct Told {
  journal::Seq seq = 0;
  std::string kind, data;
};

struct Touched {
  DealId id;
  std::string name;
  DealStanding now;
  std::vector<Told> events;  // newest first
};

struct Asked {
  const Viewer& viewer;
  const ForecastScope& scope;
  const ForecastPeriod& period;
  Currency currency;
};

void add_whose(db::SqlText& sql, const Asked& asked) {
  const ForecastScope& scope = asked.scope;
  if (scope.pipeline) sql.add(" AND deals.pipeline_id = ").bind(scope.pipeline->value);
  if (scope.owner) sql.add(" AND deals.owner_id = ").bind(scope.owner->value);
  if (scope.team) sql.add(" AND deals.team_id = ").bind(scope.team->value);
  add_seen(sql.add(" AND "), asked.viewer, "deals");
}

DealStanding standing_from(const db::Row& row, const Asked& asked) {
  DealStanding now;
  now.status = static_cast<StageKind>(row.integer(4));
  if (row.integer(5) != kNoAmount && row.text(6) == asked.currency.code())
    now.minor = row.integer(5);
  if (row.integer(7) != kNoDate) now.expected_close = row.date(7);
  const auto closed = row.optional_instant(8);
  now.closed_in_period = closed && *closed >= asked.scope.from && *closed < asked.scope.until;
  now.deleted = !row.is_null(9);
  return now;
}

std::vector<Touched> touched_since(db::Connection& connection, const Asked& asked,
                                   journal::Seq first) {
  db::SqlText sql(kSelect);
  add_whose(sql.bind(first), asked);
  sql.add(" ORDER BY e.seq DESC");
  std::vector<Touched> touched;
  std::unordered_map<std::int64_t, std::size_t> places;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    const auto [at, is_new] = places.try_emplace(row.integer(1), touched.size());
    if (is_new)
      touched.push_back({row.id<DealId>(1), row.string(10), standing_from(row, asked), {}});
    touched[at->second].events.push_back({row.integer(0), row.string(2), row.string(3)});
  });
  return touched;
}

// The moves that were undone since, whenever they were made.
MovesByEvent undone_moves(db::Connection& connection, const std::vector<Touched>& touched) {
  std::vector<journal::Seq> seqs;
  for (const Touched& deal : touched)
    for (const Told& event : deal.events)
      if (event.kind == DealMoveUndone::kKind)
        if (const auto undone = json::read<DealMoveUndone>(event.data))
          seqs.push_back(undone->undoes);
  MovesByEvent moves;
  if (seqs.empty()) return moves;
  for (const journal::Event& event : journal::find_all(connection, seqs))
    if (const auto moved = json::read<DealMoved>(event.data)) moves.emplace(event.seq, *moved);
  return moves;
}

std::int64_t worth_now(db::Connection& connection, const Asked& asked) {
  db::SqlText sql(
      "SELECT COALESCE(SUM(deals.amount_minor), 0) FROM deals WHERE deals.deleted_at IS NULL "
      "AND deals.status = 0 AND deals.amount_minor >= 0 "
      "AND deals.expected_close >= ");
  sql.bind(to_days(asked.period.first)).add(" AND deals.expected_close <= ");
  sql.bind(to_days(asked.period.last)).add(" AND deals.currency = ");
  sql.bind_text(std::string(asked.currency.code()));
  add_whose(sql, asked);
  return connection
      .first_of(sql.text(), sql.params(), [](const db::Row& row) { return row.integer(0); })
      .value_or(0);
}

bool is_larger(std::int64_t a, std::int64_t b) {
  return std::llabs(a) > std::llabs(b);
}

}  // namespace

ForecastFlow forecast_flow(db::Connection& connection, const Viewer& viewer,
                           const ForecastScope& scope, const ForecastPeriod& period,
                           Currency currency, Instant since) {
  const Asked asked{viewer, scope, period, currency};
  const auto touched = touched_since(connection, asked, journal::first_since(connection, since));
  const MovesByEvent moves = undone_moves(connection, touched);
  std::vector<ChangedDeal> steps;
  for (const Touched& deal : touched) {
    DealStanding before = deal.now;
    for (const Told& event : deal.events)
      take_back(before, event.kind, event.data, currency, moves);
    for (const ForecastStep& step : steps_between(before, deal.now, period))
      steps.push_back({deal.id, deal.name, step.kind, step.minor});
  }
  std::stable_sort(steps.begin(), steps.end(), [](const ChangedDeal& a, const ChangedDeal& b) {
    return is_larger(a.minor, b.minor);
  });
  std::map<ForecastMove, ForecastChange> by_kind;
  ForecastFlow flow;
  flow.end_minor = flow.start_minor = worth_now(connection, asked);
  for (const ChangedDeal& step : steps) {
    ForecastChange& change = by_kind[step.kind];
    change.kind = step.kind;
    ++change.deals;
    change.minor += step.minor;
    if (change.deal_ids.size() < kDrilledMax) change.deal_ids.push_back(step.id);
    flow.start_minor -= step.minor;
  }
  for (auto& [kind, change] : by_kind) flow.changes.push_back(std::move(change));
  if (steps.size() > kNamedMax) steps.resize(kNamedMax);
  flow.largest = std::move(steps);
  return flow;
}

}  // namespace stagecoach::sales
