// The names of described enums, for JSON, SQL columns and query parameters alike.
//
// A described enum is declared with BOOST_DEFINE_ENUM_CLASS, or BOOST_DESCRIBE_ENUM beside it. Its
// enumerators are written exactly as the API spells them (snake_case); one trailing underscore is
// dropped, so that `new_` and `delete_` may name what C++ reserves.
#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace stagecoach {

template <class E>
concept DescribedEnum = std::is_enum_v<E> && boost::describe::has_describe_enumerators<E>::value;

// What the API calls a C++ identifier.
constexpr std::string_view api_name(std::string_view identifier) {
  if (identifier.size() > 1 && identifier.back() == '_') identifier.remove_suffix(1);
  return identifier;
}

struct EnumName {
  std::string_view name;
  std::int64_t value = 0;
};

namespace detail {

template <template <class...> class List, class... D>
constexpr std::array<EnumName, sizeof...(D)> enum_table(List<D...>) {
  return {EnumName{api_name(D::name), static_cast<std::int64_t>(D::value)}...};
}

template <DescribedEnum E>
inline constexpr auto enum_names = enum_table(boost::describe::describe_enumerators<E>{});

}  // namespace detail

// Every name of E, in the order of its declaration.
template <DescribedEnum E>
constexpr std::span<const EnumName> names_of() {
  return detail::enum_names<E>;
}

// Empty where `value` is none of E's enumerators (a bug of ours: values come from the names).
template <DescribedEnum E>
constexpr std::string_view name_of(E value) {
  for (const EnumName& entry : detail::enum_names<E>)
    if (entry.value == static_cast<std::int64_t>(value)) return entry.name;
  return {};
}

template <DescribedEnum E>
constexpr std::optional<E> from_name(std::string_view name) {
  for (const EnumName& entry : detail::enum_names<E>)
    if (entry.name == name) return static_cast<E>(entry.value);
  return std::nullopt;
}

}  // namespace stagecoach
