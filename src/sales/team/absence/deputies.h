// Who stands in for whom at a moment: what other nouns may ask.
#pragma once

#include <optional>
#include <vector>

#include "platform/base/time_zone.h"
#include "platform/db/connection.h"
#include "sales/team/absence/absence.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// The organisation's time zone; UTC before the set-up.
TimeZone organization_zone(db::Connection& connection);

// As stand_in(), on the day that `at` is in the organisation. A deactivated deputy stands in for
// nobody.
std::optional<UserId> stand_in_for(db::Connection& connection, UserId who, Instant at);
// As absent_behind().
std::vector<UserId> absent_behind(db::Connection& connection, UserId deputy, Instant at);

// What `absent` sees, for the one who stands in for him at `at`; he may change nothing by it.
// nullopt: `deputy` does not stand in for him.
std::optional<Viewer> viewer_behind(db::Connection& connection, UserId deputy, UserId absent,
                                    Instant at);

}  // namespace stagecoach::sales
