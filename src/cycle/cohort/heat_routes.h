// GET /api/cycle/heat-map: how long deals stay and how many go on, by stage and month of entry,
// over the deals the viewer sees.
#pragma once

#include "cycle/projection/cycle_projection.h"
#include "platform/http/router.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::cycle {

// All must outlive the router.
void add_heat_map_route(http::Router& router, const CycleProjection& projection,
                        const sales::WorkCalendar& calendar, const Clock& clock);

}  // namespace stagecoach::cycle
