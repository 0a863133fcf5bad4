#include "sales/team/identity_keys.h"

#include <gtest/gtest.h>

namespace stagecoach::sales {
namespace {

TEST(FoldedKey, JoinsTheSpellingsOfOneName) {
  EXPECT_EQ(folded_key("  Mei   LIN "), "mei lin");
  EXPECT_EQ(folded_key("Ｍｅｉ\u3000Ｌｉｎ"), "mei lin");
  EXPECT_EQ(folded_key("STRASSE"), folded_key("straße"));
  EXPECT_EQ(folded_key("王\t芳"), "王 芳");
  EXPECT_EQ(folded_key(""), "");
}

TEST(FoldedKey, KeepsPeopleApart) {
  EXPECT_NE(folded_key("josé@example.com"), folded_key("jose@example.com"));
  EXPECT_EQ(folded_key("jose\u0301"), folded_key("jos\u00e9"));
}

TEST(Email, IsOneAtSignBetweenTwoParts) {
  EXPECT_TRUE(is_email("mei.lin+crm@example.com"));
  EXPECT_TRUE(is_email("王芳@例子.公司"));
  EXPECT_TRUE(is_email("root@localhost"));
  for (const char* bad : {"", "@", "a@", "@b", "ab", "a@b@c", "a b@c", "a@b\n", "a@b\x7f", "a\t@b"})
    EXPECT_FALSE(is_email(bad)) << bad;
  EXPECT_TRUE(is_email(std::string(250, 'a') + "@b.c"));
  EXPECT_FALSE(is_email(std::string(251, 'a') + "@b.c"));
}

}  // namespace
}  // namespace stagecoach::sales
