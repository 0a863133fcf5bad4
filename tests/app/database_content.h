// Everything a database holds, as one hash: two are equal where no row of any table differs. The
// tests that ask do so thousands of times.
#pragma once

#include <memory>
#include <string>

#include "platform/db/database.h"
#include "platform/db/sqlite/sqlite_connection.h"

namespace stagecoach::testing {

class DatabaseContent {
 public:
  // `url` is what the database was opened with. Borrows the database.
  DatabaseContent(db::Database& database, const std::string& url);

  // Reads every row, but only where something was committed since the last time.
  const std::string& hash();

 private:
  // Another one after every commit.
  std::string version();

  db::Database& database_;
  std::unique_ptr<db::SqliteConnection> watch_;  // null on PostgreSQL
  std::string version_, hash_;
};

}  // namespace stagecoach::testing
