#include "sales/forecast/forecast_query.h"

#include "sales/team/field_error.h"
#include "sales/team/people.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoPeriod{
    "forecast.no_period",
    "“{period}” is no period. Write a month (2026-11) or a quarter (2026-Q4).",
    "“{period}”不是有效的周期。请填写月份（2026-11）或季度（2026-Q4）。"};
constexpr Phrase kNoCurrency{"forecast.no_currency", "A currency has three letters, as in EUR.",
                             "货币代码为三个字母，例如 CNY。"};

}  // namespace

Result<ForecastPeriod> read_period(const std::string& key) {
  if (auto period = find_period(key)) return *std::move(period);
  return field_error("period", {kNoPeriod, {{"period", key}}});
}

Result<ForecastPeriod> asked_period(const ForecastQuery& query, Date today) {
  if (query.period) return read_period(*query.period);
  return quarter_of(today);
}

Result<Currency> asked_currency(db::Connection& connection, const ForecastQuery& query) {
  if (query.currency) {
    if (const auto currency = Currency::parse(*query.currency)) return *currency;
    return field_error("currency", kNoCurrency);
  }
  const auto organization = find_organization(connection);
  return organization ? organization->currency : Currency();
}

ForecastScope scope_of(const ForecastQuery& query, const ForecastPeriod& period,
                       const TimeZone& zone) {
  const auto start_of = [&](Date day) { return zone.to_instant(civil_at(day, Millis(0))); };
  return {query.pipeline_id, query.owner_id, query.team_id, start_of(period.first),
          start_of(period.last + std::chrono::days(1))};
}

}  // namespace stagecoach::sales
