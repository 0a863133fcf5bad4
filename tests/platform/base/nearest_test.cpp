#include "platform/base/nearest.h"

#include <gtest/gtest.h>

#include <array>

namespace stagecoach {
namespace {

TEST(Nearest, counts_edits) {
  EXPECT_EQ(edit_distance("", ""), 0);
  EXPECT_EQ(edit_distance("amount", "amount"), 0);
  EXPECT_EQ(edit_distance("amount", "amuont"), 1);  // neighbours swapped
  EXPECT_EQ(edit_distance("amount", "ammount"), 1);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3);
  EXPECT_EQ(edit_distance("Close-Date", "close_date"), 0);
}

TEST(Nearest, suggests_only_what_may_have_been_meant) {
  const std::array<std::string_view, 4> fields{"name", "amount", "expected_close", "id"};
  EXPECT_EQ(nearest("nmae", fields), "name");
  EXPECT_EQ(nearest("expectedClose", fields), "expected_close");
  EXPECT_EQ(nearest("ammount", fields), "amount");
  EXPECT_EQ(nearest("colour", fields), std::nullopt);
  EXPECT_EQ(nearest("xy", fields), std::nullopt);
  EXPECT_EQ(nearest("", fields), std::nullopt);
  EXPECT_EQ(nearest(std::string(65, 'a'), fields), std::nullopt);
}

}  // namespace
}  // namespace stagecoach
