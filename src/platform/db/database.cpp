#include "platform/db/database.h"

#include "platform/db/postgres/postgres_database.h"
#include "platform/db/refusals.h"
#include "platform/db/sqlite/sqlite_database.h"

namespace stagecoach::db {

Result<std::unique_ptr<Database>> Database::open(const std::string& url,
                                                 const OpenOptions& options) {
  if (url.starts_with("postgres://") || url.starts_with("postgresql://"))
    return PostgresDatabase::open(url, options);
  const std::string_view sqlite = "sqlite:";
  const std::string path = url.starts_with(sqlite) ? url.substr(sqlite.size()) : url;
  if (path.empty()) return refuse(kFileCannotBeOpened, {{"path", path}, {"detail", "no path"}});
  // To SQLite ":memory:" and "file:…" are not names of files.
  const bool special = path.starts_with(':') || path.starts_with("file:");
  return SqliteDatabase::open(special ? "./" + path : path, options);
}

}  // namespace stagecoach::db
