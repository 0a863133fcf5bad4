// A workspace in a SQLite file: one writer thread, a pool of readers.
#pragma once

#include <memory>
#include <string>
#include <thread>

#include "platform/db/connection_pool.h"
#include "platform/db/database.h"
#include "platform/db/sqlite/search_indexer.h"
#include "platform/db/sqlite/sqlite_file.h"
#include "platform/db/sqlite/sqlite_writer.h"
#include "platform/db/wake_calls.h"

namespace stagecoach::db {

class SqliteDatabase final : public Database {
 public:
  // See Database::open.
  static Result<std::unique_ptr<Database>> open(const std::string& path,
                                                const OpenOptions& options);
  ~SqliteDatabase() override;

  Engine engine() const override { return Engine::sqlite; }
  Keep write(FunctionRef<Keep(Connection&)> f) override { return writer_.write(f); }
  void submit(std::function<Keep(Connection&)> f,
              std::function<void(std::exception_ptr)> done) override {
    writer_.submit(std::move(f), std::move(done));
  }
  Subscription on_commit(std::function<void()> wake) override {
    return wakes_.add(std::move(wake));
  }
  Health health() const override;

 private:
  SqliteDatabase(std::string path, const OpenOptions& options, FileLock lock,
                 std::unique_ptr<SqliteConnection> writer);

  void read_with(FunctionRef<void(Connection&)> f) override;
  void change_schema(FunctionRef<void(Connection&)> f) override { writer_.change_schema(f); }
  void check_in_background();

  const std::string path_;
  const FileLock lock_;
  WakeCalls wakes_;
  SqliteWriter writer_;
  ConnectionPool<SqliteConnection> readers_;

  Guarded<std::optional<std::string>> damage_;
  std::unique_ptr<SqliteConnection> checker_;  // used by check_, interrupted by the destructor
  std::thread check_;
  SearchIndexer indexer_;  // last: writes through all of the above
};

}  // namespace stagecoach::db
