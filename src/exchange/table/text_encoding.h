// Bytes of an export to UTF-8 text.
//
// Strict UTF-8 comes first; a byte order mark decides UTF-16; otherwise the bytes are judged:
// GB18030 (what Chinese systems export), then whatever uchardet is sure of on a long sample, then
// Windows-1252, which can read anything. Pure and safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "platform/base/result.h"

namespace stagecoach::exchange {

struct DecodedText {
  std::string text;      // valid UTF-8, without byte order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "GB18030", "windows-1252", …
  bool had_bom = false;
  size_t replaced = 0;  // sequences that became U+FFFD, and zero characters dropped
};

// `encoding` empty: find out. Otherwise the name is taken as said (any name ICU knows).
// unsupported: an encoding nobody knows.
Result<DecodedText> decode_text(std::string bytes, std::string_view encoding = {});

}  // namespace stagecoach::exchange
