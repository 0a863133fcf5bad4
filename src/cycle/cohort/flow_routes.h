// GET /api/cycle/flow: every move between stages, and /api/cycle/flow/deals: the deals that made
// one. Both over the deals the viewer sees.
#pragma once

#include "cycle/projection/cycle_projection.h"
#include "platform/http/router.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::cycle {

// All must outlive the router.
void add_flow_routes(http::Router& router, const CycleProjection& projection,
                     const sales::WorkCalendar& calendar, const Clock& clock);

}  // namespace stagecoach::cycle
