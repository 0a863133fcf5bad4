// The targets of a period, for whoever puts them beside what is won.
#pragma once

#include <vector>

#include "platform/db/connection.h"
#include "sales/forecast/targets/target.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// Those of the people whose deals the viewer sees, and of the teams in whose deals he sees all; in
// the order of people, then teams. Targets that were taken away are among them, without an amount.
std::vector<ForecastTarget> list_targets(db::Connection& connection, const Viewer& viewer,
                                         const std::string& period);

}  // namespace stagecoach::sales
