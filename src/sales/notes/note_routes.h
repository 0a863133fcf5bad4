// /api/deals/{id}/notes and /api/notes.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::sales {

void add_note_routes(http::Router& router, journal::CommandRunner& commands);

}  // namespace stagecoach::sales
