// One workspace's database: a SQLite file or a PostgreSQL schema.
#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "platform/base/function_ref.h"
#include "platform/base/result.h"
#include "platform/db/connection.h"

namespace stagecoach::db {

// Whether the effects of a write stay.
enum class Keep { no, yes };

struct OpenOptions {
  std::string schema =
      "stagecoach";                // PostgreSQL only: the workspace; [a-z_][a-z0-9_]*, <= 48 long
  int readers = 4;                 // pooled read connections
  int writers = 8;                 // pooled write connections (PostgreSQL; SQLite has one)
  int queued_writes_max = 10'000;  // more waiting writes than this fail with Kind::busy
  std::chrono::milliseconds statement_timeout{30'000};  // PostgreSQL: per statement
  std::chrono::milliseconds busy_timeout{5'000};        // how long to wait for a lock or connection
};

struct Health {
  bool writable = true;            // false after a commit failed and until one succeeds again
  std::optional<Message> trouble;  // what to tell the operator: disk full, damage found, ...
};

// Thread-safe.
class Database {
 public:
  // `url`: "path/to/file.db", "sqlite:path", "postgres://…", "postgresql://…". Creates the file or
  // schema when there is none, and does not migrate it (see migrations.h).
  // Refuses, with a sentence for the operator: a file that is no database, is cut short or damaged,
  // belongs to another program or is open in another process; a server that cannot be reached.
  static Result<std::unique_ptr<Database>> open(const std::string& url,
                                                const OpenOptions& options = {});
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;  // waits for running calls; queued writes are still carried out

  virtual Engine engine() const = 0;

  // Returns f(Connection&), run on a pooled read connection in one read-only transaction: all its
  // statements see the same moment. Waits for a free connection at most busy_timeout.
  template <class F>
  auto read(F&& f) -> std::invoke_result_t<F&, Connection&> {
    using R = std::invoke_result_t<F&, Connection&>;
    if constexpr (std::is_void_v<R>) {
      read_with(f);
    } else {
      std::optional<R> result;
      read_with([&](Connection& connection) { result.emplace(f(connection)); });
      return *std::move(result);
    }
  }

  // Runs f in a write transaction. Keep::yes keeps its effects; Keep::no or an exception (which
  // goes on to the caller) undoes them, and only them. Returns when the effects are durable; a
  // Failure means they were not kept, except for Kind::connection_lost, where nobody knows.
  //
  // SQLite: f runs on the one writer thread, which groups calls that wait at the same time into one
  // commit, a savepoint each; when the commit fails every call of the group gets the Failure. So f
  // must be short, must not wait for other threads and must not call write.
  // PostgreSQL: f runs on the calling thread with a pooled connection and a transaction of its own.
  virtual Keep write(FunctionRef<Keep(Connection&)> f) = 0;

  // The same without waiting: `done` is called once, with null after a durable success and else the
  // exception, from the writer thread (SQLite) or a worker (PostgreSQL); it must be quick and must
  // not throw. Throws Kind::busy, calling nothing, when too many writes are waiting.
  virtual void submit(std::function<Keep(Connection&)> f,
                      std::function<void(std::exception_ptr)> done) = 0;

  // Called soon after commits that kept something – by this process, or on PostgreSQL by any node –
  // from a thread of the database; must be quick and not throw. Calls may be merged and, when a
  // connection breaks, lost: whoever waits should also look now and then. Dropping the returned
  // handle ends it.
  using Subscription = std::shared_ptr<void>;
  [[nodiscard]] virtual Subscription on_commit(std::function<void()> wake) = 0;

  virtual Health health() const = 0;

 protected:
  Database() = default;
  virtual void read_with(FunctionRef<void(Connection&)> f) = 0;

  // Runs schema changes in one exclusive transaction with foreign keys checked at its end.
  friend class Migrator;
  virtual void change_schema(FunctionRef<void(Connection&)> f) = 0;
};

}  // namespace stagecoach::db
