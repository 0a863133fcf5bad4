// Deals as they are stored, for what follows the journal and tells people of them.
#pragma once

#include <vector>

#include "platform/db/connection.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

// Those of `ids` that exist, deleted ones too, in no particular order, in one query.
std::vector<Deal> deals_by_id(db::Connection& connection, const std::vector<DealId>& ids);

}  // namespace stagecoach::sales
