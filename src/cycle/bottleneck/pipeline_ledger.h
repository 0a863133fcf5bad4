// The ledger of a pipeline's selected deals, out of the projection.
#pragma once

#include "cycle/bottleneck/bottleneck_search.h"
#include "cycle/projection/cycle_snapshot.h"
#include "cycle/projection/deal_selection.h"
#include "sales/deals/deal_worth.h"

namespace stagecoach::cycle {

// As of `as_of`, in seconds. Stays are drawn together by account, those of deals without one by
// deal. Flow counts in won deals: its value is 1, its starts are those of the last 365 days.
Searched searched_in(const PipelineColumns& columns, const DealSelection& selection,
                     const std::vector<sales::DealAccount>& accounts, std::int64_t as_of);

}  // namespace stagecoach::cycle
