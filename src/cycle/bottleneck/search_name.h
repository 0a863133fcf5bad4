// What a search for the bottleneck is shared by. Pure.
#pragma once

#include <string>

#include "cycle/cycle_query.h"
#include "sales/team/viewer.h"

namespace stagecoach::cycle {

// The same for all who see the same deals of this pipeline, as far as that can be told from who
// they are, and ask the same. Never the same for two who see different ones.
std::string name_of_search(const sales::Viewer& viewer, const CycleQuery& query,
                           sales::PipelineId pipeline);

}  // namespace stagecoach::cycle
