#include "platform/json/schema.h"

#include <cassert>
#include <cctype>

#include "platform/json/text.h"

namespace stagecoach::json {
namespace {

constexpr size_t kNoLimit = std::numeric_limits<size_t>::max();
constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

void add_bounds(ObjectText& object, std::int64_t min, std::int64_t max) {
  if (min != kLowest) object.add_number("minimum", min);
  if (max != kHighest) object.add_number("maximum", max);
}

// A limit of a rule, where the rule has it.
void add_limit(ObjectText& object, std::string_view key, size_t limit, size_t none) {
  if (limit != none) object.add_number(key, static_cast<std::int64_t>(limit));
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

void Schemas::follow(const Schemas& other, std::string suffix, std::set<std::string> reserved) {
  other_ = &other;
  suffix_ = std::move(suffix);
  reserved_ = std::move(reserved);
}

std::string Schemas::name_for(std::string_view qualified_name) const {
  const std::vector<std::string_view> parts = name_parts(qualified_name);
  std::string name;
  for (size_t i = parts.size(); i-- > 0;) {
    const std::string part = component_name(parts[i]);
    if (part.empty()) continue;
    name = name.empty() ? part : part + '_' + name;
    const bool is_taken =
        reserved_.contains(name) || (other_ && other_->definitions().contains(name));
    const std::string candidate = is_taken ? name + suffix_ : name;
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
    if (const std::string* same = same_in_other(qualified_name, schema)) {
      definitions_.erase(name);
      known->second = *same;
    } else {
      definitions_[name] = std::move(schema);
    }
  }
  return ObjectText().add_text("$ref", ref_prefix_ + known->second).text();
}

const std::string* Schemas::same_in_other(std::string_view qualified_name,
                                          const std::string& schema) const {
  if (!other_) return nullptr;
  const auto name = other_->names_.find(qualified_name);
  const bool is_same =
      name != other_->names_.end() && other_->definitions_.at(name->second) == schema;
  return is_same ? &name->second : nullptr;
}

std::string string_schema(const Rule* rule, std::string_view format) {
  ObjectText out;
  out.add_text("type", "string");
  if (!format.empty()) out.add_text("format", format);
  if (rule) {
    add_limit(out, "minLength", rule->length_min, 0);
    add_limit(out, "maxLength", rule->length_max, kNoLimit);
  }
  return out.text();
}

std::string integer_schema(const Rule* rule, std::int64_t min, std::int64_t max) {
  ObjectText out;
  out.add_text("type", "integer");
  const bool is_int32 = min == std::numeric_limits<std::int32_t>::min() &&
                        max == std::numeric_limits<std::int32_t>::max();
  if (is_int32) out.add_text("format", "int32");
  if (max == kHighest) out.add_text("format", "int64");
  // What the format says needs no bounds.
  std::int64_t low = is_int32 ? kLowest : min, high = is_int32 ? kHighest : max;
  if (rule) low = std::max(low, rule->number_min), high = std::min(high, rule->number_max);
  add_bounds(out, low, high);
  return out.text();
}

std::string number_schema(const Rule* rule) {
  ObjectText out;
  out.add_text("type", "number").add_text("format", "double");
  if (rule) add_bounds(out, rule->number_min, rule->number_max);
  return out.text();
}

std::string array_schema(const Rule* rule, const std::string& items) {
  ObjectText out;
  out.add_text("type", "array").add("items", items);
  if (rule) {
    add_limit(out, "minItems", rule->items_min, 0);
    add_limit(out, "maxItems", rule->items_max, kNoLimit);
  }
  return out.text();
}

std::string map_schema(const std::string& values) {
  return ObjectText().add_text("type", "object").add("additionalProperties", values).text();
}

std::string enum_schema(std::span<const EnumName> names) {
  ArrayText values;
  for (const EnumName& entry : names) values.add_text(entry.name);
  return ObjectText().add_text("type", "string").add("enum", values.text()).text();
}

std::string object_schema(Direction direction, const std::vector<PropertySchema>& properties) {
  ObjectText fields;
  ArrayText required;
  for (const PropertySchema& property : properties) {
    fields.add(property.name, property.schema);
    const bool may_lack =
        direction == Direction::request ? property.may_be_missing : property.may_be_skipped;
    if (!may_lack) required.add_text(property.name);
  }
  ObjectText out;
  out.add_text("type", "object").add("properties", fields.text());
  if (!required.empty()) out.add("required", required.text());
  if (direction == Direction::request) out.add("additionalProperties", "false");
  return out.text();
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
  const std::string member = ObjectText().add_text("description", sentence).text();
  if (schema == "{}") return member;
  schema.back() = ',';
  return schema.append(member, 1);
}

std::string schema_document(const std::string& root, const Schemas& schemas) {
  std::string out = R"({"$schema":"https://json-schema.org/draft/2020-12/schema")";
  if (root.size() > 2) out.append(",").append(root, 1, root.size() - 2);
  if (schemas.definitions().empty()) return out + "}";
  ObjectText definitions;
  for (const auto& [name, schema] : schemas.definitions()) definitions.add(name, schema);
  return out + R"(,"$defs":)" + definitions.text() + "}";
}

}  // namespace stagecoach::json
