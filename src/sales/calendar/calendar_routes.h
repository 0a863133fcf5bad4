// The calendar feed over HTTP: made and ended by its person, read by whoever has its address.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_calendar_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
