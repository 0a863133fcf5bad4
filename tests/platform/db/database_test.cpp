// Transactions: what is kept, what is undone, what readers see.
#include "platform/db/database.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "platform/db/notes.h"

namespace stagecoach::db {
namespace {

using namespace std::chrono_literals;

class DatabaseTest : public NotesTest {};
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

TEST_P(DatabaseTest, AnExceptionLeavesNothingOfWhatWasQueued) {
  EXPECT_THROW(database().write([](Connection& c) -> Keep {
    c.queue(kInsert, "a");
    throw std::logic_error("no");
  }),
               std::logic_error);
  database().write([](Connection& c) {
    EXPECT_THROW(c.attempt([&]() -> bool {
      c.queue(kInsert, "b");
      throw std::logic_error("no");
    }),
                 std::logic_error);
    c.queue(kInsert, "c");
    EXPECT_THROW(c.attempt([&] {
      c.queue(kInsert, "c");
      return true;
    }),
                 ConstraintViolation);
    return Keep::yes;
  });
  EXPECT_EQ(count(), 1);
}

// What was swallowed outside an attempt may cost the transaction (PostgreSQL) or not (SQLite), but

// nothing is reported as kept that is not.

TEST_P(DatabaseTest, ASwallowedViolationNeverLosesAnAcknowledgedWrite) {
  add("a");
  Keep kept = Keep::no;
  try {
    kept = database().write([](Connection& c) {
      c.execute(kInsert, "b");
      EXPECT_THROW(c.execute(kInsert, "a"), ConstraintViolation);
      return Keep::yes;
    });
  } catch (const Failure&) {
    EXPECT_EQ(engine(), Engine::postgres);
  }
  EXPECT_EQ(count(), kept == Keep::yes ? 2 : 1);
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
