// What a function answers when it may refuse: a value or an Error.
//
// Three failures, three tools: a refusal (bad input, no permission, unmet gate) is a Result; broken
// machinery (disk, database, network) is an exception, caught once at the edge; a bug of ours is an
// assert. The names follow std::expected, which g++ 12 does not have in C++20.
#pragma once

#include <cassert>
#include <chrono>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "platform/base/phrase.h"

namespace stagecoach {

// One thing wrong with one field of the input. `field` is a path such as "amount" or
// "lines[2].price".
struct FieldError {
  std::string field;
  Message message;
};

struct [[nodiscard]] Error {
  enum class Code {
    invalid,          // 400: the request cannot be understood, or fields are wrong (see `fields`)
    unauthenticated,  // 401: who are you?
    forbidden,        // 403: we know you, and you may not
    not_found,        // 404: no such record, or none that you may see
    conflict,         // 409: the state forbids it (already won, key in flight, duplicate)
    stale,            // 412: somebody saved first; reload and decide again
    too_large,        // 413
    unsupported,      // 415: a content type or file kind we do not read
    refused,          // 422: understood, and a rule says no (an unmet gate, a mismatched key)
    precondition_required,  // 428: say which version you saw (If-Match)
    rate_limited,           // 429
    unavailable,            // 503: not now (shutting down, database away)
    storage_full,           // 507: no space to keep it; reading still works
  };

  Code code = Code::invalid;
  Message message;
  std::vector<FieldError> fields;
  std::string details_json;  // optional extra member of problem+json, already JSON ("{...}")
  std::optional<std::chrono::seconds> retry_after;  // when it may work; becomes Retry-After

  Error() = default;
  Error(Code c, Message m) : code(c), message(std::move(m)) {}
  Error(Code c, Message m, std::vector<FieldError> f)
      : code(c), message(std::move(m)), fields(std::move(f)) {}
};

template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

  template <class U>
  T value_or(U&& other) const& {
    return has_value() ? value() : static_cast<T>(std::forward<U>(other));
  }

  template <class F>
  auto and_then(F&& f) && -> std::invoke_result_t<F, T&&> {
    if (!has_value()) return std::move(*this).error();
    return std::forward<F>(f)(std::move(*this).value());
  }

  template <class F>
  auto transform(F&& f) && -> Result<std::invoke_result_t<F, T&&>> {
    if (!has_value()) return std::move(*this).error();
    return std::forward<F>(f)(std::move(*this).value());
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  void value() const { assert(has_value()); }
  void operator*() const { assert(has_value()); }
  const Error& error() const& {
    assert(!has_value());
    return *error_;
  }
  Error&& error() && {
    assert(!has_value());
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

}  // namespace stagecoach

// Unwraps a Result or returns its error from the calling function (a GNU statement expression, so
// it reads as an expression): `const Deal deal = TRY(load_deal(work, id));`
#define TRY(expression) TRY_NAMED_(expression, __COUNTER__)
// A name of its own for each use, so that one TRY may stand inside another.
#define TRY_NAMED_(expression, number) TRY_EXPANDED_(expression, number)
#define TRY_EXPANDED_(expression, number)                                    \
  (__extension__({                                                           \
    auto try_result_##number = (expression);                                 \
    if (!try_result_##number) return std::move(try_result_##number).error(); \
    *std::move(try_result_##number);                                         \
  }))
