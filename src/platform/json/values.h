// The base values as JSON, and the three types that only JSON needs: Raw, Maybe and Patch.
//
//   Id<Tag>    a whole number >= 1 (absence is an optional<Id>)
//   Money      {"minor": 199900, "currency": "CNY"}; the currency may be null or left out
//   Currency   "CNY", or null for none
//   Instant    "2026-02-13T09:30:00Z" (RFC 3339; any offset is read, Z is written)
//   Date       "2026-02-13"
//   Localized  {"en": "...", "zh": "..."}; either may be left out, not both
#pragma once

#include <cassert>

#include "platform/base/id.h"
#include "platform/base/money.h"
#include "platform/base/phrase.h"
#include "platform/base/time.h"
#include "platform/json/codec.h"

namespace stagecoach::json {

// JSON that passes through unread: its text is one complete value. Reading keeps the value compact,
// numbers as they were written. An empty text is written as null.
struct Raw {
  std::string text;

  bool operator==(const Raw&) const = default;
};

// A field of a PATCH body that may be left out but never null.
template <class T>
class Maybe {
 public:
  Maybe() = default;
  Maybe(T value) : value_(std::move(value)) {}  // NOLINT: implicit, as optional

  bool is_absent() const { return !value_; }
  explicit operator bool() const { return value_.has_value(); }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return &*value_; }
  // Puts the value, if there is one, into `field`; true if it is different now.
  bool apply_to(T& field) const {
    if (!value_ || *value_ == field) return false;
    field = *value_;
    return true;
  }
  bool operator==(const Maybe&) const = default;

 private:
  friend struct Codec<Maybe>;
  std::optional<T> value_;
};

// A field of a PATCH body where null has a meaning: absent leaves the field, null empties it.
template <class T>
class Patch {
 public:
  Patch() = default;
  Patch(T value) : state_(State::value), value_(std::move(value)) {}  // NOLINT: implicit
  static Patch null() {
    Patch patch;
    patch.state_ = State::null;
    return patch;
  }

  bool is_absent() const { return state_ == State::absent; }
  bool is_null() const { return state_ == State::null; }
  bool has_value() const { return state_ == State::value; }
  const T& value() const {
    assert(has_value());
    return *value_;
  }
  // Sets or empties `field` unless absent; true if it is different now.
  bool apply_to(std::optional<T>& field) const {
    if (is_absent() || field == value_) return false;
    field = value_;
    return true;
  }
  bool operator==(const Patch&) const = default;

 private:
  friend struct Codec<Patch>;
  enum class State { absent, null, value };
  State state_ = State::absent;
  std::optional<T> value_;
};

template <class Tag>
struct Codec<Id<Tag>> {
  static void read(Reader& reader, const Node& node, Id<Tag>& out) {
    read_integer(reader, node, 1, std::numeric_limits<std::int64_t>::max(), out.value);
  }
  static void append(std::string& out, Id<Tag> value) { append_integer(out, value.value); }
  static std::string schema(Schemas&, const Rule*) {
    return integer_schema(nullptr, 1, std::numeric_limits<std::int64_t>::max());
  }
};

template <>
struct Codec<Currency> {
  static constexpr bool may_be_missing = true;
  static void read(Reader& reader, const Node& node, Currency& out);
  static void append(std::string& out, Currency value);
  static std::string schema(Schemas& schemas, const Rule* rule);
};

template <>
struct Codec<Money> {
  static void read(Reader& reader, const Node& node, Money& out);
  static void append(std::string& out, const Money& value);
  static std::string schema(Schemas& schemas, const Rule* rule);
};

template <>
struct Codec<Instant> {
  static void read(Reader& reader, const Node& node, Instant& out);
  static void append(std::string& out, Instant value) { append_instant(out, value); }
  static std::string schema(Schemas&, const Rule*) { return string_schema(nullptr, "date-time"); }
};

template <>
struct Codec<Date> {
  static void read(Reader& reader, const Node& node, Date& out);
  static void append(std::string& out, Date value) { append_date(out, value); }
  static std::string schema(Schemas&, const Rule*) { return string_schema(nullptr, "date"); }
};

template <>
struct Codec<Localized> {
  static void read(Reader& reader, const Node& node, Localized& out);
  static void append(std::string& out, const Localized& value);
  static std::string schema(Schemas& schemas, const Rule* rule);
};

template <>
struct Codec<Raw> {
  static void read(Reader&, const Node& node, Raw& out) {
    out.text.clear();
    append_node(out.text, node);
  }
  static void append(std::string& out, const Raw& value) {
    out.append(value.text.empty() ? std::string_view("null") : std::string_view(value.text));
  }
  static std::string schema(Schemas&, const Rule*) { return "{}"; }
};

template <class T>
struct Codec<Maybe<T>> {
  static constexpr bool may_be_missing = true;
  static bool is_absent(const Maybe<T>& value) { return value.is_absent(); }
  static void read(Reader& reader, const Node& node, Maybe<T>& out) {
    Codec<T>::read(reader, node, out.value_.emplace());
  }
  static void append(std::string& out, const Maybe<T>& value) {
    Codec<std::optional<T>>::append(out, value.value_);
  }
  static std::string schema(Schemas& schemas, const Rule* rule) {
    return Codec<T>::schema(schemas, rule);
  }
};

template <class T>
struct Codec<Patch<T>> {
  static constexpr bool may_be_missing = true;
  static bool is_absent(const Patch<T>& value) { return value.is_absent(); }
  static void read(Reader& reader, const Node& node, Patch<T>& out) {
    Codec<std::optional<T>>::read(reader, node, out.value_);
    out.state_ = out.value_ ? Patch<T>::State::value : Patch<T>::State::null;
  }
  static void append(std::string& out, const Patch<T>& value) {
    Codec<std::optional<T>>::append(out, value.value_);
  }
  static std::string schema(Schemas& schemas, const Rule* rule) {
    return nullable_schema(Codec<T>::schema(schemas, rule));
  }
};

}  // namespace stagecoach::json
