// Setting a target: owners of the organisation for everybody, managers within their reach.
#pragma once

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/forecast/targets/target.h"

namespace stagecoach::sales {

struct SetTarget {
  std::optional<Money> amount;  // null takes the target away
};
BOOST_DESCRIBE_STRUCT(SetTarget, (), (amount))
constexpr auto json_rules(const SetTarget*) {
  return std::array{json::Rule("amount").between(0, 9'000'000'000'000'000)};
}

// invalid: no such period. not_found: no such person or team, or one he does not see. forbidden:
// beyond his reach. stale: `version` is not the stored one (0: none is set yet).
Result<ForecastTarget> set_target_of_person(journal::Work& work, const std::string& period,
                                            UserId owner, std::int64_t version,
                                            const SetTarget& wish);
Result<ForecastTarget> set_target_of_team(journal::Work& work, const std::string& period,
                                          TeamId team, std::int64_t version, const SetTarget& wish);

}  // namespace stagecoach::sales
