// /api/custom-fields: the definitions of an organisation's own fields.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// Both must outlive the router.
void add_custom_field_routes(http::Router& router, journal::CommandRunner& commands,
                             const PipelineCatalog& catalog);

}  // namespace stagecoach::sales
