#include "sales/forecast/forecast_routes.h"

#include "sales/forecast/forecast_flow.h"
#include "sales/forecast/forecast_query.h"
#include "sales/forecast/submissions/submission.h"
#include "sales/forecast/targets/target_commands.h"
#include "sales/forecast/targets/target_list.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct ForecastChangesQuery : ForecastQuery {
  std::optional<Date> since;  // the start of this day; absent: a week ago
};
BOOST_DESCRIBE_STRUCT(ForecastChangesQuery, (ForecastQuery), (since))
constexpr auto json_rules(const ForecastChangesQuery*) {
  return std::array{json::Rule("period").length(7, 7), json::Rule("currency").length(3, 3)};
}

struct ForecastChanges : ForecastFlow {
  std::string period;
  Date since;
  std::string currency;
};
BOOST_DESCRIBE_STRUCT(ForecastChanges, (ForecastFlow), (period, since, currency))

struct PeriodQuery {
  std::string period;
};
BOOST_DESCRIBE_STRUCT(PeriodQuery, (), (period))
constexpr auto json_rules(const PeriodQuery*) {
  return std::array{json::Rule("period").length(7, 7)};
}

struct TargetList {
  std::vector<ForecastTarget> items;
};
BOOST_DESCRIBE_STRUCT(TargetList, (), (items))

struct SubmissionList {
  std::vector<ForecastSubmission> items;
};
BOOST_DESCRIBE_STRUCT(SubmissionList, (), (items))

namespace {

using http::Answer;
using http::Request;

constexpr Phrase kNoPipeline{"forecast.no_pipeline", "There is no such pipeline.",
                             "没有该销售流程。"};

Result<ForecastChanges> changes(const SalesContext& context, const Request& request,
                                const ForecastChangesQuery& query) {
  const auto calendar = context.calendar.current();
  const TimeZone& zone = calendar->zone();
  const Date today = date_of(zone.to_civil(context.commands.clock().now()));
  const ForecastPeriod period = TRY(asked_period(query, today));
  if (query.pipeline_id && !context.pipelines.current()->find(*query.pipeline_id))
    return Error(Error::Code::invalid, kNoPipeline, {{"pipeline_id", kNoPipeline}});
  const Date since = query.since.value_or(today - std::chrono::days(7));
  const ForecastScope scope = scope_of(query, period, zone);
  const Viewer& viewer = viewer_of(*request.identity());
  return context.commands.database().read(
      [&](db::Connection& connection) -> Result<ForecastChanges> {
        const Currency currency = TRY(asked_currency(connection, query));
        ForecastChanges answer;
        static_cast<ForecastFlow&>(answer) =
            forecast_flow(connection, viewer, scope, period, currency,
                          zone.to_instant(civil_at(since, Millis(0))));
        answer.period = period.key;
        answer.since = since;
        answer.currency = currency.code();
        return answer;
      });
}

// Sets a target by `command(work, period)`.
template <class F>
Result<Answer<ForecastTarget>> set_target(const SalesContext& context, const Request& request,
                                          F&& command) {
  const std::string period(request.path_text("period"));
  return context.commands.run(request, [&](journal::Work& work) -> Result<Answer<ForecastTarget>> {
    const ForecastTarget target = TRY(command(work, period));
    Answer<ForecastTarget> answer(target);
    answer.etag(target.version);
    return answer;
  });
}

void add_target_routes(http::Router& router, const SalesContext& context) {
  router.get("/api/forecast/targets", rules::signed_in,
             {"What people and teams are to win in a period", {"forecast"}},
             [context](const Request& request, const PeriodQuery& query) -> Result<TargetList> {
               TRY(read_period(query.period));
               const Viewer& viewer = viewer_of(*request.identity());
               return TargetList{context.commands.database().read([&](db::Connection& connection) {
                 return list_targets(connection, viewer, query.period);
               })};
             });
  router
      .put("/api/forecast/targets/{period}/people/{id}", rules::may_assign,
           {"Set what a person is to win in a period; If-Match \"0\" where nothing is set yet",
            {"forecast"}},
           [context](const Request& request,
                     const SetTarget& wish) -> Result<Answer<ForecastTarget>> {
             const auto owner = TRY(request.path_id<UserId>("id"));
             const std::int64_t version = request.seen_version();
             return set_target(context, request, [&](journal::Work& work, const auto& period) {
               return set_target_of_person(work, period, owner, version, wish);
             });
           })
      .versioned();
  router
      .put("/api/forecast/targets/{period}/teams/{id}", rules::may_assign,
           {"Set what a team is to win in a period; If-Match \"0\" where nothing is set yet",
            {"forecast"}},
           [context](const Request& request,
                     const SetTarget& wish) -> Result<Answer<ForecastTarget>> {
             const auto team = TRY(request.path_id<TeamId>("id"));
             const std::int64_t version = request.seen_version();
             return set_target(context, request, [&](journal::Work& work, const auto& period) {
               return set_target_of_team(work, period, team, version, wish);
             });
           })
      .versioned();
}

void add_submission_routes(http::Router& router, const SalesContext& context) {
  router.get(
      "/api/forecast/submissions", rules::signed_in,
      {"What people said would land in a period, the newest first", {"forecast"}},
      [context](const Request& request, const PeriodQuery& query) -> Result<SubmissionList> {
        TRY(read_period(query.period));
        const Viewer& viewer = viewer_of(*request.identity());
        return SubmissionList{context.commands.database().read([&](db::Connection& connection) {
          return list_submissions(connection, viewer, query.period);
        })};
      });
  router.post("/api/forecast/submissions", rules::may_write,
              {"Say what will land in a period, of one's own deals or of a team", {"forecast"}},
              [context](const Request& request,
                        const NewSubmission& wish) -> Result<Answer<ForecastSubmission>> {
                return context.commands.run(
                    request, [&](journal::Work& work) -> Result<Answer<ForecastSubmission>> {
                      return Answer<ForecastSubmission>::created(TRY(submit_forecast(work, wish)));
                    });
              });
}

}  // namespace

void add_forecast_routes(http::Router& router, const SalesContext& context) {
  router.get("/api/forecast/changes", rules::signed_in,
             {"How the open deals due in a period changed since a day", {"forecast"}},
             [context](const Request& request, const ForecastChangesQuery& query)
                 -> Result<ForecastChanges> { return changes(context, request, query); });
  add_target_routes(router, context);
  add_submission_routes(router, context);
}

}  // namespace stagecoach::sales
