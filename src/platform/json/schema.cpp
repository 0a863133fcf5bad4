#include "platform/json/schema.h"

#include <cassert>
#include <cctype>

#include "platform/json/writer.h"

namespace stagecoach::json {
namespace {

constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();
constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

// Adds `"key":value` to an object text that is still open at its end.
void add(std::string& object, std::string_view key, std::string_view value) {
  if (object.back() != '{') object.push_back(',');
  append_string(object, key);
  object.push_back(':');
  object.append(value);
}

void add_number(std::string& object, std::string_view key, std::int64_t value) {
  add(object, key, std::to_string(value));
}

std::string in_quotes(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}

void add_bounds(std::string& object, std::int64_t min, std::int64_t max) {
  if (min != kLowest) add_number(object, "minimum", min);
  if (max != kHighest) add_number(object, "maximum", max);
}

// "stagecoach::Page<stagecoach::sales::Deal>" -> {"stagecoach::Page", …}: the name's parts between
// "::" outside of template arguments.
std::vector<std::string_view> name_parts(std::string_view name) {
  std::vector<std::string_view> parts;
  size_t start = 0;
  int depth = 0;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '<') ++depth;
    if (name[i] == '>') --depth;
    if (depth > 0 || name.substr(i, 2) != "::") continue;
    parts.push_back(name.substr(start, i - start));
    start = ++i + 1;
  }
  parts.push_back(name.substr(start));
  return parts;
}

// A component name: letters, digits and '_'. Template arguments follow their template, each by the
// last part of its own name ("Page<stagecoach::sales::Deal>" -> "Page_Deal").
std::string component_name(std::string_view part) {
  std::string out, word;
  const auto end_word = [&] {
    if (!word.empty() && !out.empty()) out.push_back('_');
    out += word;
    word.clear();
  };
  for (size_t i = 0; i < part.size(); ++i) {
    const auto c = static_cast<unsigned char>(part[i]);
    if (std::isalnum(c) || c == '_') {
      word.push_back(part[i]);
    } else if (part.substr(i, 2) == "::") {
      word.clear();
      ++i;
    } else {
      end_word();
    }
  }
  end_word();
  return out;
}

}  // namespace

void Schemas::reserve_names(std::set<std::string> names, std::string suffix) {
  reserved_ = std::move(names);
  reserved_suffix_ = std::move(suffix);
}

std::string Schemas::name_for(std::string_view qualified_name) const {
  const std::vector<std::string_view> parts = name_parts(qualified_name);
  std::string name;
  for (size_t i = parts.size(); i-- > 0;) {
    const std::string part = component_name(parts[i]);
    if (part.empty()) continue;
    name = name.empty() ? part : part + '_' + name;
    const std::string candidate = reserved_.contains(name) ? name + reserved_suffix_ : name;
    if (!definitions_.contains(candidate)) return candidate;
  }
  assert(false && "two types of one qualified name");
  return name;
}

std::string Schemas::refer(std::string_view qualified_name,
                           const std::function<std::string()>& body) {
  auto known = names_.find(qualified_name);
  if (known == names_.end()) {
    std::string name = name_for(qualified_name);
    known = names_.emplace(std::string(qualified_name), name).first;
    definitions_[name];  // claims the name: the body may refer back to it
    std::string schema = body();
    definitions_[name] = std::move(schema);
  }
  std::string reference = "{";
  add(reference, "$ref", in_quotes(ref_prefix_ + known->second));
  return reference + "}";
}

std::string string_schema(const Rule* rule, std::string_view format) {
  std::string out = R"({"type":"string")";
  if (!format.empty()) add(out, "format", in_quotes(format));
  if (rule && rule->length_min > 0)
    add_number(out, "minLength", static_cast<std::int64_t>(rule->length_min));
  if (rule && rule->length_max != kNoLimit)
    add_number(out, "maxLength", static_cast<std::int64_t>(rule->length_max));
  return out + "}";
}

std::string integer_schema(const Rule* rule, std::int64_t min, std::int64_t max) {
  std::string out = R"({"type":"integer")";
  const bool is_int32 = min == std::numeric_limits<std::int32_t>::min() &&
                        max == std::numeric_limits<std::int32_t>::max();
  if (is_int32) add(out, "format", R"("int32")");
  if (max == kHighest) add(out, "format", R"("int64")");
  // What the format says needs no bounds.
  std::int64_t low = is_int32 ? kLowest : min, high = is_int32 ? kHighest : max;
  if (rule) low = std::max(low, rule->number_min), high = std::min(high, rule->number_max);
  add_bounds(out, low, high);
  return out + "}";
}

std::string number_schema(const Rule* rule) {
  std::string out = R"({"type":"number","format":"double")";
  if (rule) add_bounds(out, rule->number_min, rule->number_max);
  return out + "}";
}

std::string array_schema(const Rule* rule, const std::string& items) {
  std::string out = R"({"type":"array")";
  add(out, "items", items);
  if (rule && rule->items_min > 0)
    add_number(out, "minItems", static_cast<std::int64_t>(rule->items_min));
  if (rule && rule->items_max != kNoLimit)
    add_number(out, "maxItems", static_cast<std::int64_t>(rule->items_max));
  return out + "}";
}

std::string map_schema(const std::string& values) {
  return R"({"type":"object","additionalProperties":)" + values + "}";
}

std::string enum_schema(std::span<const EnumName> names) {
  std::string out = R"({"type":"string","enum":[)";
  for (const EnumName& entry : names) {
    if (out.back() != '[') out.push_back(',');
    append_string(out, entry.name);
  }
  return out + "]}";
}

std::string object_schema(Direction direction, const std::vector<PropertySchema>& properties) {
  std::string fields = "{", required = "[";
  for (const PropertySchema& property : properties) {
    add(fields, property.name, property.schema);
    const bool may_lack =
        direction == Direction::request ? property.may_be_missing : property.may_be_skipped;
    if (may_lack) continue;
    if (required.back() != '[') required.push_back(',');
    append_string(required, property.name);
  }
  std::string out = R"({"type":"object")";
  add(out, "properties", fields + "}");
  if (required.size() > 1) add(out, "required", required + "]");
  if (direction == Direction::request) add(out, "additionalProperties", "false");
  return out + "}";
}

std::string nullable_schema(const std::string& schema) {
  // {"type":"string",…} -> {"type":["string","null"],…}; anything else becomes one of two.
  constexpr std::string_view kType = R"({"type":")";
  if (schema == "{}" || schema.starts_with(R"({"type":[)")) return schema;
  if (!schema.starts_with(kType) || schema.find("\"enum\"") != schema.npos)
    return R"({"anyOf":[)" + schema + R"(,{"type":"null"}]})";
  const size_t end = schema.find('"', kType.size());
  const std::string type = schema.substr(kType.size(), end - kType.size());
  return R"({"type":[")" + type + R"(","null"])" + schema.substr(end + 1);
}

std::string with_description(std::string schema, std::string_view sentence) {
  if (sentence.empty()) return schema;
  schema.pop_back();
  add(schema, "description", in_quotes(sentence));
  return schema + "}";
}

std::string schema_document(const std::string& root, const Schemas& schemas) {
  std::string out = R"({"$schema":"https://json-schema.org/draft/2020-12/schema")";
  if (root.size() > 2) out.append(",").append(root, 1, root.size() - 2);
  if (!schemas.definitions().empty()) {
    std::string definitions = "{";
    for (const auto& [name, schema] : schemas.definitions()) add(definitions, name, schema);
    add(out, "$defs", definitions + "}");
  }
  return out + "}";
}

}  // namespace stagecoach::json
