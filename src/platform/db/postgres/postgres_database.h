// A workspace in a schema of a PostgreSQL server.
#pragma once

#include <memory>
#include <string>

#include "platform/base/guarded.h"
#include "platform/db/connection_pool.h"
#include "platform/db/database.h"
#include "platform/db/postgres/commit_notifier.h"
#include "platform/db/postgres/postgres_connection.h"
#include "platform/db/wake_calls.h"
#include "platform/db/worker_threads.h"

namespace stagecoach::db {

class PostgresDatabase final : public Database {
 public:
  // See Database::open.
  static Result<std::unique_ptr<Database>> open(const std::string& url, const OpenOptions& options);

  Engine engine() const override { return Engine::postgres; }
  Keep write(FunctionRef<Keep(Connection&)> f) override;
  void submit(std::function<Keep(Connection&)> f,
              std::function<void(std::exception_ptr)> done) override;
  Subscription on_commit(std::function<void()> wake) override {
    return wakes_.add(std::move(wake));
  }
  Health health() const override;

 private:
  PostgresDatabase(const std::string& url, const OpenOptions& options);

  void read_with(FunctionRef<void(Connection&)> f) override;
  void change_schema(FunctionRef<void(Connection&)> f) override;
  Keep write_on(PostgresConnection& connection, FunctionRef<Keep(Connection&)> f);

  WakeCalls wakes_;
  Guarded<std::optional<std::string>> trouble_;  // of the last write, until one succeeds
  CommitNotifier notifier_;
  ConnectionPool<PostgresConnection> readers_;
  ConnectionPool<PostgresConnection> writers_;
  WorkerThreads workers_;  // last: what is queued still uses all of the above
};

}  // namespace stagecoach::db
