// GET /api/audit.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_audit_route(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
