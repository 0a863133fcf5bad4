// All SQL that writes targets.
#pragma once

#include "journal/commands.h"
#include "platform/base/result.h"
#include "sales/forecast/targets/target.h"

namespace stagecoach::sales {

// Version 0 where nobody has set one yet. Exactly one of owner and team is given.
ForecastTarget find_target(db::Connection& connection, const std::string& period,
                           std::optional<UserId> owner, std::optional<TeamId> team);

// Stale where somebody set it since `before` was read.
Result<ForecastTarget> save_target(journal::Work& work, const ForecastTarget& before,
                                   std::optional<Money> amount);

}  // namespace stagecoach::sales
