#include "platform/db/postgres/postgres_connection.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <charconv>
#include <cstring>

namespace stagecoach::db {
namespace {

constexpr size_t kCachedStatements = 256;
// Queued statements are waited for after so many, to bound what is held for them on both sides.
constexpr size_t kPendingMax = 1024;

Oid type_of(Param::Kind kind) {
  switch (kind) {
    case Param::Kind::integer:
      return 20;
    case Param::Kind::real:
      return 701;
    case Param::Kind::blob:
      return 17;
    case Param::Kind::text:
    case Param::Kind::boolean:
    case Param::Kind::untyped:
      break;
  }
  return 0;  // the server infers it
}

// Whether a statement prepared for `known` takes `param`: any NULL, and whatever has the same type.
bool fits(Param::Kind known, const Param& param) {
  return param.is_null() ||
         (known != Param::Kind::untyped && type_of(known) == type_of(param.kind()));
}

std::int64_t network_order(std::int64_t value) {
  static_assert(std::endian::native == std::endian::little);
  return static_cast<std::int64_t>(__builtin_bswap64(static_cast<std::uint64_t>(value)));
}

std::int64_t rows_changed(PGresult* result) {
  const std::string_view status = PQcmdStatus(result);
  if (status.starts_with("SELECT")) return 0;
  const std::string_view text = PQcmdTuples(result);
  std::int64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

}  // namespace

std::string open_lock_of(std::string_view schema) {
  return "hashtextextended('" + std::string(schema) + "/open', 0)";
}

PostgresConnection::PostgresConnection(const std::string& url, const OpenOptions& options)
    : cache_(kCachedStatements) {
  const std::array<const char*, 7> keys{"dbname",
                                        "connect_timeout",
                                        "tcp_user_timeout",
                                        "keepalives_idle",
                                        "client_encoding",
                                        "fallback_application_name",
                                        nullptr};
  const std::array<const char*, 7> values{url.c_str(), "5",          "15000", "30",
                                          "UTF8",      "stagecoach", nullptr};
  connection_.reset(PQconnectdbParams(keys.data(), values.data(), /*expand_dbname=*/1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) fail("connect");
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  configure(options);
  if (!PQenterPipelineMode(connection_.get())) fail("enter pipeline mode");
}

PostgresConnection::~PostgresConnection() = default;

void PostgresConnection::fail(std::string_view doing) {
  std::rethrow_exception(postgres_failure(nullptr, connection_.get(), doing));
}

// The schema's name was checked by PostgresDatabase::open. A server that is told to acknowledge
// commits before they are on disk is overruled; one that waits for its standbys is not.
void PostgresConnection::configure(const OpenOptions& options) {
  const std::string sql =
      "SET search_path TO " + options.schema + "; SET TIME ZONE 'UTC'; SET jit = off;" +
      "SET statement_timeout = " + std::to_string(options.statement_timeout.count()) + ";" +
      "SET lock_timeout = " + std::to_string(options.busy_timeout.count()) + ";" +
      "SET idle_in_transaction_session_timeout = '5min';" +
      "SELECT set_config('synchronous_commit', 'on', false)"
      " WHERE current_setting('synchronous_commit') = 'off'";
  const PostgresResult done(PQexec(connection_.get(), sql.c_str()));
  const auto status = PQresultStatus(done.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    std::rethrow_exception(postgres_failure(done.get(), connection_.get(), sql));
}

const std::string& PostgresConnection::prepared(std::string_view sql,
                                                std::span<const Param> params) {
  std::vector<Param::Kind> kinds(params.size(), Param::Kind::untyped);
  if (const auto* known = cache_.find(sql)) {
    const auto& have = known->statement.kinds;
    assert(have.size() == params.size() && "one text, one number of parameters");
    if (std::equal(have.begin(), have.end(), params.begin(), fits)) return known->statement.name;
    kinds = have;
    cache_.forget(sql);
  }
  std::vector<Oid> types;
  for (size_t i = 0; i < params.size(); ++i) {
    if (params[i].kind() != Param::Kind::untyped) kinds[i] = params[i].kind();
    types.push_back(type_of(kinds[i]));
  }
  const std::string name = "s" + std::to_string(++prepared_count_);
  if (!PQsendPrepare(connection_.get(), name.c_str(), std::string(sql).c_str(),
                     static_cast<int>(types.size()), types.data()))
    fail(sql);
  pending_.push_back({Pending::What::prepare, std::string(sql)});
  return cache_.add(sql, Prepared(name, std::move(kinds), forgotten_)).statement.name;
}

void PostgresConnection::send(std::string_view sql, std::span<const Param> params) {
  const std::string& name = prepared(sql, params);
  const size_t count = params.size();
  values_.assign(count, nullptr);
  lengths_.assign(count, 0);
  formats_.assign(count, 0);
  binary_.resize(count);
  text_.clear();
  size_t text_size = 0;
  for (const Param& param : params) text_size += param.bytes().size() + 1;
  text_.reserve(text_size);  // so that pointers into it hold
  for (size_t i = 0; i < count; ++i) {
    const Param& param = params[i];
    if (param.is_null()) continue;
    switch (param.kind()) {
      case Param::Kind::integer:
      case Param::Kind::real:
        binary_[i] = network_order(param.kind() == Param::Kind::integer
                                       ? param.integer()
                                       : std::bit_cast<std::int64_t>(param.real()));
        values_[i] = reinterpret_cast<const char*>(&binary_[i]);
        lengths_[i] = 8;
        formats_[i] = 1;
        break;
      case Param::Kind::boolean:
        values_[i] = param.integer() ? "1" : "0";
        break;
      case Param::Kind::text:
        if (param.bytes().find('\0') != param.bytes().npos)
          throw Failure(Failure::Kind::other, "text with a NUL byte for: " + std::string(sql));
        values_[i] = text_.data() + text_.size();
        text_.append(param.bytes()).push_back('\0');
        break;
      case Param::Kind::blob:
        values_[i] = param.bytes().empty() ? "" : param.bytes().data();
        lengths_[i] = static_cast<int>(param.bytes().size());
        formats_[i] = 1;
        break;
      case Param::Kind::untyped:
        assert(false && "only NULL is untyped");
    }
  }
  if (!PQsendQueryPrepared(connection_.get(), name.c_str(), static_cast<int>(count), values_.data(),
                           lengths_.data(), formats_.data(), /*resultFormat=*/0))
    fail(sql);
  pending_.push_back({Pending::What::execute, std::string(sql)});
}

void PostgresConnection::sync() {
  if (!PQpipelineSync(connection_.get())) fail("sync");
  pending_.push_back({Pending::What::sync, {}});
}

void PostgresConnection::receive_one(const Pending& pending, Received& received) {
  for (;;) {
    PostgresResult result(PQgetResult(connection_.get()));
    if (PQstatus(connection_.get()) == CONNECTION_BAD) {
      cache_.clear();
      pending_.clear();
      received.error = postgres_failure(result.get(), connection_.get(), pending.sql);
      std::rethrow_exception(received.error);
    }
    if (!result) return;
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_PIPELINE_SYNC) return;
    if (status == PGRES_FATAL_ERROR || status == PGRES_PIPELINE_ABORTED) {
      auto error = postgres_failure(result.get(), connection_.get(), pending.sql);
      if (status == PGRES_FATAL_ERROR && !received.error) received.error = std::move(error);
      const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
      const bool stale_plan = state && std::string_view(state) == "0A000";
      auto* known = cache_.find(pending.sql);
      if (known && pending.what == Pending::What::prepare) known->statement.name.clear();
      if (pending.what == Pending::What::prepare || stale_plan) cache_.forget(pending.sql);
      continue;
    }
    if (pending.what == Pending::What::execute) received.result = std::move(result);
  }
}

PostgresConnection::Received PostgresConnection::receive_all() {
  Received received;
  while (!pending_.empty()) {
    const Pending pending = std::move(pending_.front());
    pending_.pop_front();
    receive_one(pending, received);
  }
  return received;
}

// Waits for what is queued and ignores how it ended.
void PostgresConnection::settle() noexcept {
  try {
    if (pending_.empty()) return;
    if (pending_.back().what != Pending::What::sync) sync();
    receive_all();
  } catch (const Failure&) {
    // The connection is lost, which its status tells.
  }
}

std::int64_t PostgresConnection::run(std::string_view sql, std::span<const Param> params,
                                     RowSink sink) {
  send(sql, params);
  sync();
  const Received received = receive_all();
  if (received.error) std::rethrow_exception(received.error);
  PGresult* result = received.result.get();
  if (sink) {
    PostgresRow row(result, sql);
    const int rows = PQntuples(result);
    for (int i = 0; i < rows; ++i) {
      row.move_to(i);
      if (!sink(row)) break;
    }
  }
  return rows_changed(result);
}

void PostgresConnection::stream_of(std::string_view sql, std::span<const Param> params,
                                   RowSink sink) {
  flush();
  send(sql, params);
  sync();
  Received received;
  while (pending_.front().what == Pending::What::prepare) {
    const Pending preparing = std::move(pending_.front());
    pending_.pop_front();
    receive_one(preparing, received);
  }
  PQsetSingleRowMode(connection_.get());
  std::exception_ptr thrown;
  bool wanted = true;
  for (;;) {
    const PostgresResult result(PQgetResult(connection_.get()));
    if (!result || PQresultStatus(result.get()) != PGRES_SINGLE_TUPLE) {
      const auto status = PQresultStatus(result.get());
      if (result && status == PGRES_FATAL_ERROR && !received.error)
        received.error = postgres_failure(result.get(), connection_.get(), sql);
      if (!result) break;
      continue;
    }
    if (!wanted) continue;
    try {
      wanted = sink(PostgresRow(result.get(), sql));
    } catch (...) {
      thrown = std::current_exception();
      wanted = false;
    }
  }
  pending_.pop_front();  // the statement; what follows is the sync
  const Received rest = receive_all();
  if (!received.error) received.error = rest.error;
  if (received.error) std::rethrow_exception(received.error);
  if (thrown) std::rethrow_exception(thrown);
}

void PostgresConnection::queue_of(std::string_view sql, std::span<const Param> params) {
  send(sql, params);
  if (pending_.size() >= kPendingMax) flush();
}

void PostgresConnection::flush() {
  if (pending_.empty()) return;
  if (pending_.back().what != Pending::What::sync) sync();
  const Received received = receive_all();
  if (received.error) std::rethrow_exception(received.error);
}

void PostgresConnection::run_script(std::string_view sql) {
  flush();
  if (!PQexitPipelineMode(connection_.get())) fail("leave pipeline mode");
  const PostgresResult result(PQexec(connection_.get(), std::string(sql).c_str()));
  const auto status = PQresultStatus(result.get());
  std::exception_ptr error;
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
    error = postgres_failure(result.get(), connection_.get(), sql);
  const bool back = PQenterPipelineMode(connection_.get());
  if (error) std::rethrow_exception(error);
  if (!back) fail("enter pipeline mode");
}

bool PostgresConnection::attempt(FunctionRef<bool()> f) {
  flush();  // so that no earlier failure is taken for one of f
  queue_of("SAVEPOINT attempt", {});
  const auto undo = [this] {
    run("ROLLBACK TO attempt", {}, {});
    queue_of("RELEASE attempt", {});
  };
  bool keep = false;
  try {
    keep = f();
    flush();
  } catch (...) {
    settle();
    if (PQstatus(connection_.get()) == CONNECTION_OK) undo();
    throw;
  }
  if (keep)
    queue_of("RELEASE attempt", {});
  else
    undo();
  return keep;
}

void PostgresConnection::lock_until_commit(std::string_view name) {
  queue("SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || $1, 0))", name);
}

std::vector<std::int64_t> PostgresConnection::reserve_ids(std::string_view table,
                                                          std::int64_t count) {
  std::vector<std::int64_t> ids;
  each(
      "SELECT nextval(pg_get_serial_sequence($1, 'id')) FROM generate_series(1, $2)",
      [&](const Row& row) { ids.push_back(row.integer(0)); }, table, count);
  return ids;
}

void PostgresConnection::begin(Access access) {
  const bool forgets = !forgotten_.empty();
  for (const std::string& name : std::exchange(forgotten_, {})) {
    const std::string forget = "DEALLOCATE " + name;
    PQsendQueryParams(connection_.get(), forget.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    pending_.push_back({Pending::What::execute, forget});
  }
  if (forgets) sync();  // they are a transaction of their own
  queue_of(access == Access::read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN",
           {});
}

void PostgresConnection::commit() {
  send("COMMIT", {});
  sync();
  const Received received = receive_all();
  if (received.error) std::rethrow_exception(received.error);
  if (std::string_view(PQcmdStatus(received.result.get())) != "COMMIT")
    throw Failure(Failure::Kind::other,
                  "nothing was kept: a statement had failed outside Connection::attempt");
}

void PostgresConnection::end_read() {
  send("COMMIT", {});
  sync();
}

bool PostgresConnection::roll_back() noexcept {
  try {
    if (PQstatus(connection_.get()) != CONNECTION_OK) return false;
    settle();
    if (PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) run("ROLLBACK", {}, {});
    return true;
  } catch (...) {
    return false;
  }
}

bool PostgresConnection::is_alive() {
  try {
    flush();
  } catch (const Failure&) {
    return false;
  }
  // A server that went away has left its farewell and the end of the stream to be read.
  pollfd readable{PQsocket(connection_.get()), POLLIN, 0};
  while (::poll(&readable, 1, 0) > 0)
    if (!PQconsumeInput(connection_.get())) return false;
  return PQstatus(connection_.get()) == CONNECTION_OK;
}

}  // namespace stagecoach::db
