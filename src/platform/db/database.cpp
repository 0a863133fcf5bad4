#include "platform/db/database.h"

#include "platform/db/sqlite/sqlite_database.h"

namespace stagecoach::db {

Result<std::unique_ptr<Database>> Database::open(const std::string& url,
                                                 const OpenOptions& options) {
  const std::string_view sqlite = "sqlite:";
  return SqliteDatabase::open(url.starts_with(sqlite) ? url.substr(sqlite.size()) : url, options);
}

}  // namespace stagecoach::db
