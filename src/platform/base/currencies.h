// Which currencies there are.
#pragma once

#include <optional>
#include <string_view>

#include "platform/base/money.h"

namespace stagecoach {

// The currency of that code of ISO 4217; case is folded. nullopt: there is none. What is stored
// already is read with Currency::parse.
std::optional<Currency> known_currency(std::string_view code);

// The code that somebody may have meant who said `code`.
std::optional<std::string_view> nearest_currency(std::string_view code);

}  // namespace stagecoach
