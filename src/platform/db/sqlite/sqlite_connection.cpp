#include "platform/db/sqlite/sqlite_connection.h"

#include <cassert>

#include "platform/db/placeholders.h"
#include "platform/db/sqlite/sqlite_failure.h"

namespace stagecoach::db {
namespace {

constexpr size_t kCachedStatements = 256;

// The statement sits on a row for as long as its callback runs.
class SqliteRow final : public Row {
 public:
  SqliteRow(sqlite3_stmt* statement, std::string_view sql) : statement_(statement), sql_(sql) {}

  int columns() const override { return sqlite3_column_count(statement_); }
  bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override {
    expect(column, type(column) == SQLITE_INTEGER, "an integer");
    return sqlite3_column_int64(statement_, column);
  }
  bool boolean(int column) const override { return integer(column) != 0; }
  double real(int column) const override {
    const int found = type(column);
    expect(column, found == SQLITE_FLOAT || found == SQLITE_INTEGER, "a number");
    return sqlite3_column_double(statement_, column);
  }
  std::string_view text(int column) const override {
    expect(column, type(column) == SQLITE_TEXT, "text");
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {data, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
  }
  std::string_view blob(int column) const override {
    expect(column, type(column) == SQLITE_BLOB, "bytes");
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  int type(int column) const {
    assert(column >= 0 && column < columns());
    return sqlite3_column_type(statement_, column);
  }
  void expect(int column, bool fits, const char* wanted) const {
    if (fits) return;
    throw Failure(Failure::Kind::other, "column " + std::to_string(column) + " is not " + wanted +
                                            " in: " + std::string(sql_));
  }

  sqlite3_stmt* statement_;
  std::string_view sql_;
};

// Returns a statement to its unbound, unstarted state whatever happens.
class Reset {
 public:
  Reset(sqlite3_stmt* statement, bool* in_use) : statement_(statement), in_use_(in_use) {
    if (in_use_) *in_use_ = true;
  }
  Reset(const Reset&) = delete;
  Reset& operator=(const Reset&) = delete;
  ~Reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    if (in_use_) *in_use_ = false;
  }

 private:
  sqlite3_stmt* statement_;
  bool* in_use_;
};

void execute_now(sqlite3* db, const char* sql) {
  if (const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
    throw_sqlite_failure(db, sqlite3_extended_errcode(db), sql);
}

// temp_store=MEMORY: what a statement changed, so that it can be undone, is kept in memory. Else it
// goes to a file at 64 KB, and a new deal changes more pages of indexes than that: a file made,
// written and deleted for most statements of an import. Within a savepoint the log is walked from
// its start by every statement, so long work should come without one (SqliteWriter).
// synchronous=FULL: a commit is on disk before it is acknowledged. Debian builds SQLite with
// secure_delete, which writes every freed page once more; FAST clears what it writes anyway.
constexpr const char* kWriterPragmas = R"(
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA journal_size_limit = 67108864;
  PRAGMA cache_size = -65536;
  PRAGMA secure_delete = FAST;
  PRAGMA temp_store = MEMORY;
  PRAGMA cell_size_check = ON)";
constexpr const char* kReaderPragmas = R"(
  PRAGMA cache_size = -16384;
  PRAGMA cell_size_check = ON)";
constexpr const char* kBuilderPragmas = R"(
  PRAGMA journal_mode = DELETE;
  PRAGMA synchronous = OFF;
  PRAGMA foreign_keys = OFF;
  PRAGMA cache_size = -16384)";

const char* pragmas_of(SqliteConnection::Mode mode) {
  switch (mode) {
    case SqliteConnection::Mode::writer:
      return kWriterPragmas;
    case SqliteConnection::Mode::reader:
      return kReaderPragmas;
    case SqliteConnection::Mode::builder:
      return kBuilderPragmas;
  }
  return "";
}

constexpr int kPagesAtOnce = 1024;  // copied between two pauses

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, Mode mode,
                                   std::chrono::milliseconds busy_timeout)
    : cache_(kCachedStatements) {
  const int access =
      mode == Mode::reader ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened,
                                   access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  db_.reset(opened);
  if (code != SQLITE_OK) throw_sqlite_failure(opened, code, "open " + path);
  sqlite3_busy_timeout(opened, static_cast<int>(busy_timeout.count()));
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  execute_now(opened, pragmas_of(mode));
}

void SqliteConnection::fail(int code, std::string_view sql) {
  throw_sqlite_failure(db_.get(), code, sql);
}

SqliteConnection::Statement SqliteConnection::prepare(std::string_view sql) {
  const std::string text = question_mark_placeholders(sql);
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(db_.get(), text.data(), static_cast<int>(text.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code, sql);
  return Statement(statement);
}

void SqliteConnection::bind(sqlite3_stmt* statement, std::string_view sql,
                            std::span<const Param> params) {
  int at = 0;
  for (const Param& param : params) {
    ++at;
    int code = SQLITE_OK;
    // Borrowed bytes: run() steps and resets within the call that lends them. An empty view may
    // have a null pointer, which SQLite would store as NULL.
    const std::string_view bytes = param.bytes();
    const char* data = bytes.empty() ? "" : bytes.data();
    if (param.is_null()) {
      code = sqlite3_bind_null(statement, at);
    } else {
      switch (param.kind()) {
        case Param::Kind::boolean:
        case Param::Kind::integer:
          code = sqlite3_bind_int64(statement, at, param.integer());
          break;
        case Param::Kind::real:
          code = sqlite3_bind_double(statement, at, param.real());
          break;
        case Param::Kind::text:
          if (bytes.find('\0') != bytes.npos)
            throw Failure(Failure::Kind::other, "text with a NUL byte for: " + std::string(sql));
          code = sqlite3_bind_text64(statement, at, data, bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
          break;
        case Param::Kind::blob:
          code = sqlite3_bind_blob64(statement, at, data, bytes.size(), SQLITE_STATIC);
          break;
        case Param::Kind::untyped:
          assert(false && "only NULL is untyped");
      }
    }
    if (code != SQLITE_OK) fail(code, sql);
  }
  assert(sqlite3_bind_parameter_count(statement) == at && "every $n needs its value");
}

std::int64_t SqliteConnection::step_through(sqlite3_stmt* statement, std::string_view sql,
                                            RowSink sink) {
  const bool reads_only = sqlite3_stmt_readonly(statement) != 0;
  const SqliteRow row(statement, sql);
  bool wanted = static_cast<bool>(sink);
  for (;;) {
    const int code = sqlite3_step(statement);
    if (code == SQLITE_DONE) break;
    if (code != SQLITE_ROW) fail(code, sql);
    if (wanted) wanted = sink(row);
    // A change is always carried out whole, however few of its RETURNING rows are wanted.
    if (!wanted && reads_only) return 0;
  }
  return reads_only ? 0 : sqlite3_changes64(db_.get());
}

std::int64_t SqliteConnection::run(std::string_view sql, std::span<const Param> params,
                                   RowSink sink) {
  auto* cached = cache_.find(sql);
  if (cached && cached->in_use) {  // a row callback runs its own statement again
    const Statement once_more = prepare(sql);
    bind(once_more.get(), sql, params);
    return step_through(once_more.get(), sql, sink);
  }
  if (!cached) cached = &cache_.add(sql, prepare(sql));
  sqlite3_stmt* statement = cached->statement.get();
  const Reset reset(statement, &cached->in_use);
  bind(statement, sql, params);
  return step_through(statement, sql, sink);
}

void SqliteConnection::run_script(std::string_view sql) {
  execute_now(db_.get(), std::string(sql).c_str());
}

bool SqliteConnection::attempt(FunctionRef<bool()> f) {
  run("SAVEPOINT attempt", {}, {});
  const auto undo = [this] {
    if (!in_transaction()) return;  // SQLite undid everything by itself
    run("ROLLBACK TO attempt", {}, {});
    run("RELEASE attempt", {}, {});
  };
  bool keep = false;
  try {
    keep = f();
  } catch (...) {
    undo();
    throw;
  }
  if (keep)
    run("RELEASE attempt", {}, {});
  else
    undo();
  return keep;
}

std::vector<std::int64_t> SqliteConnection::reserve_ids(std::string_view table,
                                                        std::int64_t count) {
  assert(in_transaction());
  std::int64_t last = 0;
  const bool known = first(
                         "SELECT seq FROM sqlite_sequence WHERE name = $1",
                         [&](const Row& row) {
                           last = row.integer(0);
                           return true;
                         },
                         table)
                         .has_value();
  if (known)
    execute("UPDATE sqlite_sequence SET seq = seq + $2 WHERE name = $1", table, count);
  else
    execute("INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)", table, count);
  std::vector<std::int64_t> ids(static_cast<size_t>(count));
  for (std::int64_t& id : ids) id = ++last;
  return ids;
}

void SqliteConnection::copy_from(SqliteConnection& source, FunctionRef<void()> pause) {
  assert(source.in_transaction());
  sqlite3_backup* copy = sqlite3_backup_init(db_.get(), "main", source.db_.get(), "main");
  if (!copy) fail(sqlite3_extended_errcode(db_.get()), "begin a copy");
  int code = SQLITE_OK;
  try {
    while (code == SQLITE_OK) {
      pause();
      code = sqlite3_backup_step(copy, kPagesAtOnce);
    }
  } catch (...) {
    sqlite3_backup_finish(copy);
    throw;
  }
  if (const int end = sqlite3_backup_finish(copy); end != SQLITE_OK) fail(end, "copy");
  if (code != SQLITE_DONE) fail(code, "copy");
  execute_now(db_.get(), "PRAGMA journal_mode = DELETE");  // the first page says WAL
}

void SqliteConnection::roll_back() noexcept {
  if (in_transaction()) sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace stagecoach::db
