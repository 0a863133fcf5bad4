#include "platform/base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace stagecoach {
namespace {

std::string encode(char32_t c) {
  if (c < 0x80) return {static_cast<char>(c)};
  std::string out;
  const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  const unsigned lead = more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0;
  out.push_back(static_cast<char>(lead | (c >> (6 * more))));
  for (int i = more - 1; i >= 0; --i)
    out.push_back(static_cast<char>(0x80 | (c >> (6 * i) & 0x3F)));
  return out;
}

TEST(Utf8, accepts_every_scalar_value_and_no_surrogate) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
    ASSERT_EQ(is_valid_utf8("abcdefgh" + encode(c) + "z"), !is_surrogate)
        << static_cast<std::uint32_t>(c);
  }
  EXPECT_FALSE(is_valid_utf8(encode(0x110000)));
}

TEST(Utf8, finds_the_first_bad_byte) {
  EXPECT_EQ(find_invalid_utf8("0123456789\xff"), 10u);
  EXPECT_EQ(find_invalid_utf8("驿\xe7\xa8"), 3u);        // cut
  EXPECT_EQ(find_invalid_utf8("\xc0\x80"), 0u);          // overlong
  EXPECT_EQ(find_invalid_utf8("\xf0\x80\x80\x80"), 0u);  // overlong
  EXPECT_EQ(find_invalid_utf8("a\x80"), 1u);
  EXPECT_EQ(find_invalid_utf8("12345678"), std::string_view::npos);
}

TEST(Utf8, truncates_between_characters) {
  EXPECT_EQ(truncate_utf8("a驿程", 4), "a驿");
  EXPECT_EQ(truncate_utf8("a驿程", 6), "a驿");
  EXPECT_EQ(truncate_utf8("a驿程", 7), "a驿程");
  EXPECT_EQ(truncate_utf8("驿", 2), "");
  EXPECT_EQ(count_characters("a驿程😀"), 4u);
}

}  // namespace
}  // namespace stagecoach
