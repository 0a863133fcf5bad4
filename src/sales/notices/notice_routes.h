// Notices over HTTP: what one is told of, and of which kinds.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_notice_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
