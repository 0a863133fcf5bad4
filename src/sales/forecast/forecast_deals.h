// The deals that a forecast is made of, and what deals like them came to.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "platform/db/connection.h"
#include "sales/deals/deal.h"
#include "sales/forecast/forecast_period.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// Whose deals, and the instants between which they count as closed in the period.
struct ForecastScope {
  std::optional<PipelineId> pipeline;  // absent: all
  std::optional<UserId> owner;
  std::optional<TeamId> team;
  Instant from, until;
};

struct ForecastDeal {
  DealId id;
  UserId owner;
  TeamId team;
  PipelineId pipeline;
  StageId stage;
  StageKind status = StageKind::open;
  std::optional<Money> amount;
  std::optional<Date> expected_close;
  std::optional<int> probability;  // its own
  std::optional<ForecastCategory> category;
  Instant stage_entered_at;
  bool again = false;  // it had been in this stage before, in this episode
};

// All that is undecided, and what was won in the scope's time, as far as the viewer sees it. One
// statement; reads every such deal once.
std::vector<ForecastDeal> forecast_deals(db::Connection& connection, const Viewer& viewer,
                                         const Pipelines& pipelines, const ForecastScope& scope);

// What became of the decided deals of the scope, whenever that was.
struct PastResult {
  std::int64_t won = 0, lost = 0;
  std::int64_t priced = 0, minor = 0;  // of the won ones, those with an amount in the currency

  std::optional<double> won_share() const {
    if (won + lost == 0) return std::nullopt;
    return static_cast<double>(won) / static_cast<double>(won + lost);
  }
  std::optional<double> mean_minor() const {
    if (priced == 0) return std::nullopt;
    return static_cast<double>(minor) / static_cast<double>(priced);
  }
};
// By pipeline id. Read from the kept totals.
std::map<std::int64_t, PastResult> past_results(db::Connection& connection, const Viewer& viewer,
                                                const Pipelines& pipelines,
                                                const ForecastScope& scope, Currency currency);

}  // namespace stagecoach::sales
