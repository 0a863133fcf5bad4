// What a custom field holds on one record. A value carries its own shape; whether that is the shape
// its field wants is asked of the field (custom_field.h).
//
//   text, date, choice, link   "…" (a date as 2026-02-13, a choice by its key)
//   number, user               12.5, with up to six decimal places; a user by his id
//   money                      {"minor": 199900, "currency": "CNY"}
//   yes_no                     true
//   choices                    ["a", "b"]
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/json/json.h"

namespace stagecoach::sales {

// A decimal number, exact to six places, so that what was typed is what is stored and compared.
struct Decimal {
  static constexpr std::int64_t kScale = 1'000'000;
  static constexpr std::int64_t kMax = 1'000'000'000'000 * kScale;  // either way

  std::int64_t millionths = 0;

  // "-12.50"; no exponent, no white space. nullopt: no number, more than six places, or beyond
  // kMax.
  static std::optional<Decimal> parse(std::string_view text);
  std::string text() const;  // the shortest that reads back as the same
  bool is_whole() const { return millionths % kScale == 0; }
  std::int64_t whole() const { return millionths / kScale; }
  auto operator<=>(const Decimal&) const = default;
};

struct FieldValue {
  std::variant<std::string, Decimal, Money, bool, std::vector<std::string>> is;

  bool operator==(const FieldValue&) const = default;
};

// By the key of the field. What is unknown has no entry.
using FieldValues = std::map<std::string, FieldValue>;
// Of a PATCH: nullopt empties the field.
using FieldPatch = std::map<std::string, std::optional<FieldValue>>;

// What a list filters and sorts by: every value becomes one row or, of several choices, more.
struct IndexedValue {
  std::optional<std::int64_t> number;  // of a day, since 1970-01-01
  std::optional<std::string> text;     // cut to 200 bytes; of money its currency
};
std::vector<IndexedValue> indexed(const FieldValue& value);

}  // namespace stagecoach::sales

namespace stagecoach::json {

template <>
struct Codec<sales::FieldValue> {
  static void read(Reader& reader, const Node& node, sales::FieldValue& out);
  static void append(std::string& out, const sales::FieldValue& value);
  static std::string schema(Schemas& schemas, const Rule* rule);
};

}  // namespace stagecoach::json
