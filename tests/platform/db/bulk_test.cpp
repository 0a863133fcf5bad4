// Many rows at once are the rows that were given, however they are cut into statements.
#include "platform/db/bulk.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "platform/db/engines.h"

namespace stagecoach::db {
namespace {

class BulkTest : public testing::EngineTest {
 protected:
  BulkTest() {
    script(
        "CREATE TABLE bricks (id {{id}}, name TEXT NOT NULL, weight {{bigint}}, mould {{blob}});"
        "CREATE UNIQUE INDEX bricks_by_name ON bricks (name)");
  }

  static std::string name_of(int i) { return "brick ü " + std::to_string(i); }
  void insert(int count) {
    database().write([&](Connection& tx) {
      BulkInsert rows(tx, "bricks (name, weight, mould)");
      for (int i = 0; i < count; ++i) {
        const std::optional<int> weight = i % 3 == 0 ? std::nullopt : std::optional(i);
        // Gone after the call.
        rows.add(name_of(i), weight, Blob{std::string(static_cast<size_t>(i % 5), '\0')});
      }
      rows.finish();
      return Keep::yes;
    });
  }
};
EACH_ENGINE(BulkTest);

TEST_P(BulkTest, StoresEveryRowOfFullBatchesAndOfTheRest) {
  constexpr int kCount = 1000;
  insert(kCount);
  int i = 0;
  database().read([&](Connection& c) {
    c.each("SELECT name, weight, mould FROM bricks ORDER BY id", [&](const Row& row) {
      EXPECT_EQ(row.text(0), name_of(i));
      EXPECT_EQ(row.optional<int>(1), i % 3 == 0 ? std::nullopt : std::optional(i));
      EXPECT_EQ(row.blob(2).size(), static_cast<size_t>(i % 5));
      ++i;
    });
  });
  EXPECT_EQ(i, kCount);
}

TEST_P(BulkTest, TellsOfARowThatIsRefused) {
  insert(3);
  EXPECT_THROW(insert(200), ConstraintViolation);
  EXPECT_THROW(insert(1), ConstraintViolation);
}

TEST_P(BulkTest, FindsEachRowOnceWhoseKeyIsAsked) {
  insert(300);
  std::vector<std::string> names;
  for (int i = 0; i < 200; ++i) names.push_back(name_of(2 * i));  // the last fifty are nobody's
  names.push_back(name_of(4));
  const std::vector<Param> keys(names.begin(), names.begin() + 200);
  std::vector<std::string> found;
  database().read([&](Connection& c) {
    each_among(c, "SELECT name FROM bricks WHERE name IN", keys,
               [&](const Row& row) { found.push_back(row.string(0)); });
    each_among(c, "SELECT name FROM bricks WHERE name IN", {},
               [&](const Row& row) { found.push_back(row.string(0)); });
  });
  names.resize(150);
  EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(names));
}

TEST(Awaited, OnlyWhileSomebodyElseWaitsForTheWriter) {
  testing::Workspace workspace(Engine::sqlite);
  const auto database = workspace.open();
  std::thread other;
  bool before = true, meanwhile = false, after = true;
  database->write([&](Connection& tx) {
    before = is_awaited(tx);
    other = std::thread([&] { database->write([](Connection&) { return Keep::no; }); });
    while (!is_awaited(tx)) std::this_thread::yield();
    meanwhile = true;
    return Keep::no;
  });
  other.join();
  database->write([&](Connection& tx) {
    after = is_awaited(tx);
    return Keep::no;
  });
  EXPECT_FALSE(before);
  EXPECT_TRUE(meanwhile);
  EXPECT_FALSE(after);
}

}  // namespace
}  // namespace stagecoach::db
