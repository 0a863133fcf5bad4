// GET /api/cycle/bottleneck and /api/cycle/what-if: which stage is worth fixing, and what would
// come of it. Both answer at once; while the search goes on they say how far it is.
#pragma once

#include "cycle/bottleneck/bottleneck_search.h"
#include "cycle/projection/cycle_projection.h"
#include "platform/http/router.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::cycle {

// All must outlive the router.
void add_bottleneck_routes(http::Router& router, const CycleProjection& projection,
                           BottleneckSearches& searches, db::Database& database,
                           const sales::WorkCalendar& calendar, const Clock& clock);

}  // namespace stagecoach::cycle
