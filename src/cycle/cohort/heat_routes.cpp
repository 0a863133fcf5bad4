#include "cycle/cohort/heat_routes.h"

#include "cycle/cohort/cohort_query.h"
#include "cycle/cohort/heat_map.h"
#include "sales/team/rules.h"

namespace stagecoach::cycle {

// A stage in a month of entry. Medians rest on the visits that began then, the open ones counted
// for as long as they have lasted; shares on the deals that entered then.
struct HeatField {
  std::int64_t visits = 0;
  std::optional<double> median_days;  // absent below 10 visits, and where too few have ended
  ReportConfidence dwell_confidence = ReportConfidence::none;
  std::int64_t entered = 0;
  std::optional<double> went_on;  // by the age asked for
  ReportConfidence went_on_confidence = ReportConfidence::none;
  bool mature = false;  // all of it has been watched for the age asked for
};
BOOST_DESCRIBE_STRUCT(HeatField, (),
                      (visits, median_days, dwell_confidence, entered, went_on, went_on_confidence,
                       mature))

struct HeatRow {
  sales::StageId stage_id;
  Localized name;
  std::vector<HeatField> months;  // as HeatAnswer::months
};
BOOST_DESCRIBE_STRUCT(HeatRow, (), (stage_id, name, months))

struct HeatAnswer {
  sales::PipelineId pipeline_id;
  Instant as_of;
  std::int64_t age_days = 0;
  std::vector<std::string> months;  // "2026-03", ascending
  std::vector<HeatRow> stages;
  std::optional<std::string> note;  // a sentence, where no deal entered a stage in these months
};
BOOST_DESCRIBE_STRUCT(HeatAnswer, (), (pipeline_id, as_of, age_days, months, stages, note))

namespace {

constexpr Phrase kNothingEntered{"cycle.nothing_entered",
                                 "None of the deals asked for has entered a stage in these months.",
                                 "所选商机在这些月份中没有进入任何阶段。"};

HeatField field_of(const HeatCell& cell, bool mature) {
  HeatField field;
  field.visits = cell.visits;
  field.median_days = cell.dwell.median_days;
  field.dwell_confidence = report_confidence(cell.dwell.confidence);
  field.entered = cell.entered;
  field.went_on = cell.went_on.value;
  field.went_on_confidence = report_confidence(confidence_of(cell.entered));
  field.mature = mature;
  return field;
}

HeatAnswer heat_answer(const AskedFunnel& asked, Lang lang) {
  HeatMap map(asked.question, asked.months, ClockUnit::seconds);
  each_cohort_deal(*asked.columns, asked.selection, asked.as_of,
                   [&](const CohortDeal& deal) { map.add(deal); });
  HeatAnswer answer;
  answer.pipeline_id = asked.columns->pipeline->id;
  answer.as_of = instant_of(asked.as_of, ClockUnit::seconds);
  answer.age_days = asked.question.age / kSecondsPerDay;
  std::int64_t visits = 0;
  for (int month = 0; month < asked.months.size(); ++month)
    answer.months.push_back(asked.months.name_of(month));
  for (int stage = 0; stage < asked.question.open_stages; ++stage) {
    const sales::Stage& named = *asked.columns->stages[static_cast<std::size_t>(stage)];
    HeatRow& row = answer.stages.emplace_back(HeatRow{named.id, named.name, {}});
    for (int month = 0; month < asked.months.size(); ++month) {
      const bool mature = asked.months.end_of(month) + asked.question.age <= asked.as_of;
      row.months.push_back(field_of(map.cell(stage, month), mature));
      visits += row.months.back().visits;
    }
  }
  if (visits == 0) answer.note = Message(kNothingEntered).text(lang);
  return answer;
}

}  // namespace

void add_heat_map_route(http::Router& router, const CycleProjection& projection,
                        const sales::WorkCalendar& calendar, const Clock& clock) {
  router.get("/api/cycle/heat-map", sales::rules::signed_in,
             {"How long deals stay and how many go on, by stage and month of entry", {"cycle"}},
             [&](const http::Request& request, const CohortQuery& query) -> Result<HeatAnswer> {
               return heat_answer(
                   TRY(ask_funnel(projection, query, request, *calendar.current(), clock.now())),
                   request.lang());
             });
}

}  // namespace stagecoach::cycle
