#include "platform/db/bulk.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "platform/db/sqlite/sqlite_connection.h"

namespace stagecoach::db {
namespace {

// Enough to share the cost of a statement; more makes it slower to prepare and gains nothing.
constexpr std::size_t kParamsPerStatement = 256;
constexpr std::size_t kKeysPerStatement = 64;

void append_group(std::string& sql, std::size_t first, std::size_t count) {
  sql += '(';
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) sql += ", ";
    sql += '$';
    sql += std::to_string(first + i);
  }
  sql += ')';
}

std::string_view copy(std::pmr::memory_resource& memory, std::string_view bytes) {
  if (bytes.empty()) return {};
  char* to = static_cast<char*>(memory.allocate(bytes.size(), 1));
  std::memcpy(to, bytes.data(), bytes.size());
  return {to, bytes.size()};
}

}  // namespace

std::string BulkInsert::statement(std::size_t rows) const {
  std::string sql = "INSERT INTO ";
  sql += into_;
  sql += " VALUES ";
  for (std::size_t row = 0; row < rows; ++row) {
    if (row > 0) sql += ", ";
    append_group(sql, row * columns_ + 1, columns_);
  }
  return sql;
}

void BulkInsert::add_row(std::span<const Param> row) {
  assert((columns_ == 0 || columns_ == row.size()) && "every row has the same columns");
  columns_ = row.size();
  for (const Param& value : row) {
    if (!value.is_null() && value.kind() == Param::Kind::text)
      params_.emplace_back(copy(bytes_, value.bytes()));
    else if (!value.is_null() && value.kind() == Param::Kind::blob)
      params_.emplace_back(Blob{copy(bytes_, value.bytes())});
    else
      params_.push_back(value);
  }
  const std::size_t rows_max = std::max<std::size_t>(1, kParamsPerStatement / columns_);
  if (params_.size() < rows_max * columns_) return;
  if (many_.empty()) many_ = statement(rows_max);
  connection_.queue_of(many_, params_);
  forget();
}

void BulkInsert::finish() {
  if (params_.empty()) return;
  const std::string one = statement(1);
  const std::span<const Param> all(params_);
  for (std::size_t at = 0; at < all.size(); at += columns_)
    connection_.queue_of(one, all.subspan(at, columns_));
  forget();
}

void BulkInsert::forget() {
  params_.clear();
  bytes_.release();
}

void each_among(Connection& connection, std::string_view select, std::span<const Param> keys,
                FunctionRef<void(const Row&)> f) {
  std::string sql(select);
  sql += ' ';
  append_group(sql, 1, kKeysPerStatement);
  std::vector<Param> batch;
  for (std::size_t at = 0; at < keys.size(); at += kKeysPerStatement) {
    const auto some = keys.subspan(at, std::min(kKeysPerStatement, keys.size() - at));
    batch.assign(some.begin(), some.end());
    batch.resize(kKeysPerStatement, some.back());  // asking twice for a key finds it once
    connection.each_of(sql, batch, [&](const Row& row) { f(row); });
  }
}

bool is_awaited(const Connection& connection) {
  const auto* sqlite = dynamic_cast<const SqliteConnection*>(&connection);
  return sqlite && sqlite->is_awaited();
}

}  // namespace stagecoach::db
