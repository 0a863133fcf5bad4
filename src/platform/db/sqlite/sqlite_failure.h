// What SQLite's result codes mean to callers.
#pragma once

#include <sqlite3.h>

#include <string_view>

namespace stagecoach::db {

// Throws the Failure or ConstraintViolation for an extended result code of `db`; `doing` says what
// was attempted (the SQL text). May query the schema to name a violated unique index.
[[noreturn]] void throw_sqlite_failure(sqlite3* db, int code, std::string_view doing);

}  // namespace stagecoach::db
