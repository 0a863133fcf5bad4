// Described structs and enums as JSON.
//
// A struct's members are its fields, in the order of the description; names are the C++ names less
// one trailing underscore. Bases that are described contribute their members first. Reading erases
// the member's type behind a function pointer, so that a new struct costs the compiler one small
// table; writing is inlined field by field.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <cstring>

#include "platform/json/codec.h"

namespace stagecoach::json {

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

namespace detail {

template <class T>
using MembersOf = boost::describe::describe_members<T, boost::describe::mod_public |
                                                           boost::describe::mod_inherited>;

template <class T, class D>
using MemberType = std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>;

// The C++ name with its namespaces, as the compiler spells it.
template <class T>
constexpr std::string_view qualified_name() {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("T = ") + 4);
  return text.substr(0, text.find_first_of(";]"));
}

template <class T>
constexpr auto rules_of() {
  if constexpr (requires { json_rules(static_cast<const T*>(nullptr)); })
    return json_rules(static_cast<const T*>(nullptr));
  else
    return std::array<Rule, 0>{};
}

template <class T>
inline constexpr auto kRules = rules_of<T>();

template <class T>
constexpr const Rule* rule_for(std::string_view name) {
  for (const Rule& rule : kRules<T>)
    if (rule.field == name) return &rule;
  return nullptr;
}

template <class T, template <class...> class List, class... D>
constexpr bool rules_name_members(List<D...>) {
  for (const Rule& rule : kRules<T>)
    if (((rule.field != api_name(D::name)) && ...)) return false;
  return true;
}

template <class T, class D>
void read_member(Reader& reader, const Node& node, void* object) {
  Codec<MemberType<T, D>>::read(reader, node, static_cast<T*>(object)->*D::pointer);
}

// Compares names, not the address that rule_for() gives: under -fsanitize=undefined g++ takes no
// comparison of an address for a constant.
template <class T, class D>
constexpr bool is_required() {
  if (may_be_missing<MemberType<T, D>>()) return false;
  for (const Rule& rule : kRules<T>)
    if (rule.field == api_name(D::name) && rule.has_default) return false;
  return true;
}

template <class T, template <class...> class List, class... D>
constexpr std::array<Member, sizeof...(D)> member_table(List<D...>) {
  return {Member{api_name(D::name), &read_member<T, D>, is_required<T, D>(),
                 rule_for<T>(api_name(D::name))}...};
}

template <class T>
inline constexpr auto kMembers = member_table<T>(MembersOf<T>{});

// `"name":` as one constant, so that a key is appended in one go.
template <class D>
constexpr auto quoted_key() {
  constexpr std::string_view name = api_name(D::name);
  std::array<char, name.size() + 3> key{};
  key[0] = '"';
  for (size_t i = 0; i < name.size(); ++i) key[i + 1] = name[i];
  key[name.size() + 1] = '"';
  key[name.size() + 2] = ':';
  return key;
}

template <class D>
inline constexpr auto kQuotedKey = quoted_key<D>();

template <class T, class D>
void append_member(std::string& out, const T& value) {
  const auto& member = value.*D::pointer;
  if constexpr (may_be_skipped<MemberType<T, D>>)
    if (Codec<MemberType<T, D>>::is_absent(member)) return;
  out.append(kQuotedKey<D>.data(), kQuotedKey<D>.size());
  Codec<MemberType<T, D>>::append(out, member);
  out.push_back(',');
}

template <class T, template <class...> class List, class... D>
void append_members(std::string& out, const T& value, List<D...>) {
  out.push_back('{');
  (append_member<T, D>(out, value), ...);
  if (out.back() == ',')
    out.back() = '}';
  else
    out.push_back('}');
}

template <class T>
void append_sparse(std::string& out, const T& value);

template <class T, class D>
void append_unless_initial(std::string& out, const T& value, const T& initial) {
  const auto& member = value.*D::pointer;
  if constexpr (!is_required<T, D>())
    if (member == initial.*D::pointer) return;
  out.append(kQuotedKey<D>.data(), kQuotedKey<D>.size());
  append_sparse(out, member);
  out.push_back(',');
}

template <class T, template <class...> class List, class... D>
void append_unless_initial(std::string& out, const T& value, List<D...>) {
  static const T initial{};
  out.push_back('{');
  (append_unless_initial<T, D>(out, value, initial), ...);
  if (out.back() == ',')
    out.back() = '}';
  else
    out.push_back('}');
}

template <class T>
void append_sparse(std::string& out, const T& value) {
  if constexpr (DescribedStruct<T>)
    append_unless_initial(out, value, MembersOf<T>{});
  else
    Codec<T>::append(out, value);
}

template <class T, class D>
PropertySchema property_schema(Schemas& schemas) {
  const Rule* rule = rule_for<T>(api_name(D::name));
  std::string schema = Codec<MemberType<T, D>>::schema(schemas, rule);
  if (rule) schema = with_description(std::move(schema), rule->description);
  return {api_name(D::name), std::move(schema), !is_required<T, D>(),
          may_be_skipped<MemberType<T, D>>};
}

template <class T, template <class...> class List, class... D>
std::string struct_schema(Schemas& schemas, List<D...>) {
  return object_schema(schemas.direction(), {property_schema<T, D>(schemas)...});
}

}  // namespace detail

template <DescribedStruct T>
struct Codec<T> {
  static_assert(detail::rules_name_members<T>(detail::MembersOf<T>{}),
                "json_rules() names a field that the struct does not have");

  static void read(Reader& reader, const Node& node, T& out) {
    read_object(reader, node, detail::kMembers<T>, &out);
  }
  static void append(std::string& out, const T& value) {
    detail::append_members(out, value, detail::MembersOf<T>{});
  }
  static std::string schema(Schemas& schemas, const Rule*) {
    return schemas.refer(detail::qualified_name<T>(), [&schemas] {
      return detail::struct_schema<T>(schemas, detail::MembersOf<T>{});
    });
  }
};

// By name. A value without a name (a bug of ours) is written as null.
template <DescribedEnum T>
struct Codec<T> {
  static void read(Reader& reader, const Node& node, T& out) {
    auto value = static_cast<std::int64_t>(out);
    read_enum(reader, node, names_of<T>(), value);
    out = static_cast<T>(value);
  }
  static void append(std::string& out, T value) {
    const std::string_view name = name_of(value);
    assert(!name.empty());
    if (name.empty()) {
      out.append("null");
      return;
    }
    out.push_back('"');
    out.append(name);
    out.push_back('"');
  }
  static std::string schema(Schemas& schemas, const Rule*) {
    return schemas.refer(detail::qualified_name<T>(), [] { return enum_schema(names_of<T>()); });
  }
};

}  // namespace stagecoach::json
