#include "platform/db/search.h"

#include <cassert>

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

// As one FTS5 string, inside which only the quote means anything.
std::string fts_phrase(std::string_view text) {
  std::string phrase = "\"";
  for (const char c : text) {
    if (c == '"') phrase += '"';
    phrase += c;
  }
  return phrase + '"';
}

// Two control characters end every indexed text, so that its last two characters also start a
// trigram and can be found by the beginning of one.
constexpr std::string_view kSqliteIndex = R"(
CREATE VIRTUAL TABLE @_search USING fts5(
  #, content = '@', content_rowid = 'id', tokenize = 'trigram case_sensitive 1');
CREATE VIRTUAL TABLE @_search_terms USING fts5vocab('@_search', 'instance');
CREATE TRIGGER @_search_insert AFTER INSERT ON @ WHEN new.# IS NOT NULL BEGIN
  INSERT INTO @_search (rowid, #) VALUES (new.id, new.# || char(1, 1));
END;
CREATE TRIGGER @_search_delete AFTER DELETE ON @ WHEN old.# IS NOT NULL BEGIN
  INSERT INTO @_search (@_search, rowid, #) VALUES ('delete', old.id, old.# || char(1, 1));
END;
CREATE TRIGGER @_search_update AFTER UPDATE OF # ON @ WHEN old.# IS NOT new.# BEGIN
  INSERT INTO @_search (@_search, rowid, #)
    SELECT 'delete', old.id, old.# || char(1, 1) WHERE old.# IS NOT NULL;
  INSERT INTO @_search (rowid, #)
    SELECT new.id, new.# || char(1, 1) WHERE new.# IS NOT NULL;
END;
)";

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
  if (code_points(folded) >= 3)
    return {
        fill("@.id IN (SELECT rowid FROM @_search WHERE @_search MATCH ", target) + number + ")",
        fts_phrase(folded)};
  return {fill("@.id IN (SELECT doc FROM @_search_terms WHERE term >= ", target) + number +
              " AND term < " + number + " || char(1114111))",
          std::string(folded)};
}

std::string create_search_index(Engine engine, const SearchTarget& target) {
  return fill(engine == Engine::sqlite ? kSqliteIndex : kPostgresIndex, target);
}

}  // namespace stagecoach::db
