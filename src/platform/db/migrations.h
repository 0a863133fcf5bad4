// Brings a database to the schema of this program, one numbered step at a time.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/base/result.h"
#include "platform/db/database.h"

namespace stagecoach::db {

// SQL after its macros are not yet expanded ({{id}}, {{bigint}}, …: migrations/README.md). The
// common text runs first, then that of the engine; either may be empty.
struct Migration {
  int version = 0;
  std::string_view name;
  std::string_view common;
  std::string_view sqlite;
  std::string_view postgres;
};

// The files of migrations/, embedded at build time, ascending by version from 1 without gaps.
std::span<const Migration> built_in_migrations();

struct MigrationReport {
  int from = 0;  // version found (0: an empty database)
  int to = 0;    // version now
};

// Applies what is missing, each step in a transaction of its own together with its row in
// schema_migrations, so a kill leaves the schema before or after a step, never between. Safe to
// call from several nodes at once. Refused: a database of a newer program; one whose applied steps
// differ from ours (checksum). Throws Failure when a step itself fails; nothing of that step is
// kept.
Result<MigrationReport> migrate(Database& database, std::span<const Migration> migrations);

// The version of a database (0: none yet), from its own list of what was applied. Refused as above.
Result<int> schema_version(Connection& connection, std::span<const Migration> migrations);

// Makes the schema in an empty database, inside the transaction that the connection is in.
void create_schema(Connection& connection, std::span<const Migration> migrations);

// `sql` with its macros expanded for the engine. An unknown macro is a Failure.
std::string expand_macros(std::string_view sql, Engine engine);

}  // namespace stagecoach::db
