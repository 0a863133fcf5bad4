#include "platform/db/postgres/postgres_result.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

#include "platform/db/failure.h"

namespace stagecoach::db {
namespace {

// Object identifiers of built-in types (pg_type.dat), which never change.
constexpr Oid kBool = 16, kBytea = 17, kInt8 = 20, kInt2 = 21, kInt4 = 23, kOid = 26, kFloat4 = 700,
              kFloat8 = 701, kNumeric = 1700;

bool is_whole_number(Oid type) {
  return type == kInt8 || type == kInt4 || type == kInt2 || type == kOid || type == kNumeric;
}

template <class Number>
std::optional<Number> parsed(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int hex_digit(char c) {
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

// SQLSTATE, by class where the class says it all (PostgreSQL manual, appendix A).
Failure::Kind kind_of(std::string_view state) {
  using Kind = Failure::Kind;
  if (state == "40001" || state == "40P01") return Kind::serialization;
  if (state == "0A000") return Kind::serialization;  // see postgres_failure
  if (state == "57014") return Kind::timeout;
  if (state == "53100") return Kind::disk_full;
  if (state == "53300" || state == "55P03") return Kind::busy;
  if (state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" ||
      state == "25P03")
    return Kind::connection_lost;
  if (state == "XX001" || state == "XX002") return Kind::corrupt;
  return Kind::other;
}

std::string field(const PGresult* result, int code) {
  const char* text = result ? PQresultErrorField(result, code) : nullptr;
  return text ? text : "";
}

}  // namespace

std::exception_ptr postgres_failure(const PGresult* result, PGconn* connection,
                                    std::string_view doing) {
  using Rule = ConstraintViolation::Rule;
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  std::string said = field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (said.empty()) said = PQerrorMessage(connection);
  while (said.ends_with('\n')) said.pop_back();
  // libpq gives advice on lines of its own; a failure is told in one.
  for (size_t end; (end = said.find("\n\t")) != said.npos;) said.replace(end, 2, " ");
  std::replace(said.begin(), said.end(), '\n', ' ');
  const std::string what =
      "PostgreSQL: " + said + " (" + state + ") in: " + std::string(doing.substr(0, 500));
  // The server gives every error of its own a state; libpq's errors have none: the server went away
  // in mid-sentence, which libpq may report before it marks the connection as bad.
  if (PQstatus(connection) == CONNECTION_BAD || state.empty())
    return std::make_exception_ptr(Failure(Failure::Kind::connection_lost, what));
  const std::string constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
  if (state == "23505")
    return std::make_exception_ptr(ConstraintViolation(Rule::unique, constraint, what));
  if (state == "23503")
    return std::make_exception_ptr(ConstraintViolation(Rule::foreign_key, constraint, what));
  if (state == "23514")
    return std::make_exception_ptr(ConstraintViolation(Rule::check, constraint, what));
  if (state == "23502")
    return std::make_exception_ptr(ConstraintViolation(
        Rule::not_null,
        field(result, PG_DIAG_TABLE_NAME) + "." + field(result, PG_DIAG_COLUMN_NAME), what));
  // 0A000 is "not supported", a mistake, except for the one case that a retry cures.
  const bool stale_plan = said.find("cached plan") != said.npos;
  const Failure::Kind kind =
      state == "0A000" && !stale_plan ? Failure::Kind::other : kind_of(state);
  return std::make_exception_ptr(Failure(kind, what));
}

void PostgresRow::refuse(int column, const char* wanted) const {
  throw Failure(Failure::Kind::other, "column " + std::to_string(column) + " is not " + wanted +
                                          " in: " + std::string(sql_));
}

bool PostgresRow::is_null(int column) const {
  assert(column >= 0 && column < columns());
  return PQgetisnull(result_, row_, column) != 0;
}

std::string_view PostgresRow::raw(int column) const {
  return {PQgetvalue(result_, row_, column),
          static_cast<size_t>(PQgetlength(result_, row_, column))};
}

std::int64_t PostgresRow::integer(int column) const {
  const Oid type = PQftype(result_, column);
  if (is_null(column)) refuse(column, "an integer");
  if (type == kBool) return raw(column) == "t";
  const auto value =
      is_whole_number(type) ? parsed<std::int64_t>(raw(column)) : std::optional<std::int64_t>();
  if (!value) refuse(column, "an integer");
  return *value;
}

bool PostgresRow::boolean(int column) const {
  return integer(column) != 0;
}

double PostgresRow::real(int column) const {
  const Oid type = PQftype(result_, column);
  const bool number = is_whole_number(type) || type == kFloat8 || type == kFloat4;
  const auto value =
      number && !is_null(column) ? parsed<double>(raw(column)) : std::optional<double>();
  if (!value) refuse(column, "a number");
  return *value;
}

std::string_view PostgresRow::text(int column) const {
  const Oid type = PQftype(result_, column);
  const bool number = is_whole_number(type) || type == kFloat8 || type == kFloat4;
  if (is_null(column) || number || type == kBool || type == kBytea) refuse(column, "text");
  return raw(column);
}

std::string_view PostgresRow::blob(int column) const {
  if (is_null(column) || PQftype(result_, column) != kBytea) refuse(column, "bytes");
  std::string& bytes = decoded_[static_cast<size_t>(column)];
  const std::string_view hex = raw(column).substr(2);  // after "\x"
  bytes.resize(hex.size() / 2);
  for (size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<char>(hex_digit(hex[2 * i]) << 4 | hex_digit(hex[2 * i + 1]));
  return bytes;
}

}  // namespace stagecoach::db
