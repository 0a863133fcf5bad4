// Who stands in for whom at a moment: what other nouns may ask.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "platform/base/time_zone.h"
#include "platform/db/connection.h"
#include "sales/team/absence/absence.h"
#include "sales/team/roles/role.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// The organisation's time zone; UTC before the set-up.
TimeZone organization_zone(db::Connection& connection);

// As stand_in(), on the day that `at` is in the organisation. A deactivated deputy stands in for
// nobody.
std::optional<UserId> stand_in_for(db::Connection& connection, UserId who, Instant at);
// As absent_behind().
std::vector<UserId> absent_behind(db::Connection& connection, UserId deputy, Instant at);

// By deputy, whom each stands in for on `day`. Nobody who was deactivated is among them; `below`
// has the reach of each team.
using StandInsByDeputy = std::map<UserId, StandIns>;
StandInsByDeputy stand_ins_on(db::Connection& connection, Date day,
                              const std::map<TeamId, Reach>& below, const Roles& roles);
StandInsByDeputy stand_ins_at(db::Connection& connection, Instant at);

}  // namespace stagecoach::sales
