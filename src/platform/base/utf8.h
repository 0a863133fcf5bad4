// UTF-8, strictly: no overlong forms, no surrogates, nothing beyond U+10FFFF.
#pragma once

#include <cstddef>
#include <string_view>

namespace stagecoach {

// Where the first byte stands that is not part of a well-formed sequence; npos where all is well.
size_t find_invalid_utf8(std::string_view text);
inline bool is_valid_utf8(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos;
}

// Length of the well-formed sequence that starts `text`; 0 where there is none.
size_t utf8_sequence_length(std::string_view text);

// Code points of a valid text.
size_t count_characters(std::string_view text);

// The longest beginning of a valid text within `bytes_max` that does not cut a character.
std::string_view truncate_utf8(std::string_view text, size_t bytes_max);

}  // namespace stagecoach
