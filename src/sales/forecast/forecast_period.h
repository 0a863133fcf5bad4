// The periods that are forecast: months and quarters of the calendar year. Pure values.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace stagecoach::sales {

// From its first to its last day. Its key ("2026-11", "2026-Q4") names it in addresses.
struct ForecastPeriod {
  std::string key;
  Date first, last;

  bool holds(Date day) const { return first <= day && day <= last; }
  bool operator==(const ForecastPeriod&) const = default;
};

ForecastPeriod month_of(Date day);
ForecastPeriod quarter_of(Date day);

// nullopt: the key names no month or quarter of the years 1970 to 9998.
std::optional<ForecastPeriod> find_period(std::string_view key);

}  // namespace stagecoach::sales
