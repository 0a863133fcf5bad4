#include "cycle/cohort/gate_routes.h"

#include <algorithm>

#include "cycle/cohort/cohort_query.h"
#include "cycle/cohort/gate_statistics.h"
#include "sales/pipeline/draft/pipeline_history.h"
#include "sales/team/rules.h"

namespace stagecoach::cycle {

BOOST_DESCRIBE_ENUM(GateVerdict, cannot_tell, won_more, won_less)

// Deals that passed the gate for the first time while the criterion was in force. `won_share` is of
// those decided; absent below ten of them.
struct GatePassed {
  std::int64_t deals = 0, won = 0, lost = 0;
  std::optional<double> won_share;
};
BOOST_DESCRIBE_STRUCT(GatePassed, (), (deals, won, lost, won_share))

struct GateCriterion {
  std::string key;
  Localized label;
  std::optional<Instant> since;  // in force; absent: as long as anybody knows
  GatePassed met, overridden;
  std::optional<double> difference;  // of the won shares, met minus overridden
  ReportInterval difference_ci95;
  GateVerdict verdict = GateVerdict::cannot_tell;
};
BOOST_DESCRIBE_STRUCT(GateCriterion, (),
                      (key, label, since, met, overridden, difference, difference_ci95, verdict))

struct GateStage {
  sales::StageId stage_id;
  Localized name;
  std::int64_t entered = 0, passed = 0;
  std::int64_t lost = 0;  // never passed; what was unmet then, nobody recorded
  std::vector<GateCriterion> criteria;
};
BOOST_DESCRIBE_STRUCT(GateStage, (), (stage_id, name, entered, passed, lost, criteria))

struct GateAnswer {
  sales::PipelineId pipeline_id;
  Instant as_of;
  std::int64_t imported = 0;  // deals left out, as their gates were elsewhere
  std::vector<GateStage> stages;
  std::optional<std::string> note;  // a sentence, where no deal passed a gate here
};
BOOST_DESCRIBE_STRUCT(GateAnswer, (), (pipeline_id, as_of, imported, stages, note))

namespace {

constexpr Phrase kNobodyPassed{
    "cycle.nobody_passed",
    "None of the deals asked for was made here and has passed a gate so far; imported deals passed "
    "theirs elsewhere.",
    "所选商机中还没有在本系统创建并通过阶段关卡的；导入的商机是在别处通过的。"};

GatePassed written(const GateGroup& group) {
  return {group.deals, group.won, group.lost, group.won_share()};
}

using InForce = std::vector<sales::CriterionInForce>;

std::optional<Instant> since_when(const InForce& in_force, sales::StageId stage,
                                  const std::string& key) {
  const auto at = std::find_if(in_force.begin(), in_force.end(), [&](const auto& each) {
    return each.stage_id == stage && each.key == key;
  });
  if (at == in_force.end()) return std::nullopt;
  return at->since;
}

std::vector<GateQuestion> questions_of(const PipelineColumns& columns, const InForce& in_force) {
  std::vector<GateQuestion> questions;
  for (int s = 0; s < columns.pipeline->open_stages(); ++s) {
    const sales::Stage& stage = *columns.stages[static_cast<std::size_t>(s)];
    for (const sales::Criterion& criterion : stage.exit_criteria) {
      GateQuestion& question = questions.emplace_back(GateQuestion{s, criterion.key, 0});
      if (const auto since = since_when(in_force, stage.id, criterion.key))
        question.since =
            std::chrono::floor<std::chrono::seconds>(*since).time_since_epoch().count();
    }
  }
  return questions;
}

GateCriterion criterion_of(const sales::Criterion& criterion, const GateFinding& finding,
                           std::optional<Instant> since) {
  return {criterion.key,
          criterion.label,
          since,
          written(finding.met),
          written(finding.overridden),
          finding.difference,
          {finding.ci95.low, finding.ci95.high},
          finding.verdict};
}

GateAnswer gate_answer(const AskedCycle& asked, const InForce& in_force, Lang lang) {
  const PipelineColumns& columns = *asked.columns;
  GateStatistics gates(questions_of(columns, in_force), columns.overrides,
                       columns.pipeline->open_stages());
  each_cohort_deal(columns, asked.selection, asked.as_of,
                   [&](const CohortDeal& deal) { gates.add(deal); });
  GateAnswer answer;
  answer.pipeline_id = columns.pipeline->id;
  answer.as_of = instant_of(asked.as_of, ClockUnit::seconds);
  answer.imported = gates.imported();
  std::size_t question = 0;
  std::int64_t passed = 0;
  for (int s = 0; s < columns.pipeline->open_stages(); ++s) {
    const sales::Stage& stage = *columns.stages[static_cast<std::size_t>(s)];
    const StageGate& gate = gates.stage(s);
    GateStage& told = answer.stages.emplace_back(
        GateStage{stage.id, stage.name, gate.entered, gate.passed, gate.lost, {}});
    passed += gate.passed;
    for (const sales::Criterion& criterion : stage.exit_criteria)
      told.criteria.push_back(criterion_of(criterion, gates.finding(question++),
                                           since_when(in_force, stage.id, criterion.key)));
  }
  if (passed == 0) answer.note = Message(kNobodyPassed).text(lang);
  return answer;
}

}  // namespace

void add_gate_route(http::Router& router, const CycleProjection& projection, db::Database& database,
                    const sales::WorkCalendar& calendar, const Clock& clock) {
  router.get("/api/cycle/gates", sales::rules::signed_in,
             {"How often each exit criterion was met or let pass, and who was won", {"cycle"}},
             [&](const http::Request& request, const CycleQuery& query) -> Result<GateAnswer> {
               const AskedCycle asked =
                   TRY(ask_cycle(projection, query, request, *calendar.current(), clock.now()));
               InForce in_force;
               database.read([&](db::Connection& connection) {
                 in_force = sales::criteria_in_force(connection, asked.columns->pipeline->id);
               });
               return gate_answer(asked, in_force, request.lang());
             });
}

}  // namespace stagecoach::cycle
