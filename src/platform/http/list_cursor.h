// Where a page of a list ended: opaque to clients, and good only for the sort it was made with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/result.h"

namespace stagecoach::http {

struct ListCursor {
  std::int64_t id = 0;      // of the last row
  std::int64_t number = 0;  // its sort value, where that is a number
  std::string text;         // or a text
};

std::string write_cursor(const ListCursor& cursor, std::string_view sort);
// invalid: not a cursor, or one of another sort.
Result<ListCursor> read_cursor(std::string_view text, std::string_view sort);

}  // namespace stagecoach::http
