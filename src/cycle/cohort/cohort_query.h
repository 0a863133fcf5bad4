// What the pages of the funnel ask about beside the selection, and how they write numbers.
#pragma once

#include "cycle/cohort/cohort_funnel.h"
#include "cycle/cycle_query.h"
#include "cycle/report/analysis_report.h"

namespace stagecoach::cycle {

struct CohortQuery : CycleQuery {
  std::optional<sales::StageId> stage_id;  // entered; absent: the first of the pipeline
  std::optional<int> age_days;             // at which shares are compared; absent: 90
  std::optional<int> months;               // how many months up to the day asked for; absent: 12
};
BOOST_DESCRIBE_STRUCT(CohortQuery, (CycleQuery), (stage_id, age_days, months))
constexpr auto json_rules(const CohortQuery*) {
  return std::array{json::Rule("source").length(0, 100), json::Rule("age_days").between(1, 3'650),
                    json::Rule("months").between(1, kMonthsMax)};
}

struct AskedFunnel : AskedCycle {
  FunnelQuestion question;
  CohortMonths months;
};

// `invalid`: as ask_cycle(), and where the stage is none of the pipeline's open ones.
Result<AskedFunnel> ask_funnel(const CycleProjection& projection, const CohortQuery& query,
                               const http::Request& request, const BusinessCalendar& calendar,
                               Instant now);

// The number of an open stage of the pipeline; `invalid`, naming the field, where it is none.
Result<int> open_stage_number(const PipelineColumns& columns, sales::StageId stage,
                              const std::string& field);

inline constexpr int kAgeDays = 90, kMonths = 12;

struct StageName {
  sales::StageId stage_id;
  Localized name;
};
BOOST_DESCRIBE_STRUCT(StageName, (), (stage_id, name))

// Deals, and what those with an amount in the currency of most are worth together.
struct DealCount {
  std::int64_t deals = 0;
  std::optional<Money> amount;
};
BOOST_DESCRIBE_STRUCT(DealCount, (), (deals, amount))
ReportConfidence report_confidence(Confidence confidence);
DealCount count_of(const DealSum& sum, std::optional<Currency> currency);

// The deals behind a number, the newest of them first, and no more than a list can be asked for.
struct ListedDeals {
  std::int64_t total = 0;
  std::vector<sales::DealId> ids;
};
BOOST_DESCRIBE_STRUCT(ListedDeals, (), (total, ids))
ListedDeals listed(std::vector<sales::DealId> ids);

}  // namespace stagecoach::cycle
