// Many rows at once: what a single statement per row would spend on itself is shared by several.
#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/connection.h"

namespace stagecoach::db {

// New rows of one table, several to an INSERT. Used by one thread, inside a write.
class BulkInsert {
 public:
  // `into` names the table and its columns, "deals (id, name)", and is a constant. Borrows both.
  BulkInsert(Connection& connection, std::string_view into)
      : connection_(connection), into_(into) {}
  BulkInsert(const BulkInsert&) = delete;
  BulkInsert& operator=(const BulkInsert&) = delete;

  // One row, a value per column; texts and bytes are copied. It is stored by the time of finish().
  // Throws like Connection::queue, also for rows that were added before.
  template <class... A>
  void add(const A&... values) {
    const std::array<Param, sizeof...(A)> row{Param(values)...};
    add_row(row);
  }
  void add_row(std::span<const Param> row);
  // Stores what was added. Rows that were added after the last finish() are dropped otherwise.
  void finish();

 private:
  std::string statement(std::size_t rows) const;
  void forget();

  Connection& connection_;
  const std::string_view into_;
  std::size_t columns_ = 0;
  std::string many_;  // the statement of a full batch; empty until one is full
  std::vector<Param> params_;
  std::pmr::monotonic_buffer_resource bytes_;  // what the parameters borrow
};

// The rows whose key is among `keys`, read in batches: `select` ends in "… WHERE column IN" and is
// a constant. f(const Row&) is called in no particular order.
void each_among(Connection& connection, std::string_view select, std::span<const Param> keys,
                FunctionRef<void(const Row&)> f);

// Calls f(span) with some hundred values at a time, for lists in a statement.
template <class T, class F>
void in_batches(const std::vector<T>& values, F f) {
  constexpr std::size_t kBatch = 256;
  for (std::span<const T> rest(values); !rest.empty();) {
    const std::size_t count = rest.size() < kBatch ? rest.size() : kBatch;
    f(rest.first(count));
    rest = rest.subspan(count);
  }
}

// Whether others wait for this write to end, so that long work may stop earlier. On PostgreSQL,
// where writes go on side by side, nobody does.
bool is_awaited(const Connection& connection);

}  // namespace stagecoach::db
