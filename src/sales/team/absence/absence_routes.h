// Absences over HTTP.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/team/sign_in/sessions.h"

namespace stagecoach::sales {

// Both must outlive the router.
void add_absence_routes(http::Router& router, journal::CommandRunner& commands, Sessions& sessions);

}  // namespace stagecoach::sales
