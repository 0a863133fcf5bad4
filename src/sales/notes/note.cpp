#include "sales/notes/note.h"

#include <charconv>
#include <set>

namespace stagecoach::sales {

std::vector<UserId> mentioned_in(std::string_view body) {
  constexpr std::string_view kLink = "](user:";
  std::set<UserId> found;
  for (size_t at = body.find("@["); at != body.npos; at = body.find("@[", at + 2)) {
    // A name stands on one line and holds no bracket of its own.
    const size_t end = body.find_first_of("[]\n", at + 2);
    if (end == body.npos || body.substr(end, kLink.size()) != kLink) continue;
    const char* first = body.data() + end + kLink.size();
    const char* last = body.data() + body.size();
    std::int64_t id = 0;
    const auto read = std::from_chars(first, last, id);
    if (read.ec == std::errc() && read.ptr != last && *read.ptr == ')' && id > 0)
      found.insert(UserId(id));
  }
  return {found.begin(), found.end()};
}

}  // namespace stagecoach::sales
