// A session with a SQLite file.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "platform/db/connection.h"
#include "platform/db/statement_cache.h"

namespace stagecoach::db {

class SqliteConnection final : public Connection {
 public:
  // A builder fills a file of its own that nobody else sees yet: without WAL, without foreign keys,
  // and what it writes is on disk only when its owner has seen to that.
  enum class Mode { writer, reader, builder };

  // Opens and configures (a writer: WAL, synchronous=FULL, foreign keys). A writer and a builder
  // create the file when there is none; a reader needs a writer to have opened it before. Throws
  // Failure.
  SqliteConnection(const std::string& path, Mode mode, std::chrono::milliseconds busy_timeout);

  Engine engine() const override { return Engine::sqlite; }
  std::int64_t run(std::string_view sql, std::span<const Param> params, RowSink sink) override;
  void run_script(std::string_view sql) override;
  bool attempt(FunctionRef<bool()> f) override;
  void lock_until_commit(std::string_view) override {}
  std::vector<std::int64_t> reserve_ids(std::string_view table, std::int64_t count) override;

  // False also after SQLite has undone the whole transaction by itself (disk full, I/O error).
  bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
  // Ends the transaction, if there still is one, without keeping anything. Does not throw.
  void roll_back() noexcept;
  // Closing writes nothing: after a failed fsync its retry could claim what is not on disk.
  void leave_wal_as_it_is() noexcept {
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }
  // Becomes a page by page copy of `source`, a reader inside a transaction, and a file without WAL.
  // `pause` is called before every some megabytes; what it throws ends the copy. REQUIRES: this is
  // a builder.
  void copy_from(SqliteConnection& source, FunctionRef<void()> pause);
  // Makes the statement that is running fail soon. From any thread.
  void interrupt() { sqlite3_interrupt(db_.get()); }
  // Whether others wait for the writer; see db::is_awaited. `awaited` must outlive the connection.
  void ask_awaited(const std::atomic<bool>* awaited) { awaited_ = awaited; }
  bool is_awaited() const { return awaited_ && awaited_->load(std::memory_order_relaxed); }
  size_t cached_statements() const { return cache_.size(); }

 private:
  struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

  Statement prepare(std::string_view sql);
  void bind(sqlite3_stmt* statement, std::string_view sql, std::span<const Param> params);
  std::int64_t step_through(sqlite3_stmt* statement, std::string_view sql, RowSink sink);
  [[noreturn]] void fail(int code, std::string_view sql);

  std::unique_ptr<sqlite3, CloseDatabase> db_;
  StatementCache<Statement> cache_;
  const std::atomic<bool>* awaited_ = nullptr;
};

}  // namespace stagecoach::db
