// PostgreSQL goes away and comes back under load.
#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "platform/db/engines.h"
#include "platform/db/postgres_cluster.h"

namespace stagecoach::db {
namespace {

using namespace std::chrono_literals;

// Each writer repeats a write until it is acknowledged; its key makes the repetition harmless, as
// idempotency keys do for requests.
TEST(PostgresRestart, EveryAcknowledgedWriteIsThereExactlyOnce) {
  constexpr int kWriters = 6, kRestarts = 2;
  testing::PostgresCluster cluster;
  const auto database = *Database::open(cluster.url());
  database->write([](Connection& c) {
    c.run_script("CREATE TABLE keys (key TEXT PRIMARY KEY, applied BIGINT NOT NULL)");
    return Keep::yes;
  });
  std::atomic<bool> stopping = false;
  std::atomic<int> lost = 0;
  std::vector<std::set<std::string>> acknowledged(kWriters);
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w)
    writers.emplace_back([&, w] {
      for (int i = 0; !stopping; ++i) {
        const std::string key = std::to_string(w) + "/" + std::to_string(i);
        for (bool done = false; !done;) {
          try {
            database->write([&](Connection& c) {
              c.execute("INSERT INTO keys (key, applied) VALUES ($1, 1) ON CONFLICT DO NOTHING",
                        key);
              return Keep::yes;
            });
            acknowledged[static_cast<size_t>(w)].insert(key);
            done = true;
          } catch (const Failure& failure) {
            EXPECT_EQ(failure.kind(), Failure::Kind::connection_lost) << failure.what();
            ++lost;
            if (stopping) break;
            std::this_thread::sleep_for(10ms);
          }
        }
      }
    });
  for (int i = 0; i < kRestarts; ++i) {
    std::this_thread::sleep_for(300ms);
    cluster.restart();
  }
  const int before = static_cast<int>(lost);
  database->write([](Connection& c) {  // ready again as soon as the server is
    c.execute("INSERT INTO keys (key, applied) VALUES ('ready', 1)");
    return Keep::yes;
  });
  EXPECT_GT(before, 0) << "the restarts disturbed nobody";
  std::this_thread::sleep_for(200ms);
  stopping = true;
  for (std::thread& writer : writers) writer.join();

  std::set<std::string> expected{"ready"}, found;
  for (const auto& keys : acknowledged) expected.insert(keys.begin(), keys.end());
  database->read([&](Connection& c) {
    c.each("SELECT key FROM keys", [&](const Row& row) { found.insert(row.string(0)); });
  });
  for (const std::string& key : expected) EXPECT_TRUE(found.contains(key)) << key;
  // Beyond what was acknowledged there can only be the last, unanswered write of each writer.
  EXPECT_LE(found.size(), expected.size() + kWriters);
  EXPECT_GT(expected.size(), 100u);
  EXPECT_TRUE(database->health().writable);
}

TEST(PostgresRestart, WakeUpsReachOtherNodesAndSurviveARestart) {
  testing::PostgresCluster cluster;
  const auto here = *Database::open(cluster.url()), there = *Database::open(cluster.url());
  std::atomic<int> woken = 0;
  const auto subscription = there->on_commit([&] { ++woken; });
  const auto commit = [&] {
    here->write([](Connection& c) {
      c.execute("CREATE TABLE IF NOT EXISTS t (id BIGINT)");
      return Keep::yes;
    });
  };
  const auto wait_for_wake = [&](int before) {
    for (int i = 0; i < 1000 && woken == before; ++i) std::this_thread::sleep_for(10ms);
    return woken > before;
  };
  std::this_thread::sleep_for(300ms);
  int before = woken;
  commit();
  EXPECT_TRUE(wait_for_wake(before));
  cluster.restart();
  std::this_thread::sleep_for(1500ms);
  before = woken;
  commit();
  EXPECT_TRUE(wait_for_wake(before));
}

TEST(PostgresRefusals, AreSentences) {
  const auto nowhere = Database::open("postgresql://127.0.0.1:1/none?connect_timeout=2");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().message.code(), "db.server_cannot_be_reached");
  for (const char* name : {"", "Sales", "a b", "x;drop", "1st"}) {
    OpenOptions options;
    options.schema = name;
    const auto refused = Database::open(testing::test_postgres_url(), options);
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().message.code(), "db.schema_name_is_invalid");
  }
}

}  // namespace
}  // namespace stagecoach::db
