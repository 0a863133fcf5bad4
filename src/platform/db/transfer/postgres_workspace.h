// A workspace of PostgreSQL, written to a SQLite file and read from one.
#pragma once

#include "platform/db/sqlite/sqlite_connection.h"
#include "platform/db/transfer/workspace_file.h"

namespace stagecoach::db {

// As save_workspace, into an empty file that is open as a builder.
Result<SavedWorkspace> save_postgres(const std::string& url, const OpenOptions& options,
                                     SqliteConnection& file, FunctionRef<void()> pause);

// As restore_workspace.
Result<RestoredWorkspace> restore_postgres(WorkspaceFile& file, const std::string& url,
                                           const OpenOptions& options, Replace replace,
                                           const std::string& mark,
                                           FunctionRef<void(Connection&)> prepare);

}  // namespace stagecoach::db
