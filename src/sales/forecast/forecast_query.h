// Which period, deals and currency the pages of the forecast ask about; the same everywhere.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "platform/base/money.h"
#include "platform/base/result.h"
#include "platform/base/time_zone.h"
#include "platform/json/json.h"
#include "sales/forecast/forecast_deals.h"

namespace stagecoach::sales {

struct ForecastQuery {
  std::optional<std::string> period;  // "2026-11", "2026-Q4"; absent: the present quarter
  std::optional<PipelineId> pipeline_id;
  std::optional<UserId> owner_id;
  std::optional<TeamId> team_id;
  std::optional<std::string> currency;  // absent: the organisation's
};
BOOST_DESCRIBE_STRUCT(ForecastQuery, (), (period, pipeline_id, owner_id, team_id, currency))
constexpr auto json_rules(const ForecastQuery*) {
  return std::array{json::Rule("period").length(7, 7), json::Rule("currency").length(3, 3)};
}

// `invalid`: no such period, no such currency.
Result<ForecastPeriod> asked_period(const ForecastQuery& query, Date today);
Result<ForecastPeriod> read_period(const std::string& key);
Result<Currency> asked_currency(db::Connection& connection, const ForecastQuery& query);

// The period's days as the clocks of the organisation show them.
ForecastScope scope_of(const ForecastQuery& query, const ForecastPeriod& period,
                       const TimeZone& zone);

}  // namespace stagecoach::sales
