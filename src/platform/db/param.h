// What may be bound to $1..$n of a statement.
#pragma once

#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/id.h"
#include "platform/base/time.h"

namespace stagecoach::db {

// Bytes for a BLOB / bytea column.
struct Blob {
  std::string_view bytes;
};

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> &&
                  !std::same_as<T, char8_t> && !std::same_as<T, wchar_t>;

// One bound value; text and bytes are borrowed for the length of the call. Enums do not convert:
// the store says how each is written. An Id of value 0 is bound as 0, not NULL; an empty optional
// is a NULL that still knows its type. Text must be UTF-8 without a NUL byte (checked: Failure).
class Param {
 public:
  enum class Kind : std::uint8_t { untyped, boolean, integer, real, text, blob };

  Param(std::nullptr_t) {}  // NOLINT: implicit
  Param(std::same_as<bool> auto v) : kind_(Kind::boolean), null_(false), integer_(v) {}  // NOLINT
  Param(Integer auto v)  // NOLINT: implicit
      : kind_(Kind::integer), null_(false), integer_(static_cast<std::int64_t>(v)) {
    if constexpr (sizeof(v) == 8 && std::unsigned_integral<decltype(v)>)
      assert(v <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
  }
  Param(std::floating_point auto v) : kind_(Kind::real), null_(false), real_(v) {}  // NOLINT
  Param(std::string_view v) : kind_(Kind::text), null_(false), bytes_(v) {}         // NOLINT
  Param(const std::string& v) : Param(std::string_view(v)) {}                       // NOLINT
  Param(const char* v) : Param(std::string_view(v)) {}                              // NOLINT
  Param(Blob v) : kind_(Kind::blob), null_(false), bytes_(v.bytes) {}               // NOLINT
  Param(Instant v) : Param(to_millis(v)) {}                                         // NOLINT
  Param(Date v) : Param(static_cast<std::int64_t>(to_days(v))) {}                   // NOLINT
  template <class Tag>
  Param(Id<Tag> v) : Param(v.value) {}  // NOLINT: implicit
  template <class T>
  Param(const std::optional<T>& v)  // NOLINT: implicit
      : Param(v ? Param(*v) : null_like(Param(T{}))) {}

  Kind kind() const { return kind_; }
  bool is_null() const { return null_; }
  std::int64_t integer() const { return integer_; }  // also boolean, as 0 or 1
  double real() const { return real_; }
  std::string_view bytes() const { return bytes_; }  // text or blob

 private:
  static Param null_like(const Param& value) {
    Param null(nullptr);
    null.kind_ = value.kind_;
    return null;
  }

  Kind kind_ = Kind::untyped;
  bool null_ = true;
  union {
    std::int64_t integer_ = 0;
    double real_;
  };
  std::string_view bytes_;
};

}  // namespace stagecoach::db
