#include "cycle/cycle_routes.h"

#include <algorithm>

#include "cycle/analysis.h"
#include "cycle/projection/deal_tally.h"
#include "cycle/report/analysis_report.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::cycle {

struct CycleQuery {
  std::optional<sales::PipelineId> pipeline_id;  // absent: the first pipeline
  std::optional<UserId> owner_id;
  std::optional<sales::TeamId> team_id;
  std::optional<std::string> source;
  std::optional<sales::ProductId> product_id;
  std::optional<Date> from, to;  // deals started in this period, both days included
  std::optional<Date> as_of;     // the end of this day; absent: now
};
BOOST_DESCRIBE_STRUCT(CycleQuery, (),
                      (pipeline_id, owner_id, team_id, source, product_id, from, to, as_of))
constexpr auto json_rules(const CycleQuery*) {
  return std::array{json::Rule("source").length(0, 100)};
}

// What the workspace knows of the stage that a figure is about.
struct StageInfo {
  sales::StageId stage_id;
  Localized name;
  std::optional<sales::Standard> standard;
  std::optional<double> standard_days;  // in calendar days, to draw beside a dwell
};
BOOST_DESCRIBE_STRUCT(StageInfo, (), (stage_id, name, standard, standard_days))

// docs/analysis-json.md, and beside it the stages in the same order.
struct CycleAnswer : AnalysisReport {
  sales::PipelineId pipeline_id;
  std::vector<StageInfo> stage_info;
};
BOOST_DESCRIBE_STRUCT(CycleAnswer, (AnalysisReport), (pipeline_id, stage_info))

namespace {

constexpr Phrase kNoPipeline{"cycle.no_pipeline", "There is no such pipeline.", "没有该销售流程。"};
constexpr double kCalendarDaysPerBusinessDay = 7.0 / 5.0;

std::int64_t start_of(const BusinessCalendar& calendar, Date day) {
  const Civil midnight{day.time_since_epoch()};
  return std::chrono::floor<std::chrono::seconds>(calendar.zone().to_instant(midnight))
      .time_since_epoch()
      .count();
}

DealSelection selection_of(const CycleSnapshot& snapshot, const sales::Viewer& viewer,
                           const CycleQuery& query, const BusinessCalendar& calendar) {
  DealSelection selection;
  selection.viewer = &viewer;
  selection.owner = query.owner_id;
  selection.team = query.team_id;
  selection.product = query.product_id;
  if (query.source) {
    const auto known = snapshot.source_numbers.find(*query.source);
    selection.source = known == snapshot.source_numbers.end() ? -1 : std::int64_t{known->second};
  }
  if (query.from) selection.from = start_of(calendar, *query.from);
  if (query.to) selection.until = start_of(calendar, *query.to + std::chrono::days(1));
  return selection;
}

StageInfo info_of(const sales::Stage& stage, const BusinessCalendar& calendar) {
  StageInfo info{stage.id, stage.name, stage.standard, {}};
  if (!stage.standard) return info;
  const double business_days =
      stage.standard->unit == sales::StandardUnit::business_days
          ? stage.standard->amount
          : stage.standard->amount * 60.0 / std::max(1, calendar.minutes_per_day());
  info.standard_days = business_days * kCalendarDaysPerBusinessDay;
  return info;
}

}  // namespace

void add_cycle_routes(http::Router& router, const CycleProjection& projection,
                      const sales::WorkCalendar& calendar, const Clock& clock) {
  router.get(
      "/api/cycle", sales::rules::signed_in,
      {"Where deals wait and where they fall out", {"cycle"}},
      [&](const http::Request& request, const CycleQuery& query) -> Result<CycleAnswer> {
        const auto snapshot = TRY(projection.ready());
        const auto& all = snapshot->pipelines;
        const auto at = query.pipeline_id ? all.find(query.pipeline_id->value) : all.begin();
        if (at == all.end())
          return Error(Error::Code::invalid, kNoPipeline, {{"pipeline_id", kNoPipeline}});
        const PipelineColumns& columns = *at->second;
        const auto working = calendar.current();
        const DealSelection selection =
            selection_of(*snapshot, sales::viewer_of(*request.identity()), query, *working);
        const std::int64_t now =
            std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
        const std::int64_t as_of =
            query.as_of ? std::min(now, start_of(*working, *query.as_of + std::chrono::days(1)) - 1)
                        : now;
        const CycleTally tally = tally_of(columns, selection, as_of);
        std::vector<std::string> names;
        for (const sales::Stage* stage : columns.stages)
          names.push_back(stage->name.in(request.lang()));
        CycleAnswer answer;
        static_cast<AnalysisReport&>(answer) = report_of(analyze(tally, names), request.lang());
        answer.pipeline_id = columns.pipeline->id;
        for (const sales::Stage* stage : columns.stages)
          answer.stage_info.push_back(info_of(*stage, *working));
        return answer;
      });
}

}  // namespace stagecoach::cycle
