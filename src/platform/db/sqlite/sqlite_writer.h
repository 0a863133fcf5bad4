// The one thread that writes to a SQLite file. Calls that wait at the same time share a commit.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "platform/base/guarded.h"
#include "platform/db/database.h"
#include "platform/db/sqlite/sqlite_connection.h"

namespace stagecoach::db {

// Thread-safe.
//
// A group is BEGIN IMMEDIATE, each further call in a savepoint, COMMIT. A call that throws or says
// Keep::no loses its own effects only. When the commit fails, or SQLite undoes the transaction
// while a call runs (disk full, I/O error), every call of the group fails, the connection is closed
// and a new one opened for the next group: after a failed fsync nobody knows what is on disk, so it
// is never tried again on the same connection.
class SqliteWriter {
 public:
  struct Options {
    std::string path;
    std::chrono::milliseconds busy_timeout;
    size_t queued_max;
  };

  // `committed` is called on the writer thread after each group that kept something.
  SqliteWriter(Options options, std::unique_ptr<SqliteConnection> connection,
               std::function<void()> committed);
  ~SqliteWriter();  // carries out what is queued first

  // `Patience::some`: others who wait at the same time are more urgent, so that what f does at
  // length (db::is_awaited) need not stop for it. It shares its commit with no other.
  enum class Patience { none, some };
  Keep write(FunctionRef<Keep(Connection&)> f, Patience patience = Patience::none);
  void submit(std::function<Keep(Connection&)> f, std::function<void(std::exception_ptr)> done);

  // On the writer thread, alone, outside any transaction.
  void change_schema(FunctionRef<void(Connection&)> f);

  // Writes that have not begun.
  size_t waiting() const;
  // The failure of the last group, until a group succeeds.
  std::optional<std::string> trouble() const;

 private:
  struct Submitted;  // a call that owns its callables

  // One waiting write, on the stack of the waiting thread or inside a Submitted.
  struct Call {
    FunctionRef<Keep(Connection&)> work;
    FunctionRef<void(SqliteConnection&)> alone;  // instead of work: runs outside a transaction
    FunctionRef<void(std::exception_ptr)> done;
    std::exception_ptr error;
    Submitted* owner = nullptr;  // told instead of done
    Keep kept = Keep::no;
    bool urgent = true;
  };

  void enqueue(Call* call);
  void run_until_stopped();
  Call* next(size_t group_size);  // null ends the group
  Call* take_first();             // mutex_ is held
  void run_alone(Call& call);
  void run_group(Call* first_call);
  void run_in_group(Call& call, bool first);
  static void finish(Call& call, const std::optional<Failure>& lost);
  void open_again();
  void close();

  const Options options_;
  const std::function<void()> committed_;
  std::unique_ptr<SqliteConnection> connection_;  // writer thread only; null while it cannot open
  Guarded<std::optional<std::string>> trouble_;

  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Call*> waiting_;          // protected by mutex_
  size_t urgent_ = 0;                  // of those waiting; protected by mutex_
  std::atomic<bool> awaited_ = false;  // urgent_ > 0, for the call that runs
  bool stopping_ = false;              // protected by mutex_
  std::thread thread_;                 // last: uses all of the above
};

}  // namespace stagecoach::db
