#include "cycle/cycle_routes.h"

#include <algorithm>

#include "cycle/analysis.h"
#include "cycle/cycle_query.h"
#include "cycle/projection/deal_tally.h"
#include "cycle/report/analysis_report.h"
#include "sales/team/rules.h"

namespace stagecoach::cycle {

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

constexpr double kCalendarDaysPerBusinessDay = 7.0 / 5.0;

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
  router.get("/api/cycle", sales::rules::signed_in,
             {"Where deals wait and where they fall out", {"cycle"}},
             [&](const http::Request& request, const CycleQuery& query) -> Result<CycleAnswer> {
               const AskedCycle asked =
                   TRY(ask_cycle(projection, query, request, *calendar.current(), clock.now()));
               const PipelineColumns& columns = *asked.columns;
               const CycleTally tally = tally_of(columns, asked.selection, asked.as_of);
               std::vector<std::string> names;
               for (const sales::Stage* stage : columns.stages)
                 names.push_back(stage->name.in(request.lang()));
               CycleAnswer answer;
               static_cast<AnalysisReport&>(answer) =
                   report_of(analyze(tally, names), request.lang());
               answer.pipeline_id = columns.pipeline->id;
               for (const sales::Stage* stage : columns.stages)
                 answer.stage_info.push_back(info_of(*stage, *calendar.current()));
               return answer;
             });
}

}  // namespace stagecoach::cycle
