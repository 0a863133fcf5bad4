#include "cycle/cohort/cohort_routes.h"

#include "cycle/cohort/cohort_query.h"
#include "sales/team/rules.h"

namespace stagecoach::cycle {

// `by_age`: of all that entered, the share that reached it by the age asked for, those not yet
// decided counted for as long as they were watched; absent where too few were.
struct FunnelStep {
  std::int64_t deals = 0;
  std::optional<Money> amount;
  std::optional<double> by_age;
  ReportInterval by_age_ci95;
};
BOOST_DESCRIBE_STRUCT(FunnelStep, (), (deals, amount, by_age, by_age_ci95))

// entered = won + lost + open + left, where `left` are merged or moved to another pipeline.
struct FunnelCohort {
  std::optional<std::string> month;  // "2026-03"; absent for all, and for what is earlier
  bool mature = false;               // all of it has been watched for the age asked for
  ReportConfidence confidence = ReportConfidence::none;
  DealCount entered;
  std::vector<FunnelStep> steps;  // the later stages in order, then won
  DealCount won, lost, open, left;
};
BOOST_DESCRIBE_STRUCT(FunnelCohort, (),
                      (month, mature, confidence, entered, steps, won, lost, open, left))

struct FunnelAnswer {
  sales::PipelineId pipeline_id;
  Instant as_of;
  sales::StageId stage_id;
  std::int64_t age_days = 0;
  std::vector<StageName> later;
  std::optional<Currency> currency;  // of the amounts: that of most deals
  std::int64_t without_amount = 0;   // deals that entered without one in this currency
  FunnelCohort all, earlier;
  std::vector<FunnelCohort> months;  // ascending
  std::optional<std::string> note;   // a sentence, where there is nothing to count
};
BOOST_DESCRIBE_STRUCT(FunnelAnswer, (),
                      (pipeline_id, as_of, stage_id, age_days, later, currency, without_amount, all,
                       earlier, months, note))

enum class Became { entered, reached, won, lost, open, left };
BOOST_DESCRIBE_ENUM(Became, entered, reached, won, lost, open, left)

struct FunnelDealsQuery : CohortQuery {
  std::optional<std::string> month;  // of the cohort, or "earlier"; absent: of all
  Became became = Became::entered;
  std::optional<sales::StageId> reached_id;  // for `reached`: an open stage; absent: won
};
BOOST_DESCRIBE_STRUCT(FunnelDealsQuery, (CohortQuery), (month, became, reached_id))
constexpr auto json_rules(const FunnelDealsQuery*) {
  return std::array{json::Rule("source").length(0, 100), json::Rule("age_days").between(1, 3'650),
                    json::Rule("months").between(1, kMonthsMax), json::Rule("month").length(1, 7),
                    json::Rule("became").defaulted()};
}

namespace {

constexpr Phrase kNobodyEntered{"cycle.nobody_entered",
                                "None of the deals asked for has entered “{stage}” so far.",
                                "所选商机中还没有进入“{stage}”的。"};
constexpr Phrase kNoSuchMonth{"cycle.no_such_month",
                              "“{month}” is none of the months asked for. Write YYYY-MM.",
                              "“{month}”不在所选月份之内。请写作 YYYY-MM。"};

ReportInterval pair_of(const Interval& interval) {
  return {interval.low, interval.high};
}

FunnelCohort written(const Cohort& cohort, std::optional<Currency> currency) {
  const auto count = [&](const DealSum& sum) { return count_of(sum, currency); };
  FunnelCohort written;
  written.mature = cohort.mature;
  written.confidence = report_confidence(cohort.confidence);
  written.entered = count(cohort.entered);
  for (const Cohort::Step& step : cohort.steps) {
    const DealCount reached = count(step.reached);
    written.steps.push_back(
        {reached.deals, reached.amount, step.by_age.value, pair_of(step.by_age.ci95)});
  }
  written.won = count(cohort.won);
  written.lost = count(cohort.lost);
  written.open = count(cohort.open);
  written.left = count(cohort.left);
  return written;
}

FunnelAnswer answer_of(const AskedFunnel& asked, Lang lang) {
  const FunnelQuestion& question = asked.question;
  CohortFunnel funnel(question, asked.months);
  each_cohort_deal(*asked.columns, asked.selection, asked.as_of,
                   [&](const CohortDeal& deal) { funnel.add(deal); });
  const auto& stages = asked.columns->stages;
  const sales::Stage& from = *stages[static_cast<std::size_t>(question.from)];
  FunnelAnswer answer;
  answer.pipeline_id = asked.columns->pipeline->id;
  answer.as_of = instant_of(asked.as_of, ClockUnit::seconds);
  answer.stage_id = from.id;
  answer.age_days = question.age / kSecondsPerDay;
  for (int s = question.from + 1; s < question.open_stages; ++s)
    answer.later.push_back(
        {stages[static_cast<std::size_t>(s)]->id, stages[static_cast<std::size_t>(s)]->name});
  answer.currency = question.currency;
  answer.without_amount = funnel.without_amount();
  answer.all = written(funnel.all(), question.currency);
  answer.earlier = written(funnel.cohort(CohortMonths::kEarlier), question.currency);
  for (int month = 0; month < asked.months.size(); ++month) {
    answer.months.push_back(written(funnel.cohort(month), question.currency));
    answer.months.back().month = asked.months.name_of(month);
  }
  if (answer.all.entered.deals == 0)
    answer.note = Message(kNobodyEntered, {{"stage", from.name.in(lang)}}).text(lang);
  return answer;
}

// Which deals of a funnel a number counts.
struct Wanted {
  std::optional<int> month;  // or kEarlier; absent: any
  Became became = Became::entered;
  int stage = 0;  // to be reached
};

bool is_wanted(const CohortDeal& deal, const FunnelWay& way, const Wanted& wanted,
               const CohortMonths& months) {
  if (!way.entered || (wanted.month && months.of(way.since) != *wanted.month)) return false;
  switch (wanted.became) {
    case Became::entered:
      return true;
    case Became::reached:
      return way.reached(wanted.stage) != nullptr;
    case Became::won:
      return deal.ending == Ending::won;
    case Became::lost:
      return deal.ending == Ending::lost;
    case Became::open:
      return deal.ending == Ending::open;
    case Became::left:
      break;
  }
  return deal.ending == Ending::censored;
}

Result<Wanted> wanted_of(const AskedFunnel& asked, const FunnelDealsQuery& query) {
  Wanted wanted{std::nullopt, query.became, asked.question.stages};
  if (query.month) {
    wanted.month =
        *query.month == "earlier" ? CohortMonths::kEarlier : asked.months.find(*query.month);
    if (!wanted.month) {
      const Message message(kNoSuchMonth, {{"month", *query.month}});
      return Error(Error::Code::invalid, message, {{"month", message}});
    }
  }
  if (query.reached_id)
    wanted.stage = TRY(open_stage_number(*asked.columns, *query.reached_id, "reached_id"));
  return wanted;
}

ListedDeals deals_of(const AskedFunnel& asked, const Wanted& wanted) {
  FunnelWay way;
  std::vector<sales::DealId> ids;
  each_cohort_deal(*asked.columns, asked.selection, asked.as_of, [&](const CohortDeal& deal) {
    follow(deal, asked.question.from, asked.question.stages, way);
    if (is_wanted(deal, way, wanted, asked.months)) ids.emplace_back(deal.id);
  });
  return listed(std::move(ids));
}

}  // namespace

void add_cohort_routes(http::Router& router, const CycleProjection& projection,
                       const sales::WorkCalendar& calendar, const Clock& clock) {
  const auto ask = [&](const http::Request& request, const CohortQuery& query) {
    return ask_funnel(projection, query, request, *calendar.current(), clock.now());
  };
  router.get("/api/cycle/cohorts", sales::rules::signed_in,
             {"Of the deals that entered a stage in a month, how many came how far", {"cycle"}},
             [ask](const http::Request& request, const CohortQuery& query) -> Result<FunnelAnswer> {
               return answer_of(TRY(ask(request, query)), request.lang());
             });
  router.get(
      "/api/cycle/cohorts/deals", sales::rules::signed_in,
      {"The deals behind a number of the funnel", {"cycle"}},
      [ask](const http::Request& request, const FunnelDealsQuery& query) -> Result<ListedDeals> {
        const AskedFunnel asked = TRY(ask(request, query));
        return deals_of(asked, TRY(wanted_of(asked, query)));
      });
}

}  // namespace stagecoach::cycle
