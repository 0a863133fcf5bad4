// The file of a SQLite workspace: whose it is, and whether it is whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "platform/base/result.h"
#include "platform/db/sqlite/sqlite_connection.h"

namespace stagecoach::db {

// Held while the database is open, so that no second process becomes a writer: an advisory lock on
// PATH.lock, which the kernel drops when the process dies. The lock's file also remembers that the
// database was once complete, so that an empty file can be told from one that lost everything.
// Movable.
class FileLock {
 public:
  static Result<FileLock> take(const std::string& database_path);
  bool remembers_database() const;
  void remember_database();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// What root makes beside a database belongs to the database's owner, or its folder's: the account
// that serves it must be able to open it. Does nothing for others.
void leave_to_owner(int descriptor, const std::string& database_path);

// Before anything is written beside it: accepts a path where there is no file, an empty file, or
// one that starts as a SQLite database of this program (or of nobody yet). Refuses all others.
Result<void> inspect_file(const std::string& path);

// Opens the writer, recovers what a crash left in the WAL, and refuses a file of another program or
// one that is cut short or damaged as far as the header and the schema tell. Takes milliseconds
// whatever the size; `find_damage` reads everything.
Result<std::unique_ptr<SqliteConnection>> open_writer(const std::string& path,
                                                      std::chrono::milliseconds busy_timeout);

// Marks an empty file as a database of this program.
void mark_as_ours(SqliteConnection& connection);

// How long a file that is no longer written to must be, by its own first page. nullopt: that cannot
// be read.
std::optional<std::uint64_t> length_by_header(const std::string& path);

// PRAGMA quick_check: the first damage found, or nullopt. Reads the whole file.
std::optional<std::string> find_damage(SqliteConnection& connection);

}  // namespace stagecoach::db
