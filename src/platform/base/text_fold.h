// Text as search sees it: the same letters however somebody typed them.
#pragma once

#include <string>
#include <string_view>

namespace stagecoach {

// What search columns hold and queries are turned into: compatibility forms unified (full-width to
// half-width, ligatures apart), case folded, accents stripped, white space squeezed to single
// blanks and trimmed, invisible characters dropped. fold(fold(x)) == fold(x). Chinese characters
// stay as they are (traditional and simplified forms are different characters). Bytes that are not
// UTF-8 become U+FFFD.
//
// "  Ｇröße  GmbH " -> "grosse gmbh", "驿程Ｃ" -> "驿程c".
std::string fold(std::string_view text);

}  // namespace stagecoach
