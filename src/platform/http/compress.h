// Content codings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/text.h"

namespace stagecoach::http {

enum class Effort { quick, best };  // for a reply made now; for a file that is sent often

// nullopt where nothing is gained or the library fails; the caller then sends the text as it is.
std::optional<std::string> compressed(std::string_view text, Encoding encoding, Effort effort);
// "br", "gzip".
std::string_view name_of(Encoding encoding);
// Text, JSON, script, SVG and the like; pictures and fonts are packed already.
bool is_compressible(std::string_view content_type);

}  // namespace stagecoach::http
