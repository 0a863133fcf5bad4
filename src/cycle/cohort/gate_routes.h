// GET /api/cycle/gates: how often each exit criterion was met or let pass, and whether deals that
// met it were won more often, over the deals the viewer sees.
#pragma once

#include "cycle/projection/cycle_projection.h"
#include "platform/db/database.h"
#include "platform/http/router.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::cycle {

// All must outlive the router.
void add_gate_route(http::Router& router, const CycleProjection& projection, db::Database& database,
                    const sales::WorkCalendar& calendar, const Clock& clock);

}  // namespace stagecoach::cycle
