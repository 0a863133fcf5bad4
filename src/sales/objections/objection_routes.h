// /api/deals/{id}/objections and /api/objections.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

void add_objection_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
