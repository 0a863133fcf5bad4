#include "platform/db/placeholders.h"

namespace stagecoach::db {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The end of the literal, quoted name or comment that starts at `at`; `at` itself if none does.
// A doubled quote ('it''s') reads as two literals side by side, which ends at the same place.
size_t end_of_opaque(std::string_view sql, size_t at) {
  const auto after = [&](std::string_view end, size_t from) {
    const size_t found = sql.find(end, from);
    return found == sql.npos ? sql.size() : found + end.size();
  };
  if (sql[at] == '\'') return after("'", at + 1);
  if (sql[at] == '"') return after("\"", at + 1);
  if (sql.substr(at, 2) == "--") return after("\n", at + 2);
  if (sql.substr(at, 2) == "/*") return after("*/", at + 2);
  return at;
}

}  // namespace

std::string question_mark_placeholders(std::string_view sql) {
  std::string out;
  out.reserve(sql.size());
  size_t at = 0;
  while (at < sql.size()) {
    if (const size_t end = end_of_opaque(sql, at); end != at) {
      out.append(sql.substr(at, end - at));
      at = end;
      continue;
    }
    const bool placeholder = sql[at] == '$' && at + 1 < sql.size() && is_digit(sql[at + 1]);
    out += placeholder ? '?' : sql[at];
    ++at;
  }
  return out;
}

}  // namespace stagecoach::db
