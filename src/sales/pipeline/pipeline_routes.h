// GET /api/pipelines.
#pragma once

#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// Both must outlive the router.
void add_pipeline_routes(http::Router& router, const PipelineCatalog& catalog);

}  // namespace stagecoach::sales
