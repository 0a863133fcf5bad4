// Lists as files: what a list shows, as CSV for spreadsheets.
#pragma once

#include "platform/http/router.h"
#include "sales/deals/deal_routes.h"

namespace stagecoach::exchange {

// GET /api/deals.csv, accounts.csv, contacts.csv and activities.csv take the filters of their
// lists, products.csv and users.csv have none; each gives every row the caller may see, page by
// page as he reads: UTF-8 with a byte order mark, no cell a spreadsheet would run. Rows saved while
// it streams may be in it or not. What the context refers to must outlive the router.
void add_export_routes(http::Router& router, const sales::SalesContext& context);

// Those of activities, products and users; part of the above.
void add_further_lists(http::Router& router, const sales::SalesContext& context);

}  // namespace stagecoach::exchange
