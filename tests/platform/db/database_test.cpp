// Transactions: what is kept, what is undone, what readers see.
#include "platform/db/database.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "platform/db/engines.h"

namespace stagecoach::db {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kInsert = "INSERT INTO notes (words) VALUES ($1)";
constexpr std::string_view kCount = "SELECT count(*) FROM notes";

class DatabaseTest : public testing::EngineTest {
 protected:
  DatabaseTest() {
    script(R"(CREATE TABLE notes (id {{id}}, words TEXT NOT NULL,
                                  CONSTRAINT notes_not_empty CHECK (words <> ''));
              CREATE UNIQUE INDEX notes_words ON notes (words);
              CREATE TABLE replies (id {{id}}, note_id BIGINT NOT NULL REFERENCES notes (id),
                                    code TEXT UNIQUE, author BIGINT, day BIGINT, UNIQUE (author, day)))");
  }

  static std::int64_t count(Connection& c) {
    return c.first(kCount, [](const Row& row) { return row.integer(0); }).value();
  }
  std::int64_t count() {
    return database().read([](Connection& c) { return count(c); });
  }
  Keep add(const std::string& words, Keep keep = Keep::yes) {
    return database().write([&](Connection& c) {
      c.execute(kInsert, words);
      return keep;
    });
  }
  // The rule and name that refuse the statement.
  std::pair<ConstraintViolation::Rule, std::string> violation(std::string_view sql) {
    try {
      database().write([&](Connection& c) {
        c.execute(sql);
        return Keep::yes;
      });
    } catch (const ConstraintViolation& e) {
      return {e.rule(), e.name()};
    }
    throw std::runtime_error("not refused: " + std::string(sql));
  }
};
EACH_ENGINE(DatabaseTest);

TEST_P(DatabaseTest, KeepsWhatItWasToldToKeepOverARestart) {
  EXPECT_EQ(add("a"), Keep::yes);
  EXPECT_EQ(add("b", Keep::no), Keep::no);
  EXPECT_THROW(database().write([](Connection& c) -> Keep {
    c.execute(kInsert, "c");
    throw std::logic_error("changed my mind");
  }),
               std::logic_error);
  EXPECT_EQ(count(), 1);
  reopen();
  EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseTest, ReportsRowsChanged) {
  database().write([](Connection& c) {
    EXPECT_EQ(c.execute("INSERT INTO notes (words) VALUES ('a'), ('b'), ('c')"), 3);
    EXPECT_EQ(c.execute("UPDATE notes SET words = words || '!' WHERE words <> $1", "a"), 2);
    EXPECT_EQ(c.execute("UPDATE notes SET words = 'x' WHERE id = $1", 999), 0);
    EXPECT_EQ(c.execute("DELETE FROM notes WHERE words = $1", "a"), 1);
    EXPECT_EQ(c.execute("SELECT * FROM notes"), 0);
    return Keep::yes;
  });
}

TEST_P(DatabaseTest, ReturnsTheIdOfANewRow) {
  database().write([](Connection& c) {
    constexpr std::string_view insert = "INSERT INTO notes (words) VALUES ($1) RETURNING id";
    const auto id = [](const Row& row) { return row.integer(0); };
    const auto first = c.first(insert, id, "a"), second = c.first(insert, id, "b");
    EXPECT_GT(first.value(), 0);
    EXPECT_GT(second.value(), first.value());
    return Keep::yes;
  });
}

TEST_P(DatabaseTest, NeverGivesAnIdTwice) {
  const auto newest = [&](const std::string& words) {
    std::int64_t id = 0;
    database().write([&](Connection& c) {
      id = c.first(
                "INSERT INTO notes (words) VALUES ($1) RETURNING id",
                [](const Row& row) { return row.integer(0); }, words)
               .value();
      return Keep::yes;
    });
    return id;
  };
  const std::int64_t first = newest("a");
  database().write([&](Connection& c) {
    c.execute("DELETE FROM notes");
    return Keep::yes;
  });
  EXPECT_GT(newest("b"), first);
}

TEST_P(DatabaseTest, ReservesIdsNobodyElseGets) {
  std::set<std::int64_t> seen;
  for (int round = 0; round < 3; ++round) {
    database().write([&](Connection& c) {
      for (const std::int64_t id : c.reserve_ids("notes", 100)) {
        EXPECT_TRUE(seen.insert(id).second) << id;
        c.queue("INSERT INTO notes (id, words) VALUES ($1, $2)", id, std::to_string(id));
      }
      const auto next = c.first(
          "INSERT INTO notes (words) VALUES ($1) RETURNING id",
          [](const Row& row) { return row.integer(0); }, "round " + std::to_string(round));
      EXPECT_TRUE(seen.insert(next.value()).second);
      return Keep::yes;
    });
  }
  EXPECT_EQ(count(), 303);
}

TEST_P(DatabaseTest, StopsReadingWhenTheCallbackSaysSo) {
  database().write([](Connection& c) {
    for (const char* words : {"a", "b", "c"}) c.execute(kInsert, words);
    return Keep::yes;
  });
  int rows = 0;
  database().read([&](Connection& c) {
    c.each("SELECT words FROM notes ORDER BY id", [&](const Row&) { return ++rows < 2; });
    EXPECT_FALSE(c.first(
        "SELECT 1 FROM notes WHERE id = $1", [](const Row&) { return 1; }, 77));
  });
  EXPECT_EQ(rows, 2);
}

TEST_P(DatabaseTest, ARowCallbackMayUseTheSameConnectionAndStatement) {
  database().write([](Connection& c) {
    for (const char* words : {"a", "b", "c"}) c.execute(kInsert, words);
    int inner = 0;
    c.each("SELECT words FROM notes", [&](const Row& row) {
      const std::string before = row.string(0);
      c.each("SELECT words FROM notes", [&](const Row&) { ++inner; });
      EXPECT_EQ(row.text(0), before);
    });
    EXPECT_EQ(inner, 9);
    return Keep::yes;
  });
}

TEST_P(DatabaseTest, AnExceptionOfARowCallbackLeavesTheConnectionUsable) {
  database().write([](Connection& c) {
    for (const char* words : {"a", "b"}) c.execute(kInsert, words);
    EXPECT_THROW(
        c.each("SELECT words FROM notes", [](const Row&) { throw std::logic_error("enough"); }),
        std::logic_error);
    EXPECT_EQ(count(c), 2);
    return Keep::yes;
  });
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseTest, NamesTheViolatedRule) {
  using Rule = ConstraintViolation::Rule;
  script("INSERT INTO notes (id, words) VALUES (1, 'a')");
  script("INSERT INTO replies (note_id, code, author, day) VALUES (1, 'x', 1, 1)");
  EXPECT_EQ(violation("INSERT INTO notes (words) VALUES ('a')"),
            std::pair(Rule::unique, std::string("notes_words")));
  EXPECT_EQ(violation("INSERT INTO notes (id, words) VALUES (1, 'b')"),
            std::pair(Rule::unique, std::string("notes_pkey")));
  EXPECT_EQ(violation("INSERT INTO replies (note_id, code) VALUES (1, 'x')"),
            std::pair(Rule::unique, std::string("replies_code_key")));
  EXPECT_EQ(violation("INSERT INTO replies (note_id, author, day) VALUES (1, 1, 1)"),
            std::pair(Rule::unique, std::string("replies_author_day_key")));
  EXPECT_EQ(violation("INSERT INTO notes (words) VALUES ('')"),
            std::pair(Rule::check, std::string("notes_not_empty")));
  EXPECT_EQ(violation("INSERT INTO notes (words) VALUES (NULL)"),
            std::pair(Rule::not_null, std::string("notes.words")));
  EXPECT_EQ(violation("INSERT INTO replies (note_id) VALUES (99)").first, Rule::foreign_key);
}

TEST_P(DatabaseTest, AnAttemptSurvivesAViolationAndKeepsTheRest) {
  const Keep kept = database().write([](Connection& c) {
    c.execute(kInsert, "a");
    EXPECT_THROW(c.attempt([&] {
      c.execute(kInsert, "undone");
      c.execute(kInsert, "a");
      return true;
    }),
                 ConstraintViolation);
    EXPECT_FALSE(c.attempt([&] {
      c.execute(kInsert, "not wanted");
      return false;
    }));
    EXPECT_TRUE(c.attempt([&] {
      c.execute(kInsert, "b");
      EXPECT_THROW(c.attempt([&]() -> bool {
        c.execute(kInsert, "inner");
        throw std::logic_error("inner");
      }),
                   std::logic_error);
      return true;
    }));
    return Keep::yes;
  });
  EXPECT_EQ(kept, Keep::yes);
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseTest, QueuedStatementsAreKeptAndTheirFailureSurfaces) {
  database().write([](Connection& c) {
    for (int i = 0; i < 1000; ++i) c.queue(kInsert, std::to_string(i));
    EXPECT_EQ(count(c), 1000);
    for (int i = 1000; i < 2000; ++i) c.queue(kInsert, std::to_string(i));
    return Keep::yes;
  });
  EXPECT_EQ(count(), 2000);
  EXPECT_THROW(database().write([](Connection& c) {
    c.queue(kInsert, "new");
    c.queue(kInsert, "1999");
    c.queue(kInsert, "newer");
    return Keep::yes;
  }),
               ConstraintViolation);
  EXPECT_EQ(count(), 2000);
  EXPECT_EQ(add("afterwards"), Keep::yes);
}

TEST_P(DatabaseTest, AReaderSeesOneMoment) {
  add("a");
  database().read([&](Connection& c) {
    EXPECT_EQ(count(c), 1);
    std::thread([&] { add("b"); }).join();
    EXPECT_EQ(count(c), 1);
  });
  EXPECT_EQ(count(), 2);
}

TEST_P(DatabaseTest, AReadCannotWrite) {
  EXPECT_THROW(database().read([](Connection& c) { c.execute(kInsert, "a"); }), Failure);
  EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseTest, MistakesInSqlAreFailuresAndHarmNothing) {
  EXPECT_THROW(database().read([](Connection& c) { c.execute("SELEKT 1"); }), Failure);
  EXPECT_THROW(database().write([](Connection& c) {
    c.execute(kInsert, "a");
    c.execute("INSERT INTO nowhere VALUES (1)");
    return Keep::yes;
  }),
               Failure);
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(add("a"), Keep::yes);
}

TEST_P(DatabaseTest, MoreStatementsThanTheCacheHolds) {
  database().read([](Connection& c) {
    for (int round = 0; round < 2; ++round)
      for (int i = 0; i < 600; ++i)
        EXPECT_EQ(
            c.first("SELECT " + std::to_string(i), [](const Row& row) { return row.integer(0); }),
            i);
  });
}

TEST_P(DatabaseTest, AStatementOutlivesAChangeOfTheSchema) {
  EXPECT_EQ(count(), 0);
  script("ALTER TABLE notes ADD COLUMN extra TEXT");
  add("a");
  database().read([](Connection& c) {
    EXPECT_EQ(c.first("SELECT * FROM notes", [](const Row& row) { return row.columns(); }), 3);
  });
  script("ALTER TABLE notes ADD COLUMN more TEXT");
  database().read([](Connection& c) {
    EXPECT_EQ(c.first("SELECT * FROM notes", [](const Row& row) { return row.columns(); }), 4);
  });
}

// Calls that fail in every way, among many that succeed, at the same time.
TEST_P(DatabaseTest, ConcurrentWritersLoseOnlyWhatFailed) {
  constexpr int kThreads = 8, kEach = 40;
  std::atomic<int> kept = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i) {
        const std::string words = std::to_string(t) + ":" + std::to_string(i);
        try {
          const Keep outcome = database().write([&](Connection& c) {
            c.execute(kInsert, words);
            c.execute(kInsert, words + " second");
            if (i % 4 == 1) throw std::logic_error("no");
            if (i % 4 == 2) c.execute(kInsert, words);
            return i % 4 == 3 ? Keep::no : Keep::yes;
          });
          EXPECT_EQ(outcome, i % 4 == 0 ? Keep::yes : Keep::no);
          if (outcome == Keep::yes) ++kept;
        } catch (const ConstraintViolation& e) {
          EXPECT_EQ(i % 4, 2);
          EXPECT_EQ(e.name(), "notes_words");
        } catch (const std::logic_error&) {
          EXPECT_EQ(i % 4, 1);
        }
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(kept, kThreads * kEach / 4);
  EXPECT_EQ(count(), 2 * kept);
}

TEST_P(DatabaseTest, SubmittedWritesTellTheirOutcome) {
  std::mutex mutex;
  std::condition_variable told;
  int kept = 0, refused = 0;
  for (int i = 0; i < 50; ++i)
    database().submit(
        [i](Connection& c) {
          c.execute(kInsert, std::to_string(i % 25));
          return Keep::yes;
        },
        [&](std::exception_ptr error) {
          const std::lock_guard lock(mutex);
          ++(error ? refused : kept);
          told.notify_one();
        });
  std::unique_lock lock(mutex);
  ASSERT_TRUE(told.wait_for(lock, 20s, [&] { return kept + refused == 50; }));
  EXPECT_EQ(kept, 25);
  EXPECT_EQ(refused, 25);
  EXPECT_EQ(count(), 25);
}

TEST_P(DatabaseTest, SubmittedWritesAreCarriedOutBeforeItCloses) {
  std::atomic<int> told = 0;
  for (int i = 0; i < 20; ++i)
    database().submit(
        [i](Connection& c) {
          c.execute(kInsert, std::to_string(i));
          return Keep::yes;
        },
        [&](std::exception_ptr error) { told += error == nullptr; });
  reopen();
  EXPECT_EQ(told, 20);
  EXPECT_EQ(count(), 20);
}

TEST_P(DatabaseTest, WakesWhoeverWaitsForCommits) {
  std::mutex mutex;
  std::condition_variable woken;
  int wakes = 0;
  auto subscription = database().on_commit([&] {
    const std::lock_guard lock(mutex);
    ++wakes;
    woken.notify_one();
  });
  add("a");
  {
    std::unique_lock lock(mutex);
    ASSERT_TRUE(woken.wait_for(lock, 10s, [&] { return wakes > 0; }));
  }
  subscription.reset();
  const int before = wakes;
  add("b");
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(wakes, before);
}

}  // namespace
}  // namespace stagecoach::db
