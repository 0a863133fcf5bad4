// GET /api/duplicates, /api/duplicates/accounts and /contacts, POST /api/duplicates/distinctions.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_duplicate_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
