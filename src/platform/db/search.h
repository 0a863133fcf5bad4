// Substring search in folded text (platform/base/text_fold.h makes it) on both engines.
//
// A searched table has an id and a TEXT column of folded text, and its migration says
// {{search TABLE COLUMN}}. That makes, on SQLite, the FTS5 trigram table TABLE_search; a write only
// notes the row in TABLE_search_pending, and SearchIndexer carries the text over soon after,
// because indexing a row costs more than all the rest of its insert. A search looks at both, so it
// always answers for the present moment. Substrings of one and two characters, the usual length of
// a Chinese word, are found through the same index. On PostgreSQL it makes a pg_trgm index where
// the extension can be had; without it, or for fewer than three characters, LIKE reads the table.
#pragma once

#include <string>
#include <string_view>

#include "platform/db/connection.h"

namespace stagecoach::db {

struct SearchTarget {
  std::string_view table;  // as named in {{search TABLE COLUMN}}; must not be aliased in the query
  std::string_view column;
};

struct SearchClause {
  std::string condition;  // "deals.id IN (SELECT … $4 …)", to be joined with AND
  std::string argument;   // bind it as that parameter (text)
};

// The condition that rows of `target` contain `folded` as a substring, with its parameter numbered
// $`parameter`. Nothing in the text is an operator: %, _, quotes and AND are searched as they are.
// REQUIRES: `folded` is not empty.
SearchClause contains_text(Engine engine, const SearchTarget& target, std::string_view folded,
                           int parameter);

// Indexes, on SQLite, some of the rows that changed: a few milliseconds of work, or some hundred
// while nobody waits for this write. Returns whether it found any. Inside a write.
bool index_pending(Connection& connection);

// The DDL of {{search TABLE COLUMN}}.
std::string create_search_index(Engine engine, const SearchTarget& target);

}  // namespace stagecoach::db
