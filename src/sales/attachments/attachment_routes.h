// /api/deals/{id}/attachments and /api/attachments.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/attachments/attachment.h"

namespace stagecoach::sales {

void add_attachment_routes(http::Router& router, journal::CommandRunner& commands,
                           const AttachmentLimits& limits);

}  // namespace stagecoach::sales
