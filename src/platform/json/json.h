// JSON for every type of the product: one include, five functions.
//
//   struct MoveDeal { StageId to; std::optional<std::string> reason; };
//   BOOST_DESCRIBE_STRUCT(MoveDeal, (), (to, reason))
//
//   const auto body = TRY(json::read<MoveDeal>(text));
//   const std::string reply = json::write(deal);
//
// T may be a described struct, std::string, bool, an integer, double, a described enum, optional,
// vector, map<string, …>, Id, Money, Currency, Instant, Date, Localized, Raw, Maybe or Patch, in
// any nesting. Reading refuses what it does not know (see read); writing always gives valid JSON:
// absent optionals as null, absent Maybe and Patch not at all, NaN and infinities as null.
//
// All functions are pure and safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "platform/base/result.h"
#include "platform/json/described.h"
#include "platform/json/values.h"

namespace stagecoach::json {

// Error::Code::invalid with every wrong field listed by its path ("lines[2].price"): missing, wrong
// type, unknown (the nearest known name is suggested), against its rule. Text that is no JSON, bad
// UTF-8, duplicate keys, U+0000 and too deep nesting are `invalid` as well; beyond bytes_max the
// answer is `too_large`.
template <class T>
Result<T> read(std::string_view text, const ReadLimits& limits = {}) {
  const Document document = TRY(Document::parse(text, limits));
  Reader reader(limits);
  T out{};
  Codec<T>::read(reader, document.root(), out);
  if (reader.failed()) return reader.take_error();
  return out;
}

// A described struct from the parameters of a query string or form, already percent-decoded: text
// stands for numbers and booleans, a repeated name or a comma-separated value fills a vector, an
// empty value is an absent optional. Refuses as read does.
template <class T>
Result<T> read_parameters(const Parameters& parameters, const ReadLimits& limits = {}) {
  const Document document = TRY(Document::from_parameters(parameters, limits));
  Reader reader(limits);
  reader.accept_text();
  T out{};
  Codec<T>::read(reader, document.root(), out);
  if (reader.failed()) return reader.take_error();
  return out;
}

template <class T>
void append(std::string& out, const T& value) {
  Codec<T>::append(out, value);
}

template <class T>
std::string write(const T& value) {
  std::string out;
  Codec<T>::append(out, value);
  return out;
}

// For storing: leaves out every member, of T and of the described structs that are its members,
// which has its initial value and may be left out of what read() reads. So what is written reads
// back as `value`, as long as initial values stay what they are.
template <class T>
std::string write_sparse(const T& value) {
  std::string out;
  detail::append_sparse(out, value);
  return out;
}

// Registers T with `schemas` and gives the reference to it; see SchemaFn.
template <class T>
std::string schema_ref(Schemas& schemas) {
  return Codec<T>::schema(schemas, nullptr);
}

// The JSON Schema of T as one self-contained document.
template <class T>
std::string schema_of(Direction direction = Direction::response) {
  Schemas schemas(direction);
  const std::string root = schema_ref<T>(schemas);
  return schema_document(root, schemas);
}

}  // namespace stagecoach::json
