// Whether a file may be attached, and under which name. Pure but for the content rules of libmagic,
// which are read from the system at each call; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "platform/base/result.h"

namespace stagecoach::sales {

// What a file that begins with these bytes is: "application/pdf". "application/octet-stream" where
// nobody can tell.
std::string media_type_of(std::string_view beginning);

// The name a file is kept under: without folders, control characters, invisible turns of the
// writing direction or leading dots, and of at most 200 bytes. "file" where nothing is left.
std::string safe_file_name(std::string_view name);

// Refuses programs, and a file whose name says it is a picture, a PDF or an office document while
// its content says otherwise.
Result<void> check_file_type(std::string_view name, std::string_view media_type);

}  // namespace stagecoach::sales
