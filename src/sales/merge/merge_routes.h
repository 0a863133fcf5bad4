// GET /api/accounts/{id}/merge-preview, POST /api/accounts/{id}/merges, the same of contacts, and
// POST /api/merges/{seq}/undo.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_merge_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
