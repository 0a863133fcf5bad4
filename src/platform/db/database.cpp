#include "platform/db/database.h"

#include "platform/db/postgres/postgres_database.h"
#include "platform/db/sqlite/sqlite_database.h"

namespace stagecoach::db {

Result<std::unique_ptr<Database>> Database::open(const std::string& url,
                                                 const OpenOptions& options) {
  if (url.starts_with("postgres://") || url.starts_with("postgresql://"))
    return PostgresDatabase::open(url, options);
  const std::string_view sqlite = "sqlite:";
  return SqliteDatabase::open(url.starts_with(sqlite) ? url.substr(sqlite.size()) : url, options);
}

}  // namespace stagecoach::db
