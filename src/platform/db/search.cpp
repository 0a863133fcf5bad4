#include "platform/db/search.h"

#include <cassert>
#include <utility>
#include <vector>

#include "platform/db/bulk.h"

namespace stagecoach::db {
namespace {

std::string fill(std::string_view pattern, const SearchTarget& target) {
  std::string out;
  for (const char c : pattern) {
    if (c == '@')
      out += target.table;
    else if (c == '#')
      out += target.column;
    else
      out += c;
  }
  return out;
}

size_t code_points(std::string_view utf8) {
  size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return count;
}

std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

// Two control characters end every indexed text, so that its last two characters also start a
// trigram and can be found by the beginning of one. The text is kept in the index once more:
// without it a row could only be taken out by whoever knows what it said.
constexpr std::string_view kSqliteIndex = R"(
CREATE VIRTUAL TABLE @_search USING fts5(#, tokenize = 'trigram case_sensitive 1');
CREATE VIRTUAL TABLE @_search_terms USING fts5vocab('@_search', 'instance');
CREATE TABLE @_search_pending (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS search_indexes (name TEXT PRIMARY KEY, source TEXT NOT NULL);
INSERT INTO search_indexes (name, source) VALUES ('@', '#');
INSERT INTO @_search_pending (id) SELECT id FROM @;
CREATE TRIGGER @_search_insert AFTER INSERT ON @ BEGIN
  INSERT INTO @_search_pending (id) VALUES (new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER @_search_delete AFTER DELETE ON @ BEGIN
  INSERT INTO @_search_pending (id) VALUES (old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER @_search_update AFTER UPDATE OF # ON @ WHEN old.# IS NOT new.# BEGIN
  INSERT INTO @_search_pending (id) VALUES (new.id) ON CONFLICT DO NOTHING;
END;
)";

// About 5 ms of the writer's time, so that indexing delays nobody noticeably.
constexpr int kIndexedAtOnce = 64;
// While nobody waits for the writer. A merge of the index is shared by more rows then.
constexpr int kIndexedMax = 4096;

void index_row(Connection& connection, const SearchTarget& target, std::int64_t id) {
  connection.execute(fill("DELETE FROM @_search WHERE rowid = $1", target), id);
  connection.execute(fill("INSERT INTO @_search (rowid, #) SELECT id, # || char(1, 1) FROM @"
                          " WHERE id = $1 AND # IS NOT NULL",
                          target),
                     id);
  connection.execute(fill("DELETE FROM @_search_pending WHERE id = $1", target), id);
}

// Returns how many rows were indexed.
int index_some(Connection& connection, const SearchTarget& target) {
  std::vector<std::int64_t> ids;
  connection.each(
      fill("SELECT id FROM @_search_pending ORDER BY id LIMIT $1", target),
      [&](const Row& row) { ids.push_back(row.integer(0)); }, kIndexedAtOnce);
  for (const std::int64_t id : ids) index_row(connection, target, id);
  return static_cast<int>(ids.size());
}

// The extension lives wherever somebody installed it; without it, or the right to install it, the
// search still works by reading the table.
constexpr std::string_view kPostgresIndex = R"(
DO $do$
DECLARE home name;
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
  SELECT nspname INTO home FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE extname = 'pg_trgm';
  EXECUTE format('CREATE INDEX @_search ON @ USING gin (# %I.gin_trgm_ops)', home);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'no trigram index for @: %', SQLERRM;
END
$do$;
)";

}  // namespace

SearchClause contains_text(Engine engine, const SearchTarget& target, std::string_view folded,
                           int parameter) {
  assert(!folded.empty());
  const std::string number = "$" + std::to_string(parameter);
  if (engine == Engine::postgres)
    return {fill("@.# LIKE ", target) + number + " ESCAPE '\\'", like_pattern(folded)};
  // What the index says may be out of date for a row that is pending, hence the look at the row.
  // In an FTS5 string only the quote means anything.
  const std::string indexed =
      code_points(folded) >= 3
          ? fill("SELECT rowid FROM @_search WHERE @_search MATCH '\"' || replace(", target) +
                number + ", '\"', '\"\"') || '\"'"
          : fill("SELECT doc FROM @_search_terms WHERE term >= ", target) + number +
                " AND term < " + number + " || char(1114111)";
  return {fill("(instr(@.#, ", target) + number + fill(") > 0 AND @.id IN (", target) + indexed +
              fill(" UNION ALL SELECT id FROM @_search_pending))", target),
          std::string(folded)};
}

bool index_pending(Connection& connection) {
  if (connection.engine() != Engine::sqlite) return false;
  const auto any = connection.first("SELECT 1 FROM sqlite_schema WHERE name = 'search_indexes'",
                                    [](const Row&) { return true; });
  if (!any) return false;
  std::vector<std::pair<std::string, std::string>> indexes;
  connection.each("SELECT name, source FROM search_indexes",
                  [&](const Row& row) { indexes.emplace_back(row.string(0), row.string(1)); });
  int done = 0;
  for (const auto& [table, column] : indexes) {
    const SearchTarget target{table, column};
    for (int found = kIndexedAtOnce; found == kIndexedAtOnce;) {
      if (done >= kIndexedMax || (done > 0 && is_awaited(connection))) return true;
      found = index_some(connection, target);
      done += found;
    }
  }
  return done > 0;
}

std::string create_search_index(Engine engine, const SearchTarget& target) {
  return fill(engine == Engine::sqlite ? kSqliteIndex : kPostgresIndex, target);
}

}  // namespace stagecoach::db
