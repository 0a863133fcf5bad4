// POST /api/users/{id}/handovers.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_handover_route(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
