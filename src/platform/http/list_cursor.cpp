#include "platform/http/list_cursor.h"

#include "platform/json/json.h"

namespace stagecoach::http {

// The content of a cursor: short names, as it travels in addresses.
struct CursorContent {
  std::string s;
  std::int64_t i = 0;
  std::int64_t n = 0;
  std::string t;
};
BOOST_DESCRIBE_STRUCT(CursorContent, (), (s, i, n, t))

namespace {

constexpr Phrase kBadCursor{"list.bad_cursor",
                            "This cursor belongs to another list. Start again without one.",
                            "该游标不属于此列表，请去掉游标重新开始。"};
constexpr std::string_view kDigits = "0123456789abcdef";

Error bad_cursor() {
  return Error(Error::Code::invalid, kBadCursor, {{"cursor", kBadCursor}});
}

}  // namespace

std::string write_cursor(const ListCursor& cursor, std::string_view sort) {
  const std::string content =
      json::write(CursorContent{std::string(sort), cursor.id, cursor.number, cursor.text});
  std::string out;
  out.reserve(2 * content.size());
  for (const char c : content) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

Result<ListCursor> read_cursor(std::string_view text, std::string_view sort) {
  std::string content;
  if (text.size() % 2 != 0) return bad_cursor();
  for (size_t i = 0; i < text.size(); i += 2) {
    const size_t high = kDigits.find(text[i]), low = kDigits.find(text[i + 1]);
    if (high == kDigits.npos || low == kDigits.npos) return bad_cursor();
    content += static_cast<char>(high * 16 + low);
  }
  auto parsed = json::read<CursorContent>(content);
  if (!parsed || parsed->s != sort) return bad_cursor();
  return ListCursor{parsed->i, parsed->n, parsed->t};
}

}  // namespace stagecoach::http
