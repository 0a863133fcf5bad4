// A target (quota): what a person or a team is to win in a month or quarter.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "journal/event.h"
#include "platform/base/money.h"
#include "platform/json/json.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

using TargetId = Id<struct TargetTag>;
inline constexpr std::string_view kTargetSubject = "forecast_target";

// Of exactly one of the two.
struct ForecastTarget {
  TargetId id;
  std::int64_t version = 0;  // 0: nobody has set one yet
  std::string period;
  std::optional<UserId> owner_id;
  std::optional<TeamId> team_id;
  std::optional<Money> amount;  // absent: it was taken away
};
BOOST_DESCRIBE_STRUCT(ForecastTarget, (), (id, version, period, owner_id, team_id, amount))

struct TargetSet {
  static constexpr std::string_view kKind = "forecast.target_set";
  std::string period;
  std::optional<UserId> owner_id;
  std::optional<TeamId> team_id;
  std::optional<Money> before, amount;
};
BOOST_DESCRIBE_STRUCT(TargetSet, (), (period, owner_id, team_id, before, amount))

// How many times over the open deals cover what is missing; unset where nothing is missing.
inline std::optional<double> coverage(std::int64_t open_due, std::int64_t target,
                                      std::int64_t won) {
  if (target <= won) return std::nullopt;
  return static_cast<double>(open_due) / static_cast<double>(target - won);
}

}  // namespace stagecoach::sales
