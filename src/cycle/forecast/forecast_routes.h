// GET /api/forecast: what lands in a month or quarter, and how sure that is.
#pragma once

#include "cycle/prediction/predictions.h"
#include "cycle/projection/cycle_projection.h"
#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::cycle {

// All must outlive the router.
void add_forecast_route(http::Router& router, const CycleProjection& projection,
                        Predictions& predictions, db::Database& database,
                        const sales::PipelineCatalog& pipelines,
                        const sales::WorkCalendar& calendar, const Clock& clock);

}  // namespace stagecoach::cycle
