// GET and POST /api/backups.
#pragma once

#include "backup/backup_keeper.h"
#include "journal/commands.h"
#include "platform/http/router.h"

namespace stagecoach::backup {

// Both must outlive the router.
void add_backup_routes(http::Router& router, journal::CommandRunner& commands,
                       BackupKeeper& keeper);

}  // namespace stagecoach::backup
