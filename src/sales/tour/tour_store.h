// How far people are in their first hour. It follows from the journal and from what was looked at,
// and tells nothing that others need to know, so it has no events of its own.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "sales/tour/tour.h"

namespace stagecoach::sales {

using DoneStep = std::pair<UserId, TourStep>;

// Those of `done` that are not known yet.
std::set<DoneStep> unknown_steps(db::Connection& connection, const std::set<DoneStep>& done);
void add_steps(db::Connection& tx, const std::set<DoneStep>& done, Instant now);

Tour read_tour(db::Connection& connection, const Viewer& viewer);
// False begins it anew, with nothing done.
void dismiss_tour(db::Connection& tx, UserId user, bool dismissed, Instant now);

}  // namespace stagecoach::sales
