#include "platform/db/placeholders.h"

#include <gtest/gtest.h>

namespace stagecoach::db {
namespace {

TEST(Placeholders, BecomeNumberedQuestionMarks) {
  EXPECT_EQ(question_mark_placeholders("SELECT $2, $1 WHERE a=$12"), "SELECT ?2, ?1 WHERE a=?12");
  EXPECT_EQ(question_mark_placeholders(""), "");
  EXPECT_EQ(question_mark_placeholders("SELECT 1$"), "SELECT 1$");
}

TEST(Placeholders, LeaveLiteralsNamesAndCommentsAlone) {
  EXPECT_EQ(question_mark_placeholders("SELECT '$1', 'it''s $1', $1"),
            "SELECT '$1', 'it''s $1', ?1");
  EXPECT_EQ(question_mark_placeholders("SELECT \"$1\" -- $1\n, $1 /* $2 */ + $2"),
            "SELECT \"$1\" -- $1\n, ?1 /* $2 */ + ?2");
  EXPECT_EQ(question_mark_placeholders("SELECT 'open $1"), "SELECT 'open $1");
}

}  // namespace
}  // namespace stagecoach::db
