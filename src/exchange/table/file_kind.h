// What a file is by its content, whatever its name says: spreadsheets, archives, web pages and
// programs named .csv are recognised before anybody tries to read rows from them.
//
// Pure and safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "platform/base/phrase.h"

namespace stagecoach::exchange {

// nullopt: the bytes may be a delimited text file. Otherwise one sentence that says what the file
// is and what to do about it. `name` is the file's name as the user gave it.
std::optional<Message> refuse_by_content(std::string_view bytes, std::string_view name);

// The same question about text that is already UTF-8 (a web page may arrive as UTF-16).
std::optional<Message> refuse_by_markup(std::string_view text, std::string_view name);

}  // namespace stagecoach::exchange
