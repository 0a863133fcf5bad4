// Activities that follow when two accounts, or two contacts, become one. The event that tells of it
// is the merge's own. Who may is the caller's to check.
#pragma once

#include <vector>

#include "journal/commands.h"
#include "sales/activities/activity.h"

namespace stagecoach::sales {

// Deleted ones too.
std::vector<ActivityId> activities_of(db::Connection& connection, AccountId account);
std::vector<ActivityId> activities_of(db::Connection& connection, ContactId contact);

// Brings those among `ids` that belong to `from` to `to`. Return how many.
std::int64_t move_activities(journal::Work& work, const std::vector<ActivityId>& ids,
                             AccountId from, AccountId to);
std::int64_t move_activities(journal::Work& work, const std::vector<ActivityId>& ids,
                             ContactId from, ContactId to);

}  // namespace stagecoach::sales
