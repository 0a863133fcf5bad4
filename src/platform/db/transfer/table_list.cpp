#include "platform/db/transfer/table_list.h"

#include <algorithm>
#include <map>
#include <set>

namespace stagecoach::db {
namespace {

// FTS5 keeps its index in virtual and shadow tables, which PRAGMA table_list tells apart.
constexpr std::string_view kTables = R"(
  SELECT name FROM pragma_table_list
  WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
    AND name NOT IN ('schema_migrations', 'search_indexes') ORDER BY name)";
constexpr std::string_view kColumns =
    "SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid";
constexpr std::string_view kGivesIds =
    "SELECT count(*) FROM sqlite_schema WHERE name = $1 AND sql LIKE '%AUTOINCREMENT%'";
constexpr std::string_view kSearchIndexes = "SELECT name FROM search_indexes";

constexpr std::string_view kPostgresColumns = R"(
  SELECT c.table_name::text, c.column_name::text, c.data_type::text
  FROM information_schema.columns c JOIN information_schema.tables t
    ON t.table_schema = c.table_schema AND t.table_name = c.table_name
  WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
    AND c.table_name <> 'schema_migrations')";

Param::Kind kind_of(std::string_view table, std::string_view type) {
  if (type == "INTEGER" || type == "BIGINT") return Param::Kind::integer;
  if (type == "TEXT") return Param::Kind::text;
  if (type == "REAL") return Param::Kind::real;
  if (type == "BLOB") return Param::Kind::blob;
  throw Failure(Failure::Kind::other,
                std::string(table) + " has a column of type " + std::string(type));
}

// Rows that wait to be indexed; the triggers of the copy note them by themselves.
std::set<std::string> pending_tables(Connection& file) {
  std::set<std::string> names;
  const auto searches =
      file.first("SELECT count(*) FROM sqlite_schema WHERE name = 'search_indexes'",
                 [](const Row& row) { return row.integer(0); });
  if (searches != 1) return names;
  file.each(kSearchIndexes,
            [&](const Row& row) { names.insert(row.string(0) + "_search_pending"); });
  return names;
}

StoredTable table_named(Connection& file, const std::string& name) {
  StoredTable table;
  table.name = name;
  std::map<std::int64_t, std::string> key;
  file.each(
      kColumns,
      [&](const Row& row) {
        table.columns.push_back({row.string(0), kind_of(name, row.text(1))});
        if (row.integer(2) > 0) key[row.integer(2)] = sql_name(row.text(0));
      },
      name);
  for (const auto& [place, column] : key) table.key += (table.key.empty() ? "" : ", ") + column;
  table.gives_ids = file.first(
                            kGivesIds, [](const Row& row) { return row.integer(0) > 0; }, name)
                        .value_or(false);
  return table;
}

[[noreturn]] void refuse_difference(const std::string& what) {
  throw Failure(Failure::Kind::other,
                "the two engines do not store the same: " + what + " is in one of them only");
}

}  // namespace

std::vector<StoredTable> stored_tables(Connection& file) {
  const std::set<std::string> derived = pending_tables(file);
  std::vector<std::string> names;
  file.each(kTables, [&](const Row& row) { names.push_back(row.string(0)); });
  std::vector<StoredTable> tables;
  for (const std::string& name : names)
    if (!derived.contains(name)) tables.push_back(table_named(file, name));
  return tables;
}

void match_postgres(Connection& postgres, std::vector<StoredTable>& tables) {
  std::map<std::pair<std::string, std::string>, std::string> types;
  postgres.each(kPostgresColumns, [&](const Row& row) {
    types[{row.string(0), row.string(1)}] = row.string(2);
  });
  for (StoredTable& table : tables)
    for (StoredColumn& column : table.columns) {
      const auto found = types.extract({table.name, column.name});
      if (!found) refuse_difference(table.name + "." + column.name);
      if (found.mapped() == "boolean") column.kind = Param::Kind::boolean;
    }
  if (!types.empty()) {
    const auto& [table, column] = types.begin()->first;
    refuse_difference(table + "." + column);
  }
}

std::string sql_name(std::string_view name) {
  return '"' + std::string(name) + '"';
}

}  // namespace stagecoach::db
