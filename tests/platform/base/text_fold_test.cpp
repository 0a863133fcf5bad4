#include "platform/base/text_fold.h"

#include <gtest/gtest.h>

#include "platform/base/utf8.h"

namespace stagecoach {
namespace {

TEST(TextFold, unifies_what_people_type_differently) {
  EXPECT_EQ(fold("  Ｇröße\t GmbH "), "grosse gmbh");
  EXPECT_EQ(fold("Société Générale"), "societe generale");
  EXPECT_EQ(fold("Cafe\u0301"), fold("CAFÉ"));
  EXPECT_EQ(fold("ŁÓDŹ Ørsted Đà Nẵng"), "lodz orsted da nang");
  EXPECT_EQ(fold("ﬁnance ① Ⅷ ㎏"), "finance 1 viii kg");
  EXPECT_EQ(fold("İstanbul ISTANBUL ısparta"), "istanbul istanbul isparta");
  EXPECT_EQ(fold("ΣΊΣΥΦΟΣ"), "σισυφοσ");
}

TEST(TextFold, keeps_chinese_and_japanese_apart_from_width) {
  EXPECT_EQ(fold("上海驿程　科技(Ｃ)"), "上海驿程 科技(c)");
  EXPECT_EQ(fold("ｶﾞﾗｽ"), "ガラス");  // voiced: another letter than カラス
  EXPECT_NE(fold("がく"), fold("かく"));
}

TEST(TextFold, squeezes_and_drops) {
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold(" \t\r\n "), "");
  EXPECT_EQ(fold("\u3000\u00a0"), "");
  EXPECT_EQ(fold("a\u200bb\u00adc\ufeffd"), "abcd");
  EXPECT_EQ(fold("A \n\n B"), "a b");
  EXPECT_EQ(fold("é \u2003 B"), "e b");
  EXPECT_EQ(fold("a\x01\x7f"
                 "B"),
            "a b");
  EXPECT_EQ(fold("a\x01\x7f"
                 "É"),
            "a e");
}

TEST(TextFold, is_idempotent_and_always_utf8) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "x";
    if (c < 0x80)
      text += static_cast<char>(c);
    else if (c < 0x800)
      text += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
    else if (c < 0x10000)
      text += {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
               static_cast<char>(0x80 | (c & 0x3F))};
    else
      text += {static_cast<char>(0xF0 | (c >> 18)), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
               static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    text += "y";
    ASSERT_TRUE(is_valid_utf8(text));
    const std::string once = fold(text);
    ASSERT_TRUE(is_valid_utf8(once)) << text;
    ASSERT_EQ(fold(once), once) << text;
  }
  EXPECT_EQ(fold("a\xff"
                 "B"),
            "a\uFFFD"
            "b");
}

}  // namespace
}  // namespace stagecoach
