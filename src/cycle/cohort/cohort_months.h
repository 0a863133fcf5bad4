// The months that cohorts are told apart by. What began before the first of them, or nobody knows
// when, is "earlier". Immutable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time_zone.h"

namespace stagecoach::cycle {

inline constexpr int kMonthsMax = 36;

class CohortMonths {
 public:
  static constexpr int kEarlier = -1;

  // The last `count` months up to that of `as_of`, in seconds, as the zone's calendar has them.
  static CohortMonths last(int count, std::int64_t as_of, const TimeZone& zone);
  // Month i is [starts[i], starts[i + 1]), in ticks; the last start ends the last month.
  CohortMonths(std::vector<std::int64_t> starts, std::vector<std::string> names);

  int size() const { return static_cast<int>(names_.size()); }
  // The month of a time, or kEarlier. Later than all counts as the last.
  int of(std::optional<std::int64_t> at) const;
  std::int64_t end_of(int month) const { return starts_[static_cast<std::size_t>(month) + 1]; }
  const std::string& name_of(int month) const {  // "2026-03"
    return names_[static_cast<std::size_t>(month)];
  }
  std::optional<int> find(std::string_view name) const;

 private:
  std::vector<std::int64_t> starts_;  // one more than months
  std::vector<std::string> names_;
};

}  // namespace stagecoach::cycle
