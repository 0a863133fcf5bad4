#include "cycle/cohort/flow_routes.h"

#include "cycle/cohort/cohort_query.h"
#include "cycle/cohort/flow.h"
#include "cycle/projection/deal_tally.h"
#include "sales/team/rules.h"

namespace stagecoach::cycle {

// Where moves begin and end. New and reopened deals come from nowhere; open ones are still there.
enum class FlowEnd { stage, new_, reopened, won, lost, left, open };
BOOST_DESCRIBE_ENUM(FlowEnd, stage, new_, reopened, won, lost, left, open)

struct FlowPoint {
  FlowEnd at = FlowEnd::stage;
  std::optional<sales::StageId> stage_id;  // where it is a stage
  bool again = false;                      // visited before: all later visits are one point
};
BOOST_DESCRIBE_STRUCT(FlowPoint, (), (at, stage_id, again))

// `median_days` is spent in `from` before the move; of those still there, so far.
struct FlowMove {
  FlowPoint from, to;
  std::int64_t moves = 0;
  std::optional<Money> amount;
  std::optional<double> median_days;
  ReportConfidence confidence = ReportConfidence::none;
  bool back = false;
};
BOOST_DESCRIBE_STRUCT(FlowMove, (), (from, to, moves, amount, median_days, confidence, back))

struct FlowVisits {
  FlowPoint point;
  std::int64_t visits = 0;  // = moves into it = moves out of it, those still there included
  std::optional<Money> amount;
  double days = 0;  // spent there, all visits together
};
BOOST_DESCRIBE_STRUCT(FlowVisits, (), (point, visits, amount, days))

// Held against the pipeline as it is now.
struct FlowConformance {
  std::int64_t deals = 0, allowed = 0;  // of `deals`, `allowed` made allowed moves only
  std::int64_t skipped = 0, went_back = 0, reopened = 0;
  bool may_skip = false, may_go_back = true;
};
BOOST_DESCRIBE_STRUCT(FlowConformance, (),
                      (deals, allowed, skipped, went_back, reopened, may_skip, may_go_back))

struct FlowAnswer {
  sales::PipelineId pipeline_id;
  Instant as_of;
  std::optional<Currency> currency;
  std::vector<StageName> stages;  // in order
  std::vector<FlowVisits> points;
  std::vector<FlowMove> moves;
  FlowConformance conformance;
  std::optional<std::string> note;  // a sentence, where there is nothing to count
};
BOOST_DESCRIBE_STRUCT(FlowAnswer, (),
                      (pipeline_id, as_of, currency, stages, points, moves, conformance, note))

// A move as FlowMove tells it.
struct FlowDealsQuery : CycleQuery {
  FlowEnd from_end = FlowEnd::stage;
  std::optional<sales::StageId> from_stage_id;
  std::optional<bool> from_again;
  FlowEnd to_end = FlowEnd::stage;
  std::optional<sales::StageId> to_stage_id;
  std::optional<bool> to_again;
};
BOOST_DESCRIBE_STRUCT(FlowDealsQuery, (CycleQuery),
                      (from_end, from_stage_id, from_again, to_end, to_stage_id, to_again))
constexpr auto json_rules(const FlowDealsQuery*) {
  return std::array{json::Rule("source").length(0, 100), json::Rule("from_end").defaulted(),
                    json::Rule("to_end").defaulted()};
}

namespace {

constexpr Phrase kNoSuchPlace{"cycle.no_such_place", "Name a stage of this pipeline.",
                              "请指定该销售流程中的一个阶段。"};
constexpr Phrase kNothingMoved{"cycle.nothing_moved",
                               "None of the deals asked for has entered a stage so far.",
                               "所选商机中还没有进入任何阶段的。"};

FlowPoint point_of(const FlowPlace& place, const PipelineColumns& columns) {
  switch (place.stage) {
    case kFromNew:
      return {FlowEnd::new_, std::nullopt, false};
    case kFromReopened:
      return {FlowEnd::reopened, std::nullopt, false};
    case kToWon:
      return {FlowEnd::won, std::nullopt, false};
    case kToLost:
      return {FlowEnd::lost, std::nullopt, false};
    case kToLeft:
      return {FlowEnd::left, std::nullopt, false};
    case kStillThere:
      return {FlowEnd::open, std::nullopt, false};
    default:
      break;
  }
  return {FlowEnd::stage, columns.stages[static_cast<std::size_t>(place.stage)]->id, place.again};
}

std::vector<StageName> names_of_stages(const PipelineColumns& columns) {
  std::vector<StageName> names;
  for (const sales::Stage* stage : columns.stages) names.push_back({stage->id, stage->name});
  return names;
}

FlowAnswer flow_answer(const AskedCycle& asked, Lang lang) {
  const PipelineColumns& columns = *asked.columns;
  const sales::Pipeline& pipeline = *columns.pipeline;
  const std::optional<Currency> currency = main_currency(columns, asked.selection);
  Flow flow({pipeline.open_stages(), pipeline.allow_skip, pipeline.allow_back}, ClockUnit::seconds,
            currency, resolution_for(columns));
  each_cohort_deal(columns, asked.selection, asked.as_of,
                   [&](const CohortDeal& deal) { flow.add(deal); });
  FlowAnswer answer;
  answer.pipeline_id = pipeline.id;
  answer.as_of = instant_of(asked.as_of, ClockUnit::seconds);
  answer.currency = currency;
  answer.stages = names_of_stages(columns);
  for (const FlowNode& node : flow.nodes()) {
    const DealCount count = count_of(node.visits, currency);
    answer.points.push_back({point_of(node.place, columns), count.deals, count.amount, node.days});
  }
  for (const FlowEdge& edge : flow.edges()) {
    const DealCount count = count_of(edge.moves, currency);
    answer.moves.push_back({point_of(edge.from, columns), point_of(edge.to, columns), count.deals,
                            count.amount, edge.dwell.median_days,
                            report_confidence(edge.dwell.confidence), edge.goes_back});
  }
  const Conformance& judged = flow.conformance();
  answer.conformance = {judged.deals,    judged.allowed,      judged.skipped,     judged.went_back,
                        judged.reopened, pipeline.allow_skip, pipeline.allow_back};
  if (judged.deals == 0) answer.note = Message(kNothingMoved).text(lang);
  return answer;
}

int name_of_end(FlowEnd end) {
  switch (end) {
    case FlowEnd::new_:
      return kFromNew;
    case FlowEnd::reopened:
      return kFromReopened;
    case FlowEnd::won:
      return kToWon;
    case FlowEnd::lost:
      return kToLost;
    case FlowEnd::left:
      return kToLeft;
    default:
      break;
  }
  return kStillThere;
}

Result<FlowPlace> place_asked(const PipelineColumns& columns, FlowEnd end,
                              std::optional<sales::StageId> stage, std::optional<bool> again,
                              const char* field) {
  if (end != FlowEnd::stage) return FlowPlace{name_of_end(end), false};
  for (std::size_t number = 0; stage && number < columns.stages.size(); ++number)
    if (columns.stages[number]->id == *stage)
      return FlowPlace{static_cast<int>(number), again.value_or(false)};
  return Error(Error::Code::invalid, kNoSuchPlace, {{field, kNoSuchPlace}});
}

Result<ListedDeals> deals_that_moved(const AskedCycle& asked, const FlowDealsQuery& query) {
  const FlowPlace from = TRY(place_asked(*asked.columns, query.from_end, query.from_stage_id,
                                         query.from_again, "from_stage_id"));
  const FlowPlace to = TRY(
      place_asked(*asked.columns, query.to_end, query.to_stage_id, query.to_again, "to_stage_id"));
  std::vector<sales::DealId> ids;
  each_cohort_deal(*asked.columns, asked.selection, asked.as_of, [&](const CohortDeal& deal) {
    if (makes_move(deal, from, to)) ids.emplace_back(deal.id);
  });
  return listed(std::move(ids));
}

}  // namespace

void add_flow_routes(http::Router& router, const CycleProjection& projection,
                     const sales::WorkCalendar& calendar, const Clock& clock) {
  router.get("/api/cycle/flow", sales::rules::signed_in,
             {"Every move between stages: how many, how long before, and where to", {"cycle"}},
             [&](const http::Request& request, const CycleQuery& query) -> Result<FlowAnswer> {
               return flow_answer(
                   TRY(ask_cycle(projection, query, request, *calendar.current(), clock.now())),
                   request.lang());
             });
  router.get("/api/cycle/flow/deals", sales::rules::signed_in,
             {"The deals that made a move of the flow", {"cycle"}},
             [&](const http::Request& request, const FlowDealsQuery& query) -> Result<ListedDeals> {
               return deals_that_moved(
                   TRY(ask_cycle(projection, query, request, *calendar.current(), clock.now())),
                   query);
             });
}

}  // namespace stagecoach::cycle
