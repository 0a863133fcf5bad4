// JSON Schema (2020-12) of our types, for the API document.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/json/reader.h"

namespace stagecoach::json {

// A request must name every field that is neither optional nor defaulted and may name no other; a
// response names every field (absent optionals as null) and may grow.
enum class Direction { request, response };

class Schemas;
// How a route table names a body type without knowing it: `&json::schema_ref<CreateDeal>`.
using SchemaFn = std::string (*)(Schemas&);

// Collects the named types that a set of schemas refers to.
class Schemas {
 public:
  explicit Schemas(Direction direction, std::string ref_prefix = "#/$defs/")
      : direction_(direction), ref_prefix_(std::move(ref_prefix)) {}

  Direction direction() const { return direction_; }

  // These are the requests beside the responses of `other`, which outlives them: a type that both
  // describe alike (an enum) is shared, any other that would take a name of `other`, or one of
  // `reserved`, gets `suffix` behind it. Call before the first reference.
  void follow(const Schemas& other, std::string suffix, std::set<std::string> reserved = {});

  // {"$ref": …} to the type, whose schema `body` makes the first time. `qualified_name` is the C++
  // name; its last part is used, and one more part of it where two types would share a name.
  std::string refer(std::string_view qualified_name, const std::function<std::string()>& body);

  // name -> schema, in alphabetical order.
  const std::map<std::string, std::string>& definitions() const { return definitions_; }

 private:
  std::string name_for(std::string_view qualified_name) const;
  // The name under which `other` has the very same schema of the type; null if it has not.
  const std::string* same_in_other(std::string_view qualified_name,
                                   const std::string& schema) const;

  Direction direction_;
  std::string ref_prefix_;
  const Schemas* other_ = nullptr;
  std::string suffix_;
  std::set<std::string> reserved_;
  std::map<std::string, std::string> definitions_;
  std::map<std::string, std::string, std::less<>> names_;  // qualified name -> name
};

struct PropertySchema {
  std::string_view name;
  std::string schema;
  bool may_be_missing;  // in a request
  bool may_be_skipped;  // in a response
};

// The building blocks of the codecs' schema(). `rule` may be null.
std::string string_schema(const Rule* rule, std::string_view format = {});
std::string integer_schema(const Rule* rule, std::int64_t min, std::int64_t max);
std::string number_schema(const Rule* rule);
std::string array_schema(const Rule* rule, const std::string& items);
std::string map_schema(const std::string& values);
std::string enum_schema(std::span<const EnumName> names);
std::string object_schema(Direction direction, const std::vector<PropertySchema>& properties);
// Also null.
std::string nullable_schema(const std::string& schema);
std::string with_description(std::string schema, std::string_view sentence);

// {"$schema": …, "$ref"/…, "$defs": {…}}
std::string schema_document(const std::string& root, const Schemas& schemas);

}  // namespace stagecoach::json
