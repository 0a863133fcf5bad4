// GET /api/deals/{id}/outlook: whether an open deal will be won, when, and why that is said.
#pragma once

#include "cycle/prediction/predictions.h"
#include "cycle/projection/cycle_projection.h"
#include "platform/http/router.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::cycle {

// All must outlive the router.
void add_outlook_route(http::Router& router, const CycleProjection& projection,
                       Predictions& predictions, const sales::WorkCalendar& calendar,
                       const Clock& clock);

}  // namespace stagecoach::cycle
