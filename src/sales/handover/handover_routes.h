// Handing over, and leaving: /api/users/{id}/handovers, /deactivations and /holdings, and
// /api/handovers/{seq}/undo.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/team/sign_in/sessions.h"

namespace stagecoach::sales {

// Both must outlive the router.
void add_handover_routes(http::Router& router, journal::CommandRunner& commands,
                         const Sessions& sessions);

}  // namespace stagecoach::sales
