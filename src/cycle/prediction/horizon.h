// How far the future is looked into: the 99th percentile of the time to close, a year at least,
// five at most. Pure functions, safe from any thread.
#pragma once

#include <cstdint>

#include "cycle/projection/cycle_snapshot.h"
#include "cycle/visits.h"

namespace stagecoach::cycle {

// As of `as_of`, in ticks of the table, or seconds of the columns.
std::int64_t horizon_days(const VisitTable& table, std::int64_t as_of);
std::int64_t horizon_days(const PipelineColumns& columns, std::int64_t as_of);

}  // namespace stagecoach::cycle
