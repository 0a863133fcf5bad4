#include "platform/db/transfer/postgres_workspace.h"

#include <chrono>
#include <thread>

#include "platform/db/migrations.h"
#include "platform/db/postgres/postgres_connection.h"
#include "platform/db/refusals.h"

namespace stagecoach::db {
namespace {

constexpr std::size_t kNameBytesMax = 63;  // PostgreSQL cuts longer names off
constexpr std::chrono::milliseconds kLeavingMax(3'000), kLeavingStep(100);

// A copy of everything is one long statement after the other.
OpenOptions without_timeout(OpenOptions options) {
  options.statement_timeout = std::chrono::milliseconds(0);
  return options;
}

Result<std::unique_ptr<PostgresConnection>> connect(const std::string& url,
                                                    const OpenOptions& options) {
  try {
    return std::make_unique<PostgresConnection>(url, without_timeout(options));
  } catch (const Failure& failure) {
    return refuse(kServerCannotBeReached, {{"detail", failure.what()}});
  }
}

std::int64_t number(Connection& connection, std::string_view sql, const std::string& argument) {
  return connection
      .first(
          sql, [](const Row& row) { return row.integer(0); }, argument)
      .value_or(0);
}

// Whether nobody has the workspace open. The server notices only a moment later that a process that
// had it is gone, so it is asked for up to kLeavingMax.
bool is_alone(Connection& connection, const std::string& schema) {
  constexpr std::string_view kTry =
      "SELECT CASE WHEN pg_try_advisory_xact_lock(hashtextextended($1, 0)) THEN 1 ELSE 0 END";
  for (std::chrono::milliseconds waited(0);; waited += kLeavingStep) {
    if (number(connection, kTry, schema + "/open") == 1) return true;
    if (waited >= kLeavingMax) return false;
    std::this_thread::sleep_for(kLeavingStep);
  }
}

// Makes room for the workspace and gives the name of what was set aside.
Result<std::string> make_room(PostgresConnection& connection, const std::string& schema,
                              Replace replace, const std::string& mark) {
  if (!is_alone(connection, schema)) return refuse(kSchemaIsInUse, {{"path", schema}});
  constexpr std::string_view kObjects =
      "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
      " WHERE n.nspname = $1";
  constexpr std::string_view kSchemas = "SELECT count(*) FROM pg_namespace WHERE nspname = $1";
  std::string aside;
  if (number(connection, kObjects, schema) > 0) {
    if (replace == Replace::no) return refuse(kWorkspaceIsThere, {{"path", schema}});
    aside = schema.substr(0, kNameBytesMax - mark.size() - 1) + "_" + mark;
    connection.run_script("ALTER SCHEMA " + sql_name(schema) + " RENAME TO " + sql_name(aside));
  }
  if (number(connection, kSchemas, schema) == 0)
    connection.run_script("CREATE SCHEMA " + sql_name(schema));
  return aside;
}

// Foreign keys are checked once for all rows when they are put back, not row by row in an order
// that teams and accounts, which refer to their own kind, do not have.
std::vector<std::string> drop_references(Connection& connection) {
  std::vector<std::pair<std::string, std::string>> references;
  connection.each(
      "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),"
      " format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,"
      " pg_get_constraintdef(oid))"
      " FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace",
      [&](const Row& row) { references.emplace_back(row.string(0), row.string(1)); });
  std::vector<std::string> put_back;
  for (auto& [drop, add] : references) {
    connection.run_script(drop);
    put_back.push_back(std::move(add));
  }
  return put_back;
}

void check_counts(const RowCounts& wanted, const RowCounts& found) {
  if (wanted != found)
    throw Failure(Failure::Kind::other, "not every row of the backup arrived in the database");
}

void fill(PostgresConnection& connection, WorkspaceFile& file,
          FunctionRef<void(Connection&)> prepare) {
  create_schema(connection,
                built_in_migrations().first(static_cast<std::size_t>(file.schema_version)));
  match_postgres(connection, file.tables);
  const std::vector<std::string> references = drop_references(connection);
  copy_rows(*file.connection, connection, file.tables, [] {});
  for (const std::string& add : references) connection.run_script(add);
  check_counts(count_rows(*file.connection, file.tables), count_rows(connection, file.tables));
  prepare(connection);
}

}  // namespace

Result<SavedWorkspace> save_postgres(const std::string& url, const OpenOptions& options,
                                     SqliteConnection& file, FunctionRef<void()> pause) {
  const auto connection = TRY(connect(url, options));
  connection->begin(PostgresConnection::Access::read);
  SavedWorkspace saved;
  saved.schema_version = TRY(schema_version(*connection, built_in_migrations()));
  if (saved.schema_version == 0) return refuse(kNoWorkspace, {{"path", options.schema}});
  file.run("BEGIN", {}, {});
  create_schema(file, built_in_migrations().first(static_cast<std::size_t>(saved.schema_version)));
  std::vector<StoredTable> tables = stored_tables(file);
  match_postgres(*connection, tables);
  copy_rows(*connection, file, tables, pause);
  file.run("COMMIT", {}, {});
  saved.rows = count_rows(*connection, tables);
  connection->end_read();
  const auto dangling =
      file.first("PRAGMA foreign_key_check", [](const Row& row) { return row.string(0); });
  if (dangling)
    throw Failure(Failure::Kind::corrupt, *dangling + " refers to a record that does not exist");
  return saved;
}

Result<RestoredWorkspace> restore_postgres(WorkspaceFile& file, const std::string& url,
                                           const OpenOptions& options, Replace replace,
                                           const std::string& mark,
                                           FunctionRef<void(Connection&)> prepare) {
  const auto connection = TRY(connect(url, options));
  connection->begin(PostgresConnection::Access::write);
  auto aside = make_room(*connection, options.schema, replace, mark);
  if (!aside) {
    connection->roll_back();
    return std::move(aside).error();
  }
  fill(*connection, file, prepare);
  connection->commit();
  for (const StoredTable& table : file.tables)
    connection->run_script("ANALYZE " + sql_name(table.name));
  return RestoredWorkspace{*aside};
}

}  // namespace stagecoach::db
