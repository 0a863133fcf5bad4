// kill -9 under 16 writers, again and again: nothing acknowledged is lost, nothing is half applied.
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>
#include <unordered_set>
#include <vector>

#include "journal/commands.h"
#include "journal/verify.h"
#include "platform/db/engines.h"
#include "platform/db/migrations.h"

namespace stagecoach {
namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr int kWriters = 16;
constexpr int kCycles = 40;
constexpr Phrase kChangedMyMind{"test.refused", "Refused.", "已拒绝。"};

// What one command of a writer leaves: a record, its twin in another table, and an event. Every
// fifth command refuses after it has written; its keys are negative and must never be seen.
Result<void> write_record(journal::Work& work, std::int64_t key) {
  const bool refuses = key % 5 == 0;
  const std::int64_t stored = refuses ? -key : key;
  const auto id = work.tx.first(
      "INSERT INTO records (key, words) VALUES ($1, $2) RETURNING id",
      [](const db::Row& row) { return row.integer(0); }, stored, "商机 " + std::to_string(key));
  work.tx.queue("INSERT INTO outbox (record_id) VALUES ($1)", *id);
  journal::Draft draft;
  draft.kind = "test.recorded";
  draft.subject = {"record", *id};
  draft.data = "{\"key\":" + std::to_string(stored) + "}";
  work.append(std::move(draft));
  if (refuses) return Error(Error::Code::refused, kChangedMyMind);
  return {};
}

// The process that gets killed: writes from all threads and reports every key whose command was
// acknowledged, after the acknowledgement.
[[noreturn]] void write_until_killed(const testing::Workspace& workspace, std::int64_t first_key,
                                     int report) {
  const auto database = workspace.open();
  const SystemClock clock;
  journal::CommandRunner runner(*database, clock);
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w)
    writers.emplace_back([&, w] {
      const journal::Actor system;
      for (std::int64_t key = first_key + w;; key += kWriters) {
        const bool kept =
            runner.run(system, [&](journal::Work& work) { return write_record(work, key); })
                .has_value();
        if (kept && ::write(report, &key, sizeof key) != sizeof key) ::_exit(1);
      }
    });
  for (std::thread& writer : writers) writer.join();
  ::_exit(1);
}

class KillTest : public ::testing::TestWithParam<db::Engine> {
 protected:
  KillTest() : workspace_(GetParam()) {
    const auto database = workspace_.open();
    if (!db::migrate(*database, db::built_in_migrations()))
      throw std::runtime_error("not migrated");
    database->write([](db::Connection& c) {
      c.run_script(db::expand_macros(
          "CREATE TABLE records (id {{id}}, key BIGINT NOT NULL UNIQUE, words TEXT NOT NULL);"
          "CREATE TABLE outbox (id {{id}}, record_id BIGINT NOT NULL REFERENCES records (id))",
          c.engine()));
      return db::Keep::yes;
    });
  }

  // Starts the writers, kills them after `life` and adds what they reported to the ledger.
  void run_and_kill(std::int64_t first_key, std::chrono::milliseconds life) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(ends[0]);
      write_until_killed(workspace_, first_key, ends[1]);
    }
    ::close(ends[1]);
    const auto end = SteadyClock::now() + life;
    while (SteadyClock::now() < end) {
      pollfd readable{ends[0], POLLIN, 0};
      if (::poll(&readable, 1, 5) > 0 && !collect(ends[0])) break;
    }
    ::kill(child, SIGKILL);
    while (collect(ends[0])) {
    }
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the writers ended early";
  }

  // Adds the keys that can be read now; false at the end of the stream.
  bool collect(int report) {
    std::int64_t keys[512];
    const ssize_t length = ::read(report, keys, sizeof keys);
    if (length <= 0) return false;
    ledger_.insert(keys, keys + static_cast<size_t>(length) / sizeof keys[0]);
    return true;
  }

  static std::int64_t number(db::Connection& c, std::string_view sql) {
    return c.first(sql, [](const db::Row& row) { return row.integer(0); }).value();
  }

  void check() {
    const auto database = workspace_.open();
    database->read([&](db::Connection& c) {
      std::unordered_set<std::int64_t> stored;
      c.each("SELECT key FROM records", [&](const db::Row& row) { stored.insert(row.integer(0)); });
      int lost = 0;
      for (const std::int64_t key : ledger_) lost += !stored.contains(key);
      EXPECT_EQ(lost, 0) << "acknowledged and gone";
      const auto records = static_cast<std::int64_t>(stored.size());
      EXPECT_EQ(number(c, "SELECT count(*) FROM records WHERE key <= 0"), 0);
      EXPECT_EQ(number(c, "SELECT count(DISTINCT record_id) FROM outbox"), records);
      EXPECT_EQ(number(c, "SELECT count(*) FROM outbox"), records);
      EXPECT_EQ(number(c, "SELECT count(*) FROM records r JOIN events e ON e.subject_id = r.id"),
                records);
      EXPECT_EQ(number(c, "SELECT count(*) FROM events"), records);
      EXPECT_EQ(number(c, "SELECT coalesce(max(seq), 0) FROM events"), records);
      // At most the command of each writer that was under way had not been reported.
      unreported_max_ += kWriters;
      EXPECT_LE(records, static_cast<std::int64_t>(ledger_.size()) + unreported_max_);
    });
  }

  testing::Workspace workspace_;
  std::unordered_set<std::int64_t> ledger_;
  std::int64_t unreported_max_ = 0;
};
EACH_ENGINE(KillTest);

TEST_P(KillTest, LosesNothingAcknowledgedAndHalfAppliesNothing) {
  std::mt19937 random(16);
  for (int cycle = 0; cycle < kCycles && !HasFailure(); ++cycle) {
    // Every fourth time soon after the start, which is while the last kill is being recovered from.
    // Connecting to a server takes longer than opening a file.
    const unsigned start_ms = GetParam() == db::Engine::sqlite ? 40 : 200;
    const std::chrono::milliseconds life(cycle % 4 == 3 ? random() % 15
                                                        : start_ms + random() % (3 * start_ms));
    run_and_kill(1 + cycle * std::int64_t{1'000'000}, life);
    check();
  }
  EXPECT_GT(ledger_.size(), static_cast<size_t>(kCycles) * kWriters)
      << "hardly anything was written";
  const auto database = workspace_.open();
  database->read([](db::Connection& c) {
    EXPECT_FALSE(journal::verify_chain(c).broken_at) << "the chain of hashes is broken";
  });
  std::printf("%zu acknowledged writes over %d kills\n", ledger_.size(), kCycles);
}

}  // namespace
}  // namespace stagecoach
