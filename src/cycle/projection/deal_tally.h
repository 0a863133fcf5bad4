// Counts the deals of a snapshot into a CycleTally.
//
// Plain deals (plain_way.h) are counted from their packed columns: one pass over the visits without
// a branch, one over the deals. The others are counted as an exported file's are. Both say the same
// (the tests hold them against each other).
#pragma once

#include "cycle/projection/cycle_snapshot.h"
#include "cycle/projection/deal_selection.h"
#include "cycle/tally.h"

namespace stagecoach::cycle {

// Beyond some hundred thousand entries durations are rounded: sorting millions of them would cost a
// hundred times the counting, and change no figure by more than an hour and a half in a month.
Resolution resolution_for(const PipelineColumns& columns);

// What the selected deals come to as of `as_of`, in seconds.
CycleTally tally_of(const PipelineColumns& columns, const DealSelection& selection,
                    std::int64_t as_of);

}  // namespace stagecoach::cycle
