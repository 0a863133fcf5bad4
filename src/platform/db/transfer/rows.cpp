#include "platform/db/transfer/rows.h"

#include <optional>

#include "platform/db/bulk.h"

namespace stagecoach::db {
namespace {

constexpr std::int64_t kRowsBetweenPauses = 4096;
// Rows wait in memory to be sent together; pieces of files are too large for that.
constexpr std::size_t kBytesWaitingMax = 4u << 20;

std::string columns_of(const StoredTable& table) {
  std::string list;
  for (const StoredColumn& column : table.columns)
    list += (list.empty() ? "" : ", ") + sql_name(column.name);
  return list;
}

// A NULL that knows its type.
Param null_of(Param::Kind kind) {
  switch (kind) {
    case Param::Kind::integer:
      return std::optional<std::int64_t>();
    case Param::Kind::real:
      return std::optional<double>();
    case Param::Kind::boolean:
      return std::optional<bool>();
    case Param::Kind::text:
      return std::optional<std::string_view>();
    case Param::Kind::blob:
      return std::optional<Blob>();
    case Param::Kind::untyped:
      break;
  }
  return nullptr;
}

Param value_of(const Row& row, int at, Param::Kind kind) {
  if (row.is_null(at)) return null_of(kind);
  switch (kind) {
    case Param::Kind::boolean:
      return row.boolean(at);
    case Param::Kind::integer:
      return row.integer(at);
    case Param::Kind::real:
      return row.real(at);
    case Param::Kind::text:
      return row.text(at);
    case Param::Kind::blob:
      return Blob{row.blob(at)};
    case Param::Kind::untyped:
      break;
  }
  return nullptr;
}

void copy_table(Connection& from, Connection& to, const StoredTable& table,
                FunctionRef<void()> pause) {
  const std::string columns = columns_of(table);
  const std::string into = sql_name(table.name) + " (" + columns + ")";
  std::string select = "SELECT " + columns + " FROM " + sql_name(table.name);
  if (!table.key.empty()) select += " ORDER BY " + table.key;
  BulkInsert rows(to, into);
  std::vector<Param> values(table.columns.size(), nullptr);
  std::int64_t copied = 0;
  std::size_t waiting = 0;  // bytes, at most
  from.stream(select, [&](const Row& row) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = value_of(row, static_cast<int>(i), table.columns[i].kind);
      waiting += values[i].bytes().size();
    }
    rows.add_row(values);
    if (waiting > kBytesWaitingMax) {
      rows.finish();
      waiting = 0;
      pause();
    }
    if (++copied % kRowsBetweenPauses == 0) pause();
  });
  rows.finish();
  to.flush();
}

// The last id that a table has given, to whatever record and whether that is still there.
std::int64_t last_id(Connection& connection, const std::string& table) {
  const std::string_view sql =
      connection.engine() == Engine::sqlite
          ? "SELECT seq FROM sqlite_sequence WHERE name = $1"
          : "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence($1, 'id')), 0)";
  return connection
      .first(
          sql, [](const Row& row) { return row.integer(0); }, table)
      .value_or(0);
}

void go_on_after(Connection& connection, const std::string& table, std::int64_t last) {
  if (connection.engine() == Engine::sqlite) {
    connection.execute("DELETE FROM sqlite_sequence WHERE name = $1", table);
    connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)", table, last);
  } else if (last > 0) {
    connection.execute("SELECT setval(pg_get_serial_sequence($1, 'id'), $2)", table, last);
  }
}

}  // namespace

RowCounts count_rows(Connection& connection, const std::vector<StoredTable>& tables) {
  RowCounts counts;
  for (const StoredTable& table : tables)
    counts[table.name] = connection
                             .first("SELECT count(*) FROM " + sql_name(table.name),
                                    [](const Row& row) { return row.integer(0); })
                             .value_or(0);
  return counts;
}

void copy_rows(Connection& from, Connection& to, const std::vector<StoredTable>& tables,
               FunctionRef<void()> pause) {
  // What the schema itself put there comes along with the rest.
  for (const StoredTable& table : tables) to.execute("DELETE FROM " + sql_name(table.name));
  for (const StoredTable& table : tables) {
    pause();
    copy_table(from, to, table, pause);
    if (table.gives_ids) go_on_after(to, table.name, last_id(from, table.name));
  }
}

}  // namespace stagecoach::db
