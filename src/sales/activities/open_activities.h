// What is planned and not done yet, for the rooms that show it.
#pragma once

#include <functional>
#include <vector>

#include "platform/db/sql_text.h"
#include "sales/activities/activity.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// Open activities that the viewer sees and that meet `condition`, by when they are due. The
// condition speaks of the tables activities, and deals and accounts (both absent where there is
// none).
std::vector<Activity> open_activities(db::Connection& connection, const Viewer& viewer,
                                      const std::function<void(db::SqlText&)>& add_condition,
                                      int limit);
// Those with these ids, deleted ones left out, without asking who sees them.
std::vector<Activity> find_activities(db::Connection& connection,
                                      const std::vector<ActivityId>& ids);

}  // namespace stagecoach::sales
