#include "platform/db/postgres/postgres_database.h"

#include <algorithm>

#include "platform/base/log.h"
#include "platform/db/refusals.h"

namespace stagecoach::db {
namespace {

constexpr int kServerVersionMin = 150000;

bool is_schema_name(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !name.empty() && name.size() <= 48 && letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || digit(c); });
}

// Looked up first: who may use a schema that exists need not have the right to create one.
void create_schema(PostgresConnection& connection, const std::string& schema) {
  const auto exists = connection.first(
      "SELECT 1 FROM pg_namespace WHERE nspname = $1", [](const Row&) { return true; }, schema);
  if (exists) return;
  connection.run_script("BEGIN; SELECT pg_advisory_xact_lock(hashtext('stagecoach/schemas'));" +
                        std::string("CREATE SCHEMA IF NOT EXISTS ") + schema + "; COMMIT");
}

bool is_alive(PostgresConnection& connection) {
  return connection.is_alive();
}

}  // namespace

Result<std::unique_ptr<Database>> PostgresDatabase::open(const std::string& url,
                                                         const OpenOptions& options) {
  if (!is_schema_name(options.schema))
    return refuse(kSchemaNameIsInvalid, {{"name", options.schema}});
  try {
    PostgresConnection connection(url, options);
    if (connection.server_version() < kServerVersionMin)
      return refuse(kServerIsTooOld,
                    {{"version", std::to_string(connection.server_version() / 10000)}});
    create_schema(connection, options.schema);
  } catch (const Failure& failure) {
    return refuse(kServerCannotBeReached, {{"detail", failure.what()}});
  }
  return std::unique_ptr<Database>(new PostgresDatabase(url, options));
}

PostgresDatabase::PostgresDatabase(const std::string& url, const OpenOptions& options)
    : notifier_(url, options, wakes_),
      readers_(
          options.readers, options.busy_timeout,
          [url, options] { return std::make_unique<PostgresConnection>(url, options); }, is_alive),
      writers_(
          options.writers, options.busy_timeout,
          [url, options] { return std::make_unique<PostgresConnection>(url, options); }, is_alive),
      workers_(options.writers, static_cast<size_t>(options.queued_writes_max)) {}

void PostgresDatabase::read_with(FunctionRef<void(Connection&)> f) {
  auto lease = readers_.lend();
  try {
    lease->begin(PostgresConnection::Access::read);
    f(*lease);
    lease->end_read();
  } catch (...) {
    if (!lease->roll_back()) lease.drop();
    throw;
  }
}

Keep PostgresDatabase::write_on(PostgresConnection& connection, FunctionRef<Keep(Connection&)> f) {
  connection.begin(PostgresConnection::Access::write);
  const Keep keep = f(connection);
  if (keep == Keep::yes)
    connection.commit();
  else
    connection.roll_back();
  return keep;
}

Keep PostgresDatabase::write(FunctionRef<Keep(Connection&)> f) {
  try {
    auto lease = writers_.lend();
    try {
      const Keep keep = write_on(*lease, f);
      if (keep == Keep::no) return keep;
    } catch (...) {
      if (!lease->roll_back()) lease.drop();
      throw;
    }
  } catch (const Failure& failure) {
    const auto kind = failure.kind();
    if (kind == Failure::Kind::connection_lost || kind == Failure::Kind::disk_full)
      *trouble_.lock() = failure.what();
    throw;
  }
  if (trouble_.read()->has_value()) trouble_.lock()->reset();
  notifier_.committed();
  return Keep::yes;
}

void PostgresDatabase::submit(std::function<Keep(Connection&)> f,
                              std::function<void(std::exception_ptr)> done) {
  workers_.add([this, f = std::move(f), done = std::move(done)] {
    std::exception_ptr error;
    try {
      write(f);
    } catch (...) {
      error = std::current_exception();
    }
    done(error);
  });
}

void PostgresDatabase::change_schema(FunctionRef<void(Connection&)> f) {
  write([&](Connection& connection) {
    connection.execute("SET LOCAL lock_timeout = 0");
    connection.execute("SET LOCAL statement_timeout = 0");
    connection.lock_until_commit("schema_migrations");
    connection.flush();
    f(connection);
    return Keep::yes;
  });
}

Health PostgresDatabase::health() const {
  Health health;
  if (const auto failing = *trouble_.read()) {
    health.writable = false;
    health.trouble = Message(kWritesFail, {{"detail", *failing}});
  }
  return health;
}

}  // namespace stagecoach::db
