// /api/deals/bulk-previews and /api/deals/bulk-edits.
#pragma once

#include "platform/http/router.h"
#include "sales/deals/deal_routes.h"

namespace stagecoach::sales {

void add_bulk_edit_routes(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales
