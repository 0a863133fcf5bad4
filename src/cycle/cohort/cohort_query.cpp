#include "cycle/cohort/cohort_query.h"

#include <algorithm>

#include "cycle/projection/deal_tally.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kNoSuchStage{"cycle.no_such_stage", "This pipeline has no such open stage.",
                              "该销售流程中没有这个进行中的阶段。"};

}  // namespace

Result<int> open_stage_number(const PipelineColumns& columns, sales::StageId stage,
                              const std::string& field) {
  const int number = columns.pipeline->position_of(stage);
  if (number < 0) return Error(Error::Code::invalid, kNoSuchStage, {{field, kNoSuchStage}});
  return number;
}

Result<AskedFunnel> ask_funnel(const CycleProjection& projection, const CohortQuery& query,
                               const http::Request& request, const BusinessCalendar& calendar,
                               Instant now) {
  AskedCycle asked = TRY(ask_cycle(projection, query, request, calendar, now));
  FunnelQuestion question;
  question.stages = static_cast<int>(asked.columns->stages.size());
  question.open_stages = asked.columns->pipeline->open_stages();
  if (query.stage_id)
    question.from = TRY(open_stage_number(*asked.columns, *query.stage_id, "stage_id"));
  question.age = query.age_days.value_or(kAgeDays) * kSecondsPerDay;
  question.as_of = asked.as_of;
  question.currency = main_currency(*asked.columns, asked.selection);
  question.resolution = resolution_for(*asked.columns);
  CohortMonths months =
      CohortMonths::last(query.months.value_or(kMonths), asked.as_of, calendar.zone());
  return AskedFunnel{std::move(asked), question, std::move(months)};
}

ReportConfidence report_confidence(Confidence confidence) {
  static_assert(static_cast<int>(ReportConfidence::low) == static_cast<int>(Confidence::low) &&
                static_cast<int>(ReportConfidence::fair) == static_cast<int>(Confidence::fair));
  return static_cast<ReportConfidence>(confidence);
}

DealCount count_of(const DealSum& sum, std::optional<Currency> currency) {
  DealCount count{sum.deals, std::nullopt};
  if (currency) count.amount = Money{sum.minor, *currency};
  return count;
}

ListedDeals listed(std::vector<sales::DealId> ids) {
  constexpr std::size_t kIdsMax = 200;
  ListedDeals deals{static_cast<std::int64_t>(ids.size()), std::move(ids)};
  std::sort(deals.ids.begin(), deals.ids.end(), [](auto a, auto b) { return b < a; });
  if (deals.ids.size() > kIdsMax) deals.ids.resize(kIdsMax);
  return deals;
}

}  // namespace stagecoach::cycle
