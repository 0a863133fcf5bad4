// People and teams over HTTP.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/team/sign_in/password.h"
#include "sales/team/sign_in/sessions.h"
#include "sales/team/team_commands.h"

namespace stagecoach::sales {

// All outlive the router.
void add_team_routes(http::Router& router, journal::CommandRunner& commands, Passwords& passwords,
                     Sessions& sessions, const BringRecords& bring_records);

}  // namespace stagecoach::sales
