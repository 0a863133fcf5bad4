// What deals may be asked for: the fields of the filters of their lists, in one table.
#pragma once

#include "sales/deals/views/deal_list.h"
#include "sales/lists/filter.h"

namespace stagecoach::sales {

// Refers to `reading`.
FilterFields deal_filter_fields(const DealReading& reading);

// `query` with what its groups of conditions ask for in any case (a stage, an owner, a team, an
// account) as filters of its own, by which an index is chosen.
DealQuery narrowed(const DealQuery& query, const FilterPart& where, const Viewer& viewer);

}  // namespace stagecoach::sales
