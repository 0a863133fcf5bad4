// Publishing pipelines.
#pragma once

#include <vector>

#include "journal/commands.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// Publishes `pipeline` as the next version of the pipeline with its key, or as a new pipeline.
// Stages keep their ids by key; a stage that deals are in cannot be left out (refused).
Result<Pipeline> publish_pipeline(journal::Work& work, Pipeline pipeline);

// Publishes the built-in pipelines that are not there yet. Part of setting up a workspace.
Result<std::vector<Pipeline>> install_builtin_pipelines(journal::Work& work);

}  // namespace stagecoach::sales
