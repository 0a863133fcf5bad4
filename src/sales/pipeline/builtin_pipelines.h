// The two pipelines every new workspace starts with (data/pipelines/*.json, compiled in).
#pragma once

#include <vector>

#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// B2B in seven stages and B2C in five, without ids. The files are checked by a test.
std::vector<Pipeline> builtin_pipelines();

}  // namespace stagecoach::sales
