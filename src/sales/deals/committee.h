// The buying committee among the facts of its deal.
#pragma once

#include "journal/commands.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

// Files anew which roles are filled and whether anybody can be reached, without saving.
void recount_committee(journal::Work& work, Deal& deal);

}  // namespace stagecoach::sales
