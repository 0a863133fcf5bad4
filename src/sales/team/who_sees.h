// Who sees a record, and who may do something about it: for telling them of it.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "platform/db/connection.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// Those of `people` who are active and see a record with this owner and team at `at` (visibility.h
// says what that means), deputies of the absent included.
std::set<UserId> who_sees(db::Connection& connection, const std::vector<UserId>& people,
                          UserId owner, TeamId team, Instant at);

// This person as he sees and acts; nullopt where he is not active.
std::optional<Viewer> viewer_of_person(db::Connection& connection, UserId id);

// Everybody active whose role gives him this permission, as he sees and acts at `at`, by id.
std::vector<Viewer> people_with(db::Connection& connection, Permission permission, Instant at);

}  // namespace stagecoach::sales
