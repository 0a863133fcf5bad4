// The effect of a draft, its publication, and archiving a pipeline.
#pragma once

#include "platform/http/router.h"
#include "sales/deals/deal_routes.h"

namespace stagecoach::sales {

void add_standards_routes(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales
