// Who among several people sees a record: for telling them of it.
#pragma once

#include <set>
#include <vector>

#include "platform/db/connection.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// Those of `people` who are active and see a record with this owner and team (visibility.h says
// what that means).
std::set<UserId> who_sees(db::Connection& connection, const std::vector<UserId>& people,
                          UserId owner, TeamId team);

}  // namespace stagecoach::sales
