// The scalars of the JSON writer. What they append is always valid JSON in UTF-8, whatever the
// input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace stagecoach::json {

// Quoted and escaped. Beyond what JSON demands, U+2028 and U+2029 are escaped (the text may be
// pasted into a script) and bytes that are not UTF-8 become U+FFFD.
void append_string(std::string& out, std::string_view text);
void append_integer(std::string& out, std::int64_t value);
void append_unsigned(std::string& out, std::uint64_t value);
// The shortest text that reads back as the same double; NaN and infinities become null.
void append_double(std::string& out, double value);
void append_instant(std::string& out, Instant value);
void append_date(std::string& out, Date value);
inline void append_bool(std::string& out, bool value) {
  out.append(value ? std::string_view("true") : std::string_view("false"));
}

}  // namespace stagecoach::json
