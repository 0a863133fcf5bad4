// The text of a request target, taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/json/node.h"

namespace stagecoach::http {

// "a=1&b=x%20y" unescaped, '+' as space. nullopt: a broken escape, a NUL, or bytes that are not
// UTF-8.
std::optional<json::Parameters> parse_query(std::string_view text);

// Unescapes %XX (and '+' where asked). nullopt: a broken escape, a NUL, or not UTF-8.
std::optional<std::string> unescape(std::string_view text, bool plus_is_space);

}  // namespace stagecoach::http
