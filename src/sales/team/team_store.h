// Writing the tree of teams and the table that says which team lies below which.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "journal/commands.h"
#include "sales/team/people.h"
#include "sales/team/team_events.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// The tree changes in one place at a time: two moves at once could make a circle.
void lock_teams(journal::Work& work);

bool is_below(db::Connection& connection, TeamId team, TeamId ancestor);  // or the same
// Every pair of the tree, by ancestor and then team, ascending.
std::vector<std::pair<TeamId, TeamId>> list_reach(db::Connection& connection);
// The same by ancestor.
std::map<TeamId, Reach> reaches_of_teams(db::Connection& connection);
// Changes with everything that somebody's sight depends on beyond his own row: the tree, who is
// away, what a person may do. 0 before the set-up.
std::int64_t teams_version(db::Connection& connection);
void note_change_of_reach(journal::Work& work);
// People or teams that are still in it.
bool is_team_in_use(db::Connection& connection, TeamId team);

// REQUIRES of all that follow: lock_teams was called; nothing makes a circle.
TeamId insert_team(journal::Work& work, const Team& team);  // notes TeamCreated
// Stores name and parent over the version that `team` carries, which becomes the new one.
Result<void> save_team(journal::Work& work, Team& team, std::vector<journal::Draft> why);
Result<void> delete_team(journal::Work& work, const Team& team, const TeamDeleted& why);

}  // namespace stagecoach::sales
