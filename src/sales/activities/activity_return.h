// Planned activities go back to who gave them away.
#pragma once

#include <vector>

#include "journal/commands.h"
#include "sales/activities/activity.h"

namespace stagecoach::sales {

// Those of `ids` that are still planned and still `from`'s; each gets its event, led to by the one
// at `cause`. Returns how many. Who may is the caller's to check.
std::int64_t return_activities(journal::Work& work, const std::vector<ActivityId>& ids, UserId from,
                               UserId to, std::size_t cause);

}  // namespace stagecoach::sales
