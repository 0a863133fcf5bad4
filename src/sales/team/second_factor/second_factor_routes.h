// Second factors over HTTP: one's own, and for owners everybody's.
#pragma once

#include "platform/http/router.h"
#include "sales/team/sign_in/sign_in.h"

namespace stagecoach::sales {

// `desk` outlives the router.
void add_second_factor_routes(http::Router& router, SignInDesk& desk);

}  // namespace stagecoach::sales
