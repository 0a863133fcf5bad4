// GET /api/pipelines, PUT /api/pipelines/{key}.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// All three must outlive the router.
void add_pipeline_routes(http::Router& router, journal::CommandRunner& commands,
                         PipelineCatalog& catalog);

}  // namespace stagecoach::sales
