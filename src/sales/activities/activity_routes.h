// /api/activities and /api/deals/{id}/next-step.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_activity_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
