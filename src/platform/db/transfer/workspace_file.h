// A workspace as one SQLite file that nobody writes to: the form of every backup, whatever engine
// it comes from and goes to.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "platform/base/result.h"
#include "platform/db/database.h"
#include "platform/db/transfer/rows.h"

namespace stagecoach::db {

// What was written, to be compared with what is read back.
struct SavedWorkspace {
  int schema_version = 0;
  RowCounts rows;
};

// Writes the workspace at `url` (as for Database::open) as it is at one moment into `file`, which
// is empty or absent. Works while servers use and change the workspace, and disturbs none of them.
// The file is not flushed to disk. Refused: no such workspace, one of another program or of a newer
// schema. Throws Failure: a full disk, a lost connection, a stop.
Result<SavedWorkspace> save_workspace(const std::string& url, const OpenOptions& options,
                                      const std::string& file, const std::stop_token& stop = {});

// A workspace file, read and checked.
struct WorkspaceFile {
  std::unique_ptr<Connection> connection;  // a reader
  int schema_version = 0;
  std::vector<StoredTable> tables;

  // Makes the statement that is running fail soon. From any thread.
  void interrupt();
};
// Refused: no such file, one of another program, one that is cut short or damaged, one of a newer
// schema. Reads the whole file. Throws Failure where it is told to stop.
Result<WorkspaceFile> open_workspace_file(const std::string& file,
                                          const std::stop_token& stop = {});

// Whether the file begins as a workspace and is as long as it says: found out without reading it.
bool looks_whole(const std::string& file);

// What becomes of a workspace that is there already.
enum class Replace { no, set_aside };

struct RestoredWorkspace {
  std::string set_aside;  // file or schema of the former workspace; empty: there was none
};

// Makes the workspace at `url` the one in `file`, whole or not at all. `prepare` changes it before
// anybody sees it. `mark` ends the name of what is set aside. Refused: a workspace that is open in
// a server; one that is there, with Replace::no; a folder or server that is not.
Result<RestoredWorkspace> restore_workspace(WorkspaceFile& file, const std::string& url,
                                            const OpenOptions& options, Replace replace,
                                            const std::string& mark,
                                            FunctionRef<void(Connection&)> prepare);

}  // namespace stagecoach::db
