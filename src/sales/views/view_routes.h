// /api/views: lists that people keep.
#pragma once

#include "platform/http/router.h"
#include "sales/deals/deal_routes.h"

namespace stagecoach::sales {

void add_view_routes(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales
