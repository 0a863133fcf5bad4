#include "platform/db/sqlite/sqlite_failure.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <vector>

#include "platform/db/failure.h"

namespace stagecoach::db {
namespace {

// Rows of a schema query as text, "" for NULL; nothing when the query fails, because it only serves
// to make an error clearer.
std::vector<std::vector<std::string>> rows_of(sqlite3* db, const char* sql,
                                              const std::string& arg) {
  std::vector<std::vector<std::string>> rows;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK) return rows;
  sqlite3_bind_text(statement, 1, arg.data(), static_cast<int>(arg.size()), SQLITE_TRANSIENT);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    std::vector<std::string>& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
      row.emplace_back(text ? text : "");
    }
  }
  sqlite3_finalize(statement);
  return rows;
}

struct ColumnList {
  std::string table;
  std::vector<std::string> columns;
};

// "deals.account, deals.name" -> deals, {account, name}
ColumnList parse_columns(std::string_view text) {
  ColumnList list;
  while (!text.empty()) {
    const size_t comma = text.find(", ");
    const std::string_view one = text.substr(0, comma);
    const size_t dot = one.find('.');
    if (dot != one.npos) {
      list.table = one.substr(0, dot);
      list.columns.emplace_back(one.substr(dot + 1));
    }
    if (comma == text.npos) break;
    text.remove_prefix(comma + 2);
  }
  return list;
}

// The name PostgreSQL would report for the unique rule over these columns.
std::string unique_name(sqlite3* db, std::string_view detail) {
  if (detail.starts_with("index '")) return std::string(detail.substr(7, detail.size() - 8));
  const ColumnList violated = parse_columns(detail);
  for (const auto& index : rows_of(
           db, "SELECT name, origin FROM pragma_index_list(?1) WHERE \"unique\"", violated.table)) {
    std::vector<std::string> columns;
    for (const auto& column :
         rows_of(db, "SELECT name FROM pragma_index_info(?1) ORDER BY seqno", index[0]))
      columns.push_back(column[0]);
    if (columns != violated.columns) continue;
    if (index[1] == "c") return index[0];
    if (index[1] == "pk") return violated.table + "_pkey";
  }
  const auto is_rowid_key = rows_of(
      db, "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk", violated.table);
  if (is_rowid_key.size() == 1 && violated.columns.size() == 1 &&
      is_rowid_key[0][0] == violated.columns[0])
    return violated.table + "_pkey";
  std::string name = violated.table;
  for (const std::string& column : violated.columns) name += "_" + column;
  return name + "_key";
}

[[noreturn]] void throw_violation(sqlite3* db, int code, const std::string& said,
                                  const std::string& what) {
  using Rule = ConstraintViolation::Rule;
  const size_t colon = said.find("failed: ");
  const std::string detail = colon == said.npos ? "" : said.substr(colon + 8);
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      throw ConstraintViolation(Rule::unique, unique_name(db, detail), what);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      throw ConstraintViolation(Rule::foreign_key, "", what);
    case SQLITE_CONSTRAINT_NOTNULL:
      throw ConstraintViolation(Rule::not_null, detail, what);
    default:
      throw ConstraintViolation(Rule::check, detail, what);
  }
}

Failure::Kind kind_of(int code, int system_error) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return Failure::Kind::disk_full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Failure::Kind::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Failure::Kind::corrupt;
    case SQLITE_INTERRUPT:
      return Failure::Kind::timeout;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: {
      const bool full = system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
      return full ? Failure::Kind::disk_full : Failure::Kind::other;
    }
    default:
      return Failure::Kind::other;
  }
}

// The first line of a statement or script: a failure is told in one sentence.
std::string_view first_line(std::string_view sql) {
  sql.remove_prefix(std::min(sql.find_first_not_of(" \n"), sql.size()));
  return sql.substr(0, sql.find('\n'));
}

}  // namespace

void throw_sqlite_failure(sqlite3* db, int code, std::string_view doing) {
  const std::string said = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  const int system_error = db ? sqlite3_system_errno(db) : 0;
  const std::string what =
      "SQLite: " + said + " (" + std::to_string(code) + ") in: " + std::string(first_line(doing));
  if ((code & 0xff) == SQLITE_CONSTRAINT) throw_violation(db, code, said, what);
  throw Failure(kind_of(code, system_error), what);
}

}  // namespace stagecoach::db
