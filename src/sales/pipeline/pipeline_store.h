// All SQL of pipelines.
#pragma once

#include <vector>

#include "journal/commands.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// The published version of every pipeline, oldest pipeline first.
std::vector<Pipeline> load_pipelines(db::Connection& connection);

// Stores `pipeline` as its next version (or its first), gives ids to it and to stages whose key is
// new, and notes PipelinePublished. Returns it as stored.
// REQUIRES: check_pipeline(pipeline).
Pipeline save_pipeline_version(journal::Work& work, Pipeline pipeline);

}  // namespace stagecoach::sales
