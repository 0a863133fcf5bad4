// /api/forecast/changes, /targets, /submissions: what is stored about a forecast, and how it moved.
// What lands, and how sure that is, is said by cycle/forecast.
#pragma once

#include "platform/http/router.h"
#include "sales/deals/deal_routes.h"

namespace stagecoach::sales {

void add_forecast_routes(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales
