#include "sales/deals/views/list_cursor.h"

#include <sodium.h>

#include "platform/json/json.h"

namespace stagecoach::sales {

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
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

Error bad_cursor() {
  return Error(Error::Code::invalid, kBadCursor, {{"cursor", kBadCursor}});
}

}  // namespace

std::string write_cursor(const ListCursor& cursor, std::string_view sort) {
  const std::string content =
      json::write(CursorContent{std::string(sort), cursor.id, cursor.number, cursor.text});
  std::string out(sodium_base64_ENCODED_LEN(content.size(), kVariant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(content.data()),
                    content.size(), kVariant);
  out.resize(out.size() - 1);  // the terminating zero
  return out;
}

Result<ListCursor> read_cursor(std::string_view text, std::string_view sort) {
  std::string content(text.size(), '\0');
  size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(content.data()), content.size(),
                        text.data(), text.size(), nullptr, &length, &end, kVariant) != 0 ||
      end != text.data() + text.size())
    return bad_cursor();
  content.resize(length);
  auto parsed = json::read<CursorContent>(content);
  if (!parsed || parsed->s != sort) return bad_cursor();
  return ListCursor{parsed->i, parsed->n, parsed->t};
}

}  // namespace stagecoach::sales
