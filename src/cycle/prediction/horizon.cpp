#include "cycle/prediction/horizon.h"

#include <algorithm>
#include <cmath>

#include "cycle/estimators/kaplan_meier.h"
#include "cycle/projection/deal_tally.h"
#include "cycle/tally.h"

namespace stagecoach::cycle {
namespace {

constexpr std::int64_t kDaysMin = 365, kDaysMax = 5 * 365;
constexpr double kNearlyAll = .99;

std::int64_t days_of(const CycleTally& tally) {
  const KaplanMeier to_close(tally.deals().to_close.table());
  const double ticks =
      to_close.quantile(kNearlyAll).value_or(static_cast<double>(to_close.last_time()));
  const double days = ticks / static_cast<double>(ticks_per_day(tally.unit()));
  return std::clamp(static_cast<std::int64_t>(std::ceil(days)), kDaysMin, kDaysMax);
}

}  // namespace

std::int64_t horizon_days(const VisitTable& table, std::int64_t as_of) {
  CycleTally tally(table.unit(), table.stages(), as_of, table.visits());
  tally.add(table);
  return days_of(tally);
}

std::int64_t horizon_days(const PipelineColumns& columns, std::int64_t as_of) {
  return days_of(tally_of(columns, {}, as_of));
}

}  // namespace stagecoach::cycle
