#include "platform/http/text.h"

#include <gtest/gtest.h>

#include "platform/http/compress.h"
#include "platform/http/reply.h"

namespace stagecoach::http {
namespace {

TEST(Text, ChoosesTheEncodingThatIsLikedBest) {
  EXPECT_EQ(best_encoding(std::nullopt), Encoding::identity);
  EXPECT_EQ(best_encoding(""), Encoding::identity);
  EXPECT_EQ(best_encoding("gzip, deflate, br"), Encoding::brotli);
  EXPECT_EQ(best_encoding("gzip;q=1.0, br;q=0.9"), Encoding::gzip);
  EXPECT_EQ(best_encoding("br;q=0, gzip;q=0"), Encoding::identity);
  EXPECT_EQ(best_encoding("*"), Encoding::brotli);
  EXPECT_EQ(best_encoding("br;q=0, *"), Encoding::gzip);
  EXPECT_EQ(best_encoding("GZIP"), Encoding::gzip);
  EXPECT_EQ(best_encoding("br;q=nonsense, gzip;q=0.001"), Encoding::gzip);
  EXPECT_EQ(best_encoding(",;=,;q="), Encoding::identity);
}

TEST(Text, ComparesTagsWeakly) {
  EXPECT_TRUE(names_tag("\"a\", W/\"b\"", "\"b\""));
  EXPECT_TRUE(names_tag("*", "\"b\""));
  EXPECT_FALSE(names_tag("\"a\"", "\"b\""));
  EXPECT_FALSE(names_tag("", "\"b\""));
}

TEST(Text, SplitsListsAndWeights) {
  std::string_view list = " a ,, b";
  EXPECT_EQ(next_item(list, ','), "a");
  EXPECT_EQ(next_item(list, ','), "");
  EXPECT_EQ(next_item(list, ','), "b");
  EXPECT_TRUE(list.empty());
  EXPECT_EQ(split_weight("x; q=0.25").second, 250);
  EXPECT_EQ(split_weight("x").second, 1000);
}

TEST(Compress, GivesNothingWhereNothingIsGained) {
  EXPECT_FALSE(compressed("ab", Encoding::gzip, Effort::quick).has_value());
  EXPECT_LT(compressed(std::string(5000, 'x'), Encoding::gzip, Effort::best)->size(), 100u);
}

TEST(Reply, CannotBeSplitByAHeader) {
  const Reply reply = Reply::no_content().header("X", "a\r\nSet-Cookie: evil=1\0");
  EXPECT_EQ(reply.header("x"), "aSet-Cookie: evil=1");
}

TEST(Reply, NamesFilesInAnyLanguage) {
  const Reply reply = Reply::text("x").attachment("商机 \"2026\".csv");
  EXPECT_EQ(reply.header("Content-Disposition"),
            "attachment; filename=\"________2026_.csv\"; "
            "filename*=UTF-8''%E5%95%86%E6%9C%BA%20%222026%22.csv");
}

}  // namespace
}  // namespace stagecoach::http
