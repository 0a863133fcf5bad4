#include "platform/db/migrations.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>
#include <vector>

#include "platform/db/engines.h"

namespace stagecoach::db {
namespace {

using namespace std::chrono_literals;

class MigrationsTest : public testing::EngineTest {
 protected:
  std::vector<std::string> tables() {
    std::vector<std::string> names;
    database().read([&](Connection& c) {
      c.each(
          engine() == Engine::sqlite
              ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " ORDER BY name"
              : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1",
          [&](const Row& row) { names.push_back(row.string(0)); });
    });
    return names;
  }
  std::string refusal(std::span<const Migration> steps) {
    const auto result = db::migrate(database(), steps);
    return result ? "" : std::string(result.error().message.code());
  }
};
EACH_ENGINE(MigrationsTest);

using Names = std::vector<std::string>;

TEST_P(MigrationsTest, ApplyOnceEachInOrder) {
  const std::vector<Migration> steps{
      {1, "one", "CREATE TABLE one (id {{id}}, done {{bool}}, share {{real}}, doc {{json}})", "",
       ""},
      {2, "two", "CREATE TABLE two (id {{id}}); INSERT INTO two (id) VALUES (1)",
       "CREATE TABLE only_sqlite (id {{id}})", "CREATE TABLE only_postgres (id {{id}})"}};
  const auto first = db::migrate(database(), std::span(steps).first(1));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->from, 0);
  EXPECT_EQ(first->to, 1);
  EXPECT_EQ(tables(), (Names{"one", "schema_migrations"}));
  const auto second = db::migrate(database(), steps);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->from, 1);
  EXPECT_EQ(second->to, 2);
  const std::string own = engine() == Engine::sqlite ? "only_sqlite" : "only_postgres";
  EXPECT_EQ(tables(), (Names{"one", own, "schema_migrations", "two"}));
  reopen();
  const auto again = db::migrate(database(), steps);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->from, 2);
}

TEST_P(MigrationsTest, OfTheProgramApply) {
  migrate();
  reopen();
  migrate();
  const auto names = tables();
  EXPECT_NE(std::find(names.begin(), names.end(), "deals"), names.end());
}

TEST_P(MigrationsTest, ANewerSchemaIsRefused) {
  const std::vector<Migration> steps{{1, "one", "CREATE TABLE one (id {{id}})", "", ""},
                                     {2, "two", "CREATE TABLE two (id {{id}})", "", ""}};
  ASSERT_TRUE(db::migrate(database(), steps));
  const auto result = db::migrate(database(), std::span(steps).first(1));
  ASSERT_FALSE(result);
  EXPECT_EQ(
      result.error().message.text(Lang::en),
      "The database has schema version 2, but this program knows only up to 1. Start the newer "
      "program, or restore a backup made before the upgrade.");
}

TEST_P(MigrationsTest, AChangedStepIsRefused) {
  std::vector<Migration> steps{{1, "one", "CREATE TABLE one (id {{id}})", "", ""}};
  ASSERT_TRUE(db::migrate(database(), steps));
  steps[0].common = "CREATE TABLE one (id {{id}}, more TEXT)";
  EXPECT_EQ(refusal(steps), "db.migration_differs");
  EXPECT_EQ(tables(), (Names{"one", "schema_migrations"}));
}

TEST_P(MigrationsTest, AFailingStepLeavesNothing) {
  const std::vector<Migration> steps{
      {1, "one", "CREATE TABLE one (id {{id}})", "", ""},
      {2, "two", "CREATE TABLE two (id {{id}}); INSERT INTO nowhere (id) VALUES (1)", "", ""}};
  EXPECT_THROW((void)db::migrate(database(), steps), Failure);
  EXPECT_EQ(tables(), (Names{"one", "schema_migrations"}));
  EXPECT_EQ(db::migrate(database(), std::span(steps).first(1))->from, 1);
}

TEST_P(MigrationsTest, ATableCanBeRebuiltUnderItsReferences) {
  std::vector<Migration> steps{
      {1, "one",
       "CREATE TABLE parents (id {{id}});"
       "CREATE TABLE children (parent_id BIGINT REFERENCES parents (id) ON DELETE CASCADE);"
       "INSERT INTO parents (id) VALUES (7); INSERT INTO children (parent_id) VALUES (7)",
       "", ""},
      {2, "two", "",
       "CREATE TABLE parents_new (id {{id}}, name TEXT);"
       "INSERT INTO parents_new (id) SELECT id FROM parents; DROP TABLE parents;"
       "ALTER TABLE parents_new RENAME TO parents",
       "ALTER TABLE parents ADD COLUMN name TEXT"}};
  ASSERT_TRUE(db::migrate(database(), steps));
  database().write([](Connection& c) {
    EXPECT_EQ(c.first("SELECT count(*) FROM children", [](const Row& r) { return r.integer(0); }),
              1);
    EXPECT_THROW(c.execute("INSERT INTO children (parent_id) VALUES (8)"), ConstraintViolation);
    return Keep::no;
  });
  if (engine() == Engine::sqlite) {
    steps.push_back({3, "three", "", "DROP TABLE parents; CREATE TABLE parents (id {{id}})", ""});
    EXPECT_THROW((void)db::migrate(database(), steps), Failure) << "orphans must be noticed";
  }
}

TEST_P(MigrationsTest, TwoNodesAtOnceApplyEachStepOnce) {
  std::vector<Migration> steps;
  std::vector<std::string> texts;
  for (int i = 1; i <= 10; ++i)
    texts.push_back("CREATE TABLE t" + std::to_string(i) + " (id {{id}})");
  for (int i = 1; i <= 10; ++i)
    steps.push_back({i, "step", texts[static_cast<size_t>(i - 1)], "", ""});
  const auto other = engine() == Engine::postgres ? workspace().open() : nullptr;
  std::thread second([&] { EXPECT_TRUE(db::migrate(other ? *other : database(), steps)); });
  EXPECT_TRUE(db::migrate(database(), steps));
  second.join();
  EXPECT_EQ(tables().size(), 11u);
}

TEST(Macros, ExpandPerEngineAndRefuseTheUnknown) {
  EXPECT_EQ(expand_macros("a {{bigint}}, b {{blob}}", Engine::sqlite), "a INTEGER, b BLOB");
  EXPECT_EQ(expand_macros("a {{bigint}}, b {{blob}}", Engine::postgres), "a BIGINT, b BYTEA");
  EXPECT_THROW(expand_macros("{{varchar}}", Engine::sqlite), Failure);
  EXPECT_THROW(expand_macros("{{id", Engine::sqlite), Failure);
}

TEST(BuiltInMigrations, AreNumberedFromOneWithoutGaps) {
  int version = 0;
  for (const Migration& step : built_in_migrations()) EXPECT_EQ(step.version, ++version);
  EXPECT_GT(version, 0);
}

// A process is killed at a random moment of its migration, again and again: what it leaves is the
// schema before or after a step, and the next run completes it.
class KilledMigrationTest : public ::testing::TestWithParam<Engine> {
 protected:
  static constexpr int kSteps = 12;
  static constexpr int kRowsPerStep = 300;

  KilledMigrationTest() {
    texts_.push_back("CREATE TABLE ledger (steps BIGINT); INSERT INTO ledger (steps) VALUES (1)");
    for (int i = 2; i <= kSteps; ++i) {
      const std::string table = "t" + std::to_string(i);
      std::string text = "UPDATE ledger SET steps = steps + 1; CREATE TABLE " + table +
                         " (id {{id}}, words TEXT);INSERT INTO " + table + " (words) VALUES ('0')";
      for (int row = 1; row < kRowsPerStep; ++row) text += ", ('" + std::to_string(row) + "')";
      texts_.push_back(text + ";CREATE INDEX " + table + "_words ON " + table + " (words)");
    }
    for (int i = 0; i < kSteps; ++i)
      steps_.push_back({i + 1, "step", texts_[static_cast<size_t>(i)], "", ""});
  }

  // The version found, after checking that everything of it is there and nothing more.
  int verified_version(Database& database) {
    std::int64_t version = 0;
    database.write([&](Connection& c) {
      c.lock_until_commit(
          "schema_migrations");  // until the server has noticed that the process died
      const auto number = [&](const std::string& sql) {
        return c.first(sql, [](const Row& row) { return row.integer(0); }).value();
      };
      const bool started =
          number(c.engine() == Engine::sqlite
                     ? "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migrations'"
                     : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
                       " AND tablename = 'schema_migrations'") > 0;
      if (started) version = number("SELECT count(*) FROM schema_migrations");
      for (int i = 2; i <= version; ++i)
        EXPECT_EQ(number("SELECT count(*) FROM t" + std::to_string(i)), kRowsPerStep);
      if (version > 0) {
        EXPECT_EQ(number("SELECT steps FROM ledger"), version);
      }
      const std::string next = version == 0 ? "ledger" : "t" + std::to_string(version + 1);
      EXPECT_FALSE(c.attempt([&]() -> bool {
        try {
          number("SELECT count(*) FROM " + next);
          return version != kSteps;
        } catch (const Failure&) {
          return false;
        }
      })) << "half a step was kept";
      return Keep::no;
    });
    return static_cast<int>(version);
  }

  // The process reports a byte when it begins to migrate and another when it is done.
  pid_t start_migration(const testing::Workspace& workspace, int report) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    const auto database = workspace.open();
    bool told = ::write(report, "b", 1) == 1;
    (void)db::migrate(*database, steps_);
    told = ::write(report, "e", 1) == 1 && told;
    ::_exit(told ? 0 : 1);
  }

  std::vector<std::string> texts_;
  std::vector<Migration> steps_;
};
EACH_ENGINE(KilledMigrationTest);

TEST_P(KilledMigrationTest, LeavesTheOldOrTheNewSchema) {
  std::mt19937 random(20171231);
  using SteadyClock = std::chrono::steady_clock;
  SteadyClock::duration whole{0};
  int interrupted = 0;
  for (int round = 0; round < 12; ++round) {
    const testing::Workspace workspace(GetParam());
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = start_migration(workspace, ends[1]);
    char told = 0;
    ASSERT_EQ(::read(ends[0], &told, 1), 1);
    const auto started = SteadyClock::now();
    if (round == 0) {
      ASSERT_EQ(::read(ends[0], &told, 1), 1);
      whole = SteadyClock::now() - started;
    } else {
      std::this_thread::sleep_for(whole * (random() % 1000) / 1000);
      ::kill(child, SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ::close(ends[0]);
    ::close(ends[1]);
    const auto database = workspace.open();
    const int version = verified_version(*database);
    if (round == 0) {
      ASSERT_EQ(version, kSteps);
    }
    interrupted += version > 0 && version < kSteps;
    ASSERT_TRUE(db::migrate(*database, steps_));
    EXPECT_EQ(verified_version(*database), kSteps);
  }
  EXPECT_GT(interrupted, 0) << "the kills missed the migration";
}

}  // namespace
}  // namespace stagecoach::db
