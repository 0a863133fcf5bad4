#include "platform/db/search.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <vector>

#include "platform/db/engines.h"

namespace stagecoach::db {
namespace {

constexpr SearchTarget kDocs{"docs", "folded"};

class SearchTest : public testing::EngineTest {
 protected:
  SearchTest() { script("CREATE TABLE docs (id {{id}}, folded TEXT); {{search docs folded}}"); }

  void add(std::int64_t id, const std::optional<std::string>& folded) {
    database().write([&](Connection& c) {
      c.execute("INSERT INTO docs (id, folded) VALUES ($1, $2)", id, folded);
      return Keep::yes;
    });
  }
  // The same answer is expected before and after the rows are indexed.
  std::vector<std::int64_t> find(std::string_view words) {
    const auto before = find_now(words);
    wait_until_indexed();
    EXPECT_EQ(find_now(words), before) << words;
    return before;
  }
  void wait_until_indexed() {
    if (engine() != Engine::sqlite) return;
    for (int i = 0; i < 1000; ++i) {
      const auto pending = database().read([](Connection& c) {
        return c.first("SELECT count(*) FROM docs_search_pending",
                       [](const Row& row) { return row.integer(0); });
      });
      if (*pending == 0) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL() << "the indexer does not catch up";
  }
  std::vector<std::int64_t> find_now(std::string_view words) {
    std::vector<std::int64_t> ids;
    database().read([&](Connection& c) {
      const SearchClause clause = contains_text(c.engine(), kDocs, words, 2);
      c.each(
          "SELECT id FROM docs WHERE id < $1 AND " + clause.condition + " ORDER BY id",
          [&](const Row& row) { ids.push_back(row.integer(0)); }, 1'000'000, clause.argument);
    });
    return ids;
  }
};
EACH_ENGINE(SearchTest);

using Ids = std::vector<std::int64_t>;

TEST_P(SearchTest, FindsSubstringsOfEveryLengthInEveryPlace) {
  add(1, "华为技术有限公司 深圳");
  add(2, "siemens ag münchen");
  add(3, std::nullopt);
  add(4, "");
  EXPECT_EQ(find("华为"), Ids{1});
  EXPECT_EQ(find("深圳"), Ids{1});  // the last two characters
  EXPECT_EQ(find("圳"), Ids{1});
  EXPECT_EQ(find("有限公司"), Ids{1});
  EXPECT_EQ(find("n"), Ids{2});
  EXPECT_EQ(find("en"), Ids{2});
  EXPECT_EQ(find("mens a"), Ids{2});
  EXPECT_EQ(find(" "), (Ids{1, 2}));
  EXPECT_EQ(find("为华"), Ids{});
  EXPECT_EQ(find("siemens gmbh"), Ids{});
}

TEST_P(SearchTest, NothingInTheTextIsAnOperator) {
  add(1, "100% of \"x_y\" and z*");
  add(2, "100 of xay or zz");
  EXPECT_EQ(find("0%"), Ids{1});
  EXPECT_EQ(find("100% of"), Ids{1});
  EXPECT_EQ(find("x_y"), Ids{1});
  EXPECT_EQ(find("\"x_y\""), Ids{1});
  EXPECT_EQ(find("z*"), Ids{1});
  EXPECT_EQ(find(" and z"), Ids{1});
  EXPECT_EQ(find("or NOT zz"), Ids{});
  EXPECT_EQ(find("\\"), Ids{});
  EXPECT_EQ(find("' OR 1=1"), Ids{});
}

TEST_P(SearchTest, FollowsUpdatesAndDeletions) {
  add(1, "alpha");
  add(2, "alpha beta");
  script("UPDATE docs SET folded = 'gamma' WHERE id = 1; DELETE FROM docs WHERE id = 2");
  EXPECT_EQ(find("alpha"), Ids{});
  EXPECT_EQ(find("al"), Ids{});
  EXPECT_EQ(find("gam"), Ids{1});
  script("UPDATE docs SET folded = NULL WHERE id = 1");
  EXPECT_EQ(find("gam"), Ids{});
  script("UPDATE docs SET folded = 'delta' WHERE id = 1");
  EXPECT_EQ(find("lt"), Ids{1});
}

TEST_P(SearchTest, RowsFromBeforeTheIndexAreFoundToo) {
  script(
      "CREATE TABLE old (id {{id}}, folded TEXT); INSERT INTO old (folded) VALUES ('early bird')");
  script("{{search old folded}}");
  database().read([](Connection& c) {
    const SearchClause clause = contains_text(c.engine(), {"old", "folded"}, "bird", 1);
    EXPECT_TRUE(c.first(
        "SELECT id FROM old WHERE " + clause.condition, [](const Row&) { return true; },
        clause.argument));
  });
}

TEST_P(SearchTest, UndoneWritesAreNotFound) {
  database().write([](Connection& c) {
    c.execute("INSERT INTO docs (id, folded) VALUES (1, 'phantom')");
    return Keep::no;
  });
  EXPECT_EQ(find("phantom"), Ids{});
  add(2, "phantom pain");
  EXPECT_EQ(find("phantom"), Ids{2});
}

TEST_P(SearchTest, AgreesWithPlainSubstringSearch) {
  std::mt19937 random(7);
  const std::vector<std::string> letters{"a", "b", "上", "海", "é", "𠮷", " "};
  const auto word = [&](size_t length) {
    std::string text;
    for (size_t i = 0; i < length; ++i) text += letters[random() % letters.size()];
    return text;
  };
  std::vector<std::string> docs;
  database().write([&](Connection& c) {
    for (std::int64_t id = 1; id <= 200; ++id) {
      docs.push_back(word(random() % 12));
      c.execute("INSERT INTO docs (id, folded) VALUES ($1, $2)", id, docs.back());
    }
    return Keep::yes;
  });
  for (int i = 0; i < 100; ++i) {
    const std::string wanted = word(1 + random() % 5);
    Ids expected;
    for (size_t d = 0; d < docs.size(); ++d)
      if (docs[d].find(wanted) != std::string::npos)
        expected.push_back(static_cast<std::int64_t>(d + 1));
    EXPECT_EQ(find(wanted), expected) << "'" << wanted << "'";
  }
}

}  // namespace
}  // namespace stagecoach::db
