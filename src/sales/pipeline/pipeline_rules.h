// What makes a pipeline fit to be published.
#pragma once

#include "platform/base/result.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// Refuses (invalid, with the path of each field) duplicate keys of stages or criteria, no open
// stage, no won or lost stage, two stages of one closed kind, a stage without a name, and criteria
// whose kind lacks what it measures or that nest deeper than three levels.
Result<void> check_pipeline(const Pipeline& pipeline);

}  // namespace stagecoach::sales
