// Days and times that people type: what lies outside of two centuries is a slip of the finger.
#pragma once

#include <string>

#include "platform/base/time.h"
#include "sales/team/field_error.h"

namespace stagecoach::sales {

inline bool is_plausible(Date date) {
  using namespace std::chrono;
  return date >= sys_days(2000y / January / 1) && date < sys_days(2200y / January / 1);
}

inline bool is_plausible(Instant at) {
  return is_plausible(Date(std::chrono::floor<std::chrono::days>(at)));
}

// invalid: there is a time and it is not plausible.
template <class T>
Result<void> check_plausible(std::string field, const std::optional<T>& when) {
  static constexpr Phrase kImplausible{"field.implausible_time",
                                       "A time between the years 2000 and 2199 is expected.",
                                       "请填写 2000 年至 2199 年之间的时间。"};
  if (!when || is_plausible(*when)) return {};
  return field_error(std::move(field), kImplausible);
}

}  // namespace stagecoach::sales
