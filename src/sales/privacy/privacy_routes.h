// POST /api/contacts/{id}/personal-data and POST /api/contacts/{id}/erasures.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_privacy_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
