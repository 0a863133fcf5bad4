// One row of a result, read by column position.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "platform/base/id.h"
#include "platform/base/time.h"

namespace stagecoach::db {

// Valid only inside the callback that received it, as are the views it hands out. Columns count
// from 0. Reading NULL or a value of another type is a Failure (never a silent conversion), except
// that a whole number reads as a real and 0/1 as a boolean.
class Row {
 public:
  virtual int columns() const = 0;
  virtual bool is_null(int column) const = 0;
  // bigint, int, smallint, boolean, and sums that PostgreSQL types numeric. Exact for all of int64.
  virtual std::int64_t integer(int column) const = 0;
  virtual bool boolean(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual std::string_view text(int column) const = 0;  // text and JSON
  virtual std::string_view blob(int column) const = 0;

  std::string string(int column) const { return std::string(text(column)); }
  Instant instant(int column) const { return from_millis(integer(column)); }
  Date date(int column) const { return from_days(static_cast<std::int32_t>(integer(column))); }
  template <class SomeId>
  SomeId id(int column) const {
    return SomeId(integer(column));
  }

  // NULL reads as nullopt. T: int64_t, int, bool, double, std::string, std::string_view, Instant,
  // Date, an Id.
  template <class T>
  std::optional<T> optional(int column) const {
    if (is_null(column)) return std::nullopt;
    return get<T>(column);
  }
  std::optional<std::int64_t> optional_integer(int c) const { return optional<std::int64_t>(c); }
  std::optional<double> optional_real(int c) const { return optional<double>(c); }
  std::optional<std::string> optional_text(int c) const { return optional<std::string>(c); }
  std::optional<Instant> optional_instant(int c) const { return optional<Instant>(c); }
  std::optional<Date> optional_date(int c) const { return optional<Date>(c); }
  template <class SomeId>
  std::optional<SomeId> optional_id(int c) const {
    return optional<SomeId>(c);
  }

  template <class T>
  T get(int column) const {
    if constexpr (std::is_same_v<T, bool>)
      return boolean(column);
    else if constexpr (std::is_integral_v<T>)
      return static_cast<T>(integer(column));
    else if constexpr (std::is_floating_point_v<T>)
      return real(column);
    else if constexpr (std::is_same_v<T, Instant>)
      return instant(column);
    else if constexpr (std::is_same_v<T, Date>)
      return date(column);
    else if constexpr (std::is_constructible_v<T, std::string_view>)
      return T(text(column));
    else
      return T(integer(column));
  }

 protected:
  ~Row() = default;
};

}  // namespace stagecoach::db
