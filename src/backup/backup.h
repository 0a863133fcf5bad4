// Making a backup and coming back from one. The form of a backup is in
// platform/db/transfer/workspace_file.h.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "backup/backup_name.h"
#include "journal/verify.h"
#include "platform/db/transfer/workspace_file.h"

namespace stagecoach::backup {

struct BackupMade {
  std::string path;
  std::uint64_t bytes = 0;
  std::int64_t events = 0;
  std::optional<journal::Anchor> newest;  // see journal/verify.h; none: nothing has happened yet
};

// Writes the workspace as it is now to `path`, reads it all back – every page, every row counted,
// the chain of the journal – and only then gives it its name. Killed or refused, it leaves at most
// `path`.part, which the next call with the same workspace in the same folder removes. Works while
// the workspace is served. Refused: what is at `path` already; no such workspace; a copy that is
// not what it was made from, as where the journal itself has been tampered with. Throws db::Failure
// or std::filesystem::filesystem_error: the disk is full, the database went away, `stop`.
Result<BackupMade> make_backup(const Place& workspace, const std::string& path,
                               const std::stop_token& stop = {});

struct BackupRestored {
  std::int64_t events = 0;
  std::string set_aside;  // as in db::RestoredWorkspace
};

// Reads and checks the backup as make_backup does, and puts it in the place of the workspace.
// `prepare` changes it on the way. Refusals: db::restore_workspace and a journal that is not as
// recorded.
Result<BackupRestored> restore_backup(const std::string& file, const Place& workspace,
                                      db::Replace replace, Instant now,
                                      FunctionRef<void(db::Connection&)> prepare);

// One of a folder, as its name and its first page tell.
struct StoredBackup {
  std::string name;
  Instant made_at;
  std::uint64_t bytes = 0;
  bool whole = true;  // as long as when it was made
};

// The backups of this workspace in `folder`, the newest first; none where there is no such folder.
std::vector<StoredBackup> list_backups(const std::string& folder, std::string_view workspace);

}  // namespace stagecoach::backup
