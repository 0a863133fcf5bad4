// What a workspace stores, as the schema itself tells: so that nobody keeps a list of tables, and a
// new one cannot be forgotten.
#pragma once

#include <string>
#include <vector>

#include "platform/db/connection.h"

namespace stagecoach::db {

struct StoredColumn {
  std::string name;
  Param::Kind kind = Param::Kind::untyped;
};

struct StoredTable {
  std::string name;
  std::vector<StoredColumn> columns;
  std::string key;         // "account_id, part" of the primary key, quoted; empty: none
  bool gives_ids = false;  // has an {{id}} column, whose last number is to be kept too
};

// Every table of a SQLite workspace file but those that are made from others (search indexes) and
// the record of its schema; by name. Throws Failure for a column type that no macro makes.
std::vector<StoredTable> stored_tables(Connection& file);

// On PostgreSQL: marks the flags, which SQLite takes for integers, and throws Failure where tables
// or columns are not those of `tables`, because one of them would be lost.
void match_postgres(Connection& postgres, std::vector<StoredTable>& tables);

std::string sql_name(std::string_view name);

}  // namespace stagecoach::db
