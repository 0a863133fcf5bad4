// Placeholders of one SQL text for both engines.
#pragma once

#include <string>
#include <string_view>

namespace stagecoach::db {

// $1 becomes ?1: to SQLite "$1" is a parameter *named* 1, numbered by first appearance, so values
// would be swapped silently. String literals, quoted names and comments stay as they are.
std::string question_mark_placeholders(std::string_view sql);

}  // namespace stagecoach::db
