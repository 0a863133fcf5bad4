// What libpq hands back, owned and read.
#pragma once

#include <libpq-fe.h>

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/row.h"

namespace stagecoach::db {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

// The Failure or ConstraintViolation a failed result (or, without one, the connection) tells of.
std::exception_ptr postgres_failure(const PGresult* result, PGconn* connection,
                                    std::string_view doing);

// Stands on one row of a result in text format.
class PostgresRow final : public Row {
 public:
  PostgresRow(const PGresult* result, std::string_view sql)
      : result_(result), sql_(sql), decoded_(static_cast<size_t>(PQnfields(result))) {}
  void move_to(int row) { row_ = row; }

  int columns() const override { return PQnfields(result_); }
  bool is_null(int column) const override;
  std::int64_t integer(int column) const override;
  bool boolean(int column) const override;
  double real(int column) const override;
  std::string_view text(int column) const override;
  std::string_view blob(int column) const override;

 private:
  std::string_view raw(int column) const;
  [[noreturn]] void refuse(int column, const char* wanted) const;

  const PGresult* result_;
  std::string_view sql_;
  int row_ = 0;
  mutable std::vector<std::string> decoded_;  // bytea columns of this row, once asked for
};

}  // namespace stagecoach::db
