#include "sales/database_content.h"

#include <vector>

#include "journal/chain.h"

namespace stagecoach::testing {
namespace {

std::vector<std::string> texts(db::Connection& connection, std::string_view sql) {
  std::vector<std::string> found;
  connection.each(sql, [&](const db::Row& row) { found.push_back(row.string(0)); });
  return found;
}

// One text per row of the table, in an order of its own.
std::string rows_of(db::Connection& connection, const std::string& table) {
  if (connection.engine() == db::Engine::postgres)
    return "SELECT CAST(t AS TEXT) FROM " + table + " t ORDER BY 1";
  std::string all;
  for (const std::string& column :
       texts(connection, "SELECT name FROM pragma_table_info('" + table + "')"))
    all += (all.empty() ? "quote(\"" : " || ',' || quote(\"") + column + "\")";
  return "SELECT " + all + " FROM " + table + " ORDER BY 1";
}

}  // namespace

std::string content_of(db::Database& database) {
  return database.read([](db::Connection& connection) {
    const bool sqlite = connection.engine() == db::Engine::sqlite;
    // The search index of SQLite follows its table by triggers; its rows are bytes of its own.
    const auto tables = texts(
        connection,
        sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                 "'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY 1"
               : "SELECT CAST(table_name AS TEXT) FROM information_schema.tables "
                 "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1");
    journal::Event digest;
    std::string hash;
    for (const std::string& table : tables) {
      digest.kind = table;
      connection.each(rows_of(connection, table), [&](const db::Row& row) {
        digest.data = row.string(0);
        hash = journal::chain_hash(hash, digest);
      });
    }
    return hash;
  });
}

}  // namespace stagecoach::testing
