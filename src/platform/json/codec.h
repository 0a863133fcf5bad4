// How a type is read from JSON, written to it and described: scalars, lists, maps, optionals.
//
// A type of another room joins by specialising Codec with the same three functions; described
// structs and enums (described.h) and the base values (values.h) need nothing more.
#pragma once

#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "platform/json/reader.h"
#include "platform/json/schema.h"
#include "platform/json/writer.h"

namespace stagecoach::json {

// static void read(Reader&, const Node&, T& out)      fails at the reader's place, or sets `out`
// static void append(std::string& out, const T&)      writes one JSON value
// static std::string schema(Schemas&, const Rule*)    JSON Schema of it
// and, where a member of the type may be left out of a request:
// static constexpr bool may_be_missing = true;
// and, where a member of the type may be left out when writing:
// static bool is_absent(const T&)
template <class T>
struct Codec;

template <class T>
constexpr bool may_be_missing() {
  if constexpr (requires { Codec<T>::may_be_missing; }) return Codec<T>::may_be_missing;
  return false;
}

template <class T>
constexpr bool may_be_skipped = requires(const T& value) {
  Codec<T>::is_absent(value);
};

template <>
struct Codec<std::string> {
  static void read(Reader& reader, const Node& node, std::string& out) {
    read_string(reader, node, out);
  }
  static void append(std::string& out, const std::string& value) { append_string(out, value); }
  static std::string schema(Schemas&, const Rule* rule) { return string_schema(rule); }
};

// For writing constants; there is nobody to own what would be read.
template <>
struct Codec<std::string_view> {
  static void append(std::string& out, std::string_view value) { append_string(out, value); }
  static std::string schema(Schemas&, const Rule* rule) { return string_schema(rule); }
};

template <>
struct Codec<bool> {
  static void read(Reader& reader, const Node& node, bool& out) { read_bool(reader, node, out); }
  static void append(std::string& out, bool value) { append_bool(out, value); }
  static std::string schema(Schemas&, const Rule*) { return R"({"type":"boolean"})"; }
};

// Unsigned 64-bit values are read up to 2^63-1.
template <std::integral T>
struct Codec<T> {
  static constexpr std::int64_t kMin =
      std::is_signed_v<T> ? static_cast<std::int64_t>(std::numeric_limits<T>::min()) : 0;
  static constexpr std::int64_t kMax =
      sizeof(T) == 8 ? std::numeric_limits<std::int64_t>::max()
                     : static_cast<std::int64_t>(std::numeric_limits<T>::max());

  static void read(Reader& reader, const Node& node, T& out) {
    std::int64_t value = static_cast<std::int64_t>(out);
    read_integer(reader, node, kMin, kMax, value);
    out = static_cast<T>(value);
  }
  static void append(std::string& out, T value) {
    if constexpr (std::is_signed_v<T>)
      append_integer(out, value);
    else
      append_unsigned(out, value);
  }
  static std::string schema(Schemas&, const Rule* rule) { return integer_schema(rule, kMin, kMax); }
};

template <>
struct Codec<double> {
  static void read(Reader& reader, const Node& node, double& out) {
    read_double(reader, node, out);
  }
  static void append(std::string& out, double value) { append_double(out, value); }
  static std::string schema(Schemas&, const Rule* rule) { return number_schema(rule); }
};

// Missing and null are the same to a request; absent is always written as null.
template <class T>
struct Codec<std::optional<T>> {
  static constexpr bool may_be_missing = true;

  static void read(Reader& reader, const Node& node, std::optional<T>& out) {
    out.reset();
    if (!is_nothing(reader, node)) Codec<T>::read(reader, node, out.emplace());
  }
  static void append(std::string& out, const std::optional<T>& value) {
    if (value)
      Codec<T>::append(out, *value);
    else
      out.append("null");
  }
  static std::string schema(Schemas& schemas, const Rule* rule) {
    return nullable_schema(Codec<T>::schema(schemas, rule));
  }
};

template <class T>
struct Codec<std::vector<T>> {
  static void read(Reader& reader, const Node& node, std::vector<T>& out) {
    out.clear();
    const std::optional<Items> items = items_of(reader, node);
    if (!items) return;
    const Rule* rule = reader.rule();
    size_t index = 0;
    for (const Node& child : *items) {
      reader.enter(index++);
      T value{};
      Codec<T>::read(reader, child, value);
      out.push_back(std::move(value));
      reader.leave();
      reader.set_rule(rule);
    }
  }
  static void append(std::string& out, const std::vector<T>& values) {
    out.push_back('[');
    for (const auto& value : values) {
      Codec<T>::append(out, value);
      out.push_back(',');
    }
    if (out.back() == ',')
      out.back() = ']';
    else
      out.push_back(']');
  }
  static std::string schema(Schemas& schemas, const Rule* rule) {
    return array_schema(rule, Codec<T>::schema(schemas, rule));
  }
};

template <class T, class Compare>
struct Codec<std::map<std::string, T, Compare>> {
  using Map = std::map<std::string, T, Compare>;

  static void read(Reader& reader, const Node& node, Map& out) {
    out.clear();
    if (!is_object(reader, node)) return;
    const Rule* rule = reader.rule();
    for (const Node& child : node) {
      reader.enter(child.key);
      Codec<T>::read(reader, child, out[std::string(child.key)]);
      reader.leave();
      reader.set_rule(rule);
    }
  }
  static void append(std::string& out, const Map& values) {
    out.push_back('{');
    for (const auto& [key, value] : values) {
      append_string(out, key);
      out.push_back(':');
      Codec<T>::append(out, value);
      out.push_back(',');
    }
    if (out.back() == ',')
      out.back() = '}';
    else
      out.push_back('}');
  }
  static std::string schema(Schemas& schemas, const Rule* rule) {
    return map_schema(Codec<T>::schema(schemas, rule));
  }
};

}  // namespace stagecoach::json
