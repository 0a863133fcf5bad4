// How the deals table writes what is unknown: as values that sort to their end, so that a list
// pages by plain keys.
#pragma once

#include <cstdint>

namespace stagecoach::sales {

inline constexpr std::int64_t kNoAmount = -1;
inline constexpr std::int64_t kNoDate = 2'932'896;  // 9999-12-31 in days since 1970-01-01

}  // namespace stagecoach::sales
