// A session with a PostgreSQL server, always in libpq's pipeline mode.
#pragma once

#include <libpq-fe.h>

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "platform/db/connection.h"
#include "platform/db/database.h"
#include "platform/db/postgres/postgres_result.h"
#include "platform/db/statement_cache.h"

namespace stagecoach::db {

// The advisory lock, as SQL, that every process shares while it has the workspace open.
std::string open_lock_of(std::string_view schema);

// A statement that nobody waits for costs no round trip: queued ones, and the BEGIN of every
// transaction, travel with the next statement whose result is wanted.
//
// Values: integers, reals and bytes are sent typed and binary; text and flags untyped, so that the
// server reads them as whatever the statement needs there (text or JSON, boolean or integer).
class PostgresConnection final : public Connection {
 public:
  // Connects and sets up the session: the workspace's schema, time-outs, durable commits. Throws
  // Failure (connection_lost when the server cannot be reached).
  PostgresConnection(const std::string& url, const OpenOptions& options);
  ~PostgresConnection() override;

  Engine engine() const override { return Engine::postgres; }
  std::int64_t run(std::string_view sql, std::span<const Param> params, RowSink sink) override;
  void stream_of(std::string_view sql, std::span<const Param> params, RowSink sink) override;
  void queue_of(std::string_view sql, std::span<const Param> params) override;
  void flush() override;
  void run_script(std::string_view sql) override;
  bool attempt(FunctionRef<bool()> f) override;
  void lock_until_commit(std::string_view name) override;
  std::vector<std::int64_t> reserve_ids(std::string_view table, std::int64_t count) override;

  enum class Access { read, write };
  void begin(Access access);
  // Throws when nothing was kept (also when a failed statement had aborted the transaction and its
  // failure was swallowed), or Kind::connection_lost, when nobody knows.
  void commit();
  // Ends a read without waiting for the server to say so.
  void end_read();
  // Undoes what there is. Returns false when the connection is of no use any more.
  bool roll_back() noexcept;

  // Whether the server still seems to be there; a few microseconds.
  bool is_alive();
  int server_version() const { return PQserverVersion(connection_.get()); }
  PGconn* raw() { return connection_.get(); }

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  // Leaves its name behind for the server to forget, unless the server never knew it.
  struct Prepared {
    Prepared(std::string n, std::vector<Param::Kind> k, std::vector<std::string>& forgotten)
        : name(std::move(n)), kinds(std::move(k)), forgotten_(&forgotten) {}
    Prepared(Prepared&& other) noexcept = default;
    Prepared& operator=(Prepared&&) = delete;
    ~Prepared() {
      if (!name.empty()) forgotten_->push_back(std::move(name));
    }

    std::string name;
    std::vector<Param::Kind> kinds;

   private:
    std::vector<std::string>* forgotten_;
  };
  // What the server still owes us, in order.
  struct Pending {
    enum class What { prepare, execute, sync } what;
    std::string sql;
  };
  struct Received {
    PostgresResult result;     // of the last statement
    std::exception_ptr error;  // of the first that failed
  };

  void configure(const OpenOptions& options);
  const std::string& prepared(std::string_view sql, std::span<const Param> params);
  void send(std::string_view sql, std::span<const Param> params);
  void sync();
  void settle() noexcept;
  void receive_one(const Pending& pending, Received& received);
  Received receive_all();
  [[noreturn]] void fail(std::string_view doing);

  std::unique_ptr<PGconn, Finish> connection_;
  std::vector<std::string> forgotten_;  // to be deallocated before the next transaction
  StatementCache<Prepared> cache_;
  std::deque<Pending> pending_;
  std::int64_t prepared_count_ = 0;

  // Reused for every statement.
  std::string text_;
  std::vector<std::int64_t> binary_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

}  // namespace stagecoach::db
