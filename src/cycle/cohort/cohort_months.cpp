#include "cycle/cohort/cohort_months.h"

#include <algorithm>
#include <cassert>

namespace stagecoach::cycle {

CohortMonths CohortMonths::last(int count, std::int64_t as_of, const TimeZone& zone) {
  const Instant now = Instant(std::chrono::seconds(as_of));
  const std::chrono::year_month_day today(date_of(zone.to_civil(now)));
  std::vector<std::int64_t> starts;
  std::vector<std::string> names;
  for (int ago = count - 1; ago >= -1; --ago) {
    const Date first{(today.year() / today.month() - std::chrono::months(ago)) / 1};
    const Instant start = zone.to_instant(Civil(first.time_since_epoch()));
    starts.push_back(std::chrono::floor<std::chrono::seconds>(start).time_since_epoch().count());
    if (ago >= 0) names.push_back(to_iso(first).substr(0, 7));
  }
  return {std::move(starts), std::move(names)};
}

CohortMonths::CohortMonths(std::vector<std::int64_t> starts, std::vector<std::string> names)
    : starts_(std::move(starts)), names_(std::move(names)) {
  assert(starts_.size() == names_.size() + 1 && !names_.empty());
}

int CohortMonths::of(std::optional<std::int64_t> at) const {
  if (!at || *at < starts_.front()) return kEarlier;
  const auto after = std::upper_bound(starts_.begin(), starts_.end() - 1, *at);
  return static_cast<int>(after - starts_.begin()) - 1;
}

std::optional<int> CohortMonths::find(std::string_view name) const {
  const auto at = std::find(names_.begin(), names_.end(), name);
  if (at == names_.end()) return std::nullopt;
  return static_cast<int>(at - names_.begin());
}

}  // namespace stagecoach::cycle
