// The first hour over HTTP.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_tour_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
