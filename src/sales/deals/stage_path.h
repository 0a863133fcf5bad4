// The way of a deal through the stages, kept with it so that a look at the deal need not read its
// whole history. The journal stays the truth: it is asked where no path is kept (the deal was last
// moved by a version that kept none, its stage was taken from the pipeline, or it moved too often),
// and `stagecoach verify` holds the one against the other.
#pragma once

#include <vector>

#include "platform/db/connection.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

// Oldest first, the present stage last, without the moves that were undone. Never empty.
std::vector<StageEntered> path_of(db::Connection& connection, const Deal& deal);

}  // namespace stagecoach::sales
