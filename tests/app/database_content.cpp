#include "app/database_content.h"

#include <chrono>
#include <utility>
#include <vector>

#include "journal/chain.h"

namespace stagecoach::testing {
namespace {

std::vector<std::string> texts(db::Connection& connection, std::string_view sql) {
  std::vector<std::string> found;
  connection.each(sql, [&](const db::Row& row) { found.push_back(row.string(0)); });
  return found;
}

std::string hash_of(const std::vector<std::string>& lines) {
  journal::Event digest;
  for (const std::string& line : lines) digest.data += line + '\n';
  return journal::chain_hash({}, digest);
}

// A line per row, in an order of its own. The search index of SQLite follows its table by triggers;
// its rows are bytes of its own.
std::vector<std::string> rows_of_sqlite(db::Connection& connection) {
  std::vector<std::string> rows;
  for (const std::string& table :
       texts(connection,
             "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
             "'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY 1")) {
    std::string all = "quote('" + table + "')";
    for (const std::string& column :
         texts(connection, "SELECT name FROM pragma_table_info('" + table + "')"))
      all += " || ',' || quote(\"" + column + "\")";
    for (std::string& row : texts(connection, "SELECT " + all + " FROM " + table + " ORDER BY 1"))
      rows.push_back(std::move(row));
  }
  return rows;
}

// A line per table, asked for at once.
std::vector<std::string> digests_of_postgres(db::Connection& connection) {
  std::string question;
  for (const std::string& table :
       texts(connection,
             "SELECT CAST(table_name AS TEXT) FROM information_schema.tables "
             "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1"))
    question += (question.empty() ? "SELECT '" : " UNION ALL SELECT '") + table +
                " ' || md5(coalesce(string_agg(CAST(t AS TEXT), ',' "
                "ORDER BY CAST(t AS TEXT)), '')) FROM " +
                table + " t";
  return texts(connection, question + " ORDER BY 1");
}

std::string content_of(db::Database& database) {
  return database.read([](db::Connection& connection) {
    return hash_of(connection.engine() == db::Engine::sqlite ? rows_of_sqlite(connection)
                                                             : digests_of_postgres(connection));
  });
}

}  // namespace

DatabaseContent::DatabaseContent(db::Database& database, const std::string& url)
    : database_(database) {
  if (database.engine() == db::Engine::sqlite)
    watch_ = std::make_unique<db::SqliteConnection>(url, db::SqliteConnection::Mode::reader,
                                                    std::chrono::seconds(5));
}

std::string DatabaseContent::version() {
  const auto text = [](const db::Row& row) { return row.string(0); };
  // What one connection is told when another has committed; on PostgreSQL the end of its log.
  if (watch_)
    return watch_->first("SELECT CAST(data_version AS TEXT) FROM pragma_data_version", text)
        .value();
  return database_.read([&](db::Connection& connection) {
    return connection.first("SELECT CAST(pg_current_wal_insert_lsn() AS TEXT)", text).value();
  });
}

const std::string& DatabaseContent::hash() {
  if (std::string now = version(); now != version_) {  // asked before the rows are read
    version_ = std::move(now);
    hash_ = content_of(database_);
  }
  return hash_;
}

}  // namespace stagecoach::testing
