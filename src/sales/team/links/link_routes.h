// Invitations and one-time links over HTTP.
#pragma once

#include "platform/http/router.h"
#include "sales/team/sign_in/sign_in.h"

namespace stagecoach::sales {

// `desk` outlives the router.
void add_link_routes(http::Router& router, SignInDesk& desk);

}  // namespace stagecoach::sales
