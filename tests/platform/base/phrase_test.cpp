#include "platform/base/phrase.h"

#include <gtest/gtest.h>

namespace stagecoach {
namespace {

constexpr Phrase kGreeting{"test.greeting", "Hello {name}, {count} left",
                           "你好 {name}，还剩 {count}"};

TEST(Phrase, FillsItsPlaceholdersInBothLanguages) {
  const Message message(kGreeting, {{"name", "Li"}, {"count", "3"}});
  EXPECT_EQ(message.text(Lang::en), "Hello Li, 3 left");
  EXPECT_EQ(message.text(Lang::zh), "你好 Li，还剩 3");
}

TEST(Phrase, ReadsLanguageTags) {
  EXPECT_EQ(lang_from_tag("zh-CN,zh;q=0.9,en;q=0.8"), Lang::zh);
  EXPECT_EQ(lang_from_tag("en-GB"), Lang::en);
  EXPECT_EQ(lang_from_tag("zhuang"), Lang::en);
  EXPECT_EQ(lang_from_tag(""), Lang::en);
}

}  // namespace
}  // namespace stagecoach
