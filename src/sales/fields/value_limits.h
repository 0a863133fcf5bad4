// How much the organisation's own fields may hold on one record, all together: what lies with a
// record is read with every look at it.
#pragma once

#include "sales/fields/field_value.h"

namespace stagecoach::sales {

inline constexpr std::size_t kFieldBytesMax = 256 * 1024;

inline bool holds_too_much(const FieldValues& values) {
  return json::write(values).size() > kFieldBytesMax;
}

}  // namespace stagecoach::sales
