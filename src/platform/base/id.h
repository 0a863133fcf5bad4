// Identifiers that cannot be mixed up: a DealId is not a UserId although both are 64-bit integers.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace stagecoach {

// 0 means "none"; stored ids start at 1.
template <class Tag>
struct Id {
  std::int64_t value = 0;

  constexpr Id() = default;
  constexpr explicit Id(std::int64_t v) : value(v) {}
  constexpr explicit operator bool() const { return value != 0; }
  constexpr auto operator<=>(const Id&) const = default;
};

}  // namespace stagecoach

template <class Tag>
struct std::hash<stagecoach::Id<Tag>> {
  size_t operator()(stagecoach::Id<Tag> id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
