// All rows of a workspace, carried from one engine to the other.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "platform/db/transfer/table_list.h"

namespace stagecoach::db {

using RowCounts = std::map<std::string, std::int64_t>;  // by table

RowCounts count_rows(Connection& connection, const std::vector<StoredTable>& tables);

// Fills the tables of `to`, which has the same schema and whose foreign keys are not being checked,
// with the rows of `from`, and goes on numbering where `from` does. What `to` holds already is
// replaced. One of the two is a SQLite file. `pause` is called at every table and every some
// thousand rows; what it throws ends the work.
void copy_rows(Connection& from, Connection& to, const std::vector<StoredTable>& tables,
               FunctionRef<void()> pause);

}  // namespace stagecoach::db
