#include "cycle/forecast/forecast_routes.h"

#include "cycle/forecast/forecast_answer.h"
#include "sales/forecast/forecast_query.h"
#include "sales/team/people.h"
#include "sales/team/rules.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kNoPipeline{"forecast.no_pipeline", "There is no such pipeline.",
                             "没有该销售流程。"};

struct Asking {
  const CycleProjection& projection;
  Predictions& predictions;
  db::Database& database;
  const sales::PipelineCatalog& pipelines;
  const sales::WorkCalendar& calendar;
  const Clock& clock;
};

std::int64_t days_until(Instant now, Instant then) {
  return then <= now ? 0 : std::chrono::ceil<std::chrono::days>(then - now).count();
}

void name_rows(db::Connection& connection, ForecastAnswer& answer) {
  std::vector<UserId> owners;
  for (const OwnerForecast& row : answer.owners) owners.push_back(row.owner_id);
  const auto people = sales::names_of_people(connection, owners);
  for (OwnerForecast& row : answer.owners)
    if (const auto at = people.find(row.owner_id); at != people.end()) row.name = at->second;
  std::map<sales::TeamId, std::string> teams;
  for (sales::Team& team : sales::list_teams(connection)) teams[team.id] = std::move(team.name);
  for (TeamForecast& row : answer.teams)
    if (row.team_id)
      if (const auto at = teams.find(*row.team_id); at != teams.end()) row.name = at->second;
}

Result<ForecastAnswer> answer(const Asking& asking, const http::Request& request,
                              const sales::ForecastQuery& query) {
  const Instant now = asking.clock.now();
  const auto calendar = asking.calendar.current();
  const TimeZone& zone = calendar->zone();
  const sales::ForecastPeriod period = TRY(sales::asked_period(query, date_of(zone.to_civil(now))));
  const auto snapshot = TRY(asking.projection.ready());
  const auto pipelines = asking.pipelines.current();
  if (query.pipeline_id && !pipelines->find(*query.pipeline_id))
    return Error(Error::Code::invalid, kNoPipeline, {{"pipeline_id", kNoPipeline}});
  const sales::Viewer& viewer = sales::viewer_of(*request.identity());
  const sales::ForecastScope scope = sales::scope_of(query, period, zone);
  return asking.database.read([&](db::Connection& connection) -> Result<ForecastAnswer> {
    const Currency currency = TRY(sales::asked_currency(connection, query));
    const auto deals = sales::forecast_deals(connection, viewer, *pipelines, scope);
    const auto past = sales::past_results(connection, viewer, *pipelines, scope, currency);
    std::vector<sales::ForecastTarget> targets;
    if (!query.pipeline_id) {  // a target is for all that one sells
      targets = sales::list_targets(connection, viewer, period.key);
      std::erase_if(targets, [&](const sales::ForecastTarget& target) {
        return (query.owner_id && target.owner_id != query.owner_id) ||
               (query.team_id && target.team_id != query.team_id);
      });
    }
    ForecastInput input{period,
                        currency,
                        now,
                        {days_until(now, scope.from), days_until(now, scope.until)},
                        request.lang(),
                        query.owner_id,
                        query.team_id,
                        viewer,
                        *pipelines,
                        deals,
                        past,
                        targets,
                        {}};
    for (const auto& [id, columns] : snapshot->pipelines)
      if (!query.pipeline_id || query.pipeline_id->value == id) input.columns.push_back(columns);
    ForecastAnswer found = forecast_of(input, asking.predictions);
    name_rows(connection, found);
    return found;
  });
}

}  // namespace

void add_forecast_route(http::Router& router, const CycleProjection& projection,
                        Predictions& predictions, db::Database& database,
                        const sales::PipelineCatalog& pipelines,
                        const sales::WorkCalendar& calendar, const Clock& clock) {
  const Asking asking{projection, predictions, database, pipelines, calendar, clock};
  router.get(
      "/api/forecast", sales::rules::signed_in,
      {"What lands in a month or quarter, by category, owner and team, with a range", {"forecast"}},
      [asking](const http::Request& request, const sales::ForecastQuery& query)
          -> Result<ForecastAnswer> { return answer(asking, request, query); });
}

}  // namespace stagecoach::cycle
