// GET /api/search: deals, accounts and contacts by a piece of their text, for the palette.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_search_route(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
