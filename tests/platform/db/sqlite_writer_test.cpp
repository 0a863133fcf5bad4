// Which writes share a commit.
#include "platform/db/sqlite/sqlite_writer.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <future>
#include <thread>
#include <vector>

#include "platform/db/engines.h"

namespace stagecoach::db {
namespace {

using Patience = SqliteWriter::Patience;

class SqliteWriterTest : public ::testing::Test {
 protected:
  // Queues a write behind those that wait already, and returns once it waits.
  void queue(Patience patience) {
    const std::size_t before = queued_++;
    threads_.emplace_back([this, patience] {
      writer_.write(
          [](Connection& c) {
            c.execute("INSERT INTO notes (words) VALUES ($1)", std::string("x"));
            return Keep::yes;
          },
          patience);
    });
    while (writer_.waiting() <= before) std::this_thread::yield();
  }

  // The commits it takes to carry out what `queue_all` queues behind a write that is going on.
  int commits_of(const std::function<void()>& queue_all) {
    std::promise<void> begun, go_on;
    writer_.write([](Connection& c) {
      c.run_script("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL)");
      return Keep::yes;
    });
    commits_ = 0;
    threads_.emplace_back([&] {
      writer_.write(
          [&](Connection&) {
            begun.set_value();
            go_on.get_future().wait();
            return Keep::no;
          },
          Patience::some);
    });
    begun.get_future().wait();
    queue_all();
    go_on.set_value();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    // Who waits for a write is told before the commit is counted.
    writer_.write([](Connection&) { return Keep::no; });
    return commits_;
  }

  testing::TemporaryFolder folder_;
  std::atomic<int> commits_ = 0;
  std::size_t queued_ = 0;
  std::vector<std::thread> threads_;
  SqliteWriter writer_{
      {folder_.path() + "/data.db", std::chrono::seconds(5), 100},
      std::make_unique<SqliteConnection>(folder_.path() + "/data.db",
                                         SqliteConnection::Mode::writer, std::chrono::seconds(5)),
      [this] { ++commits_; }};
};

TEST_F(SqliteWriterTest, WritesThatWaitTogetherShareACommit) {
  // One, where the machine lets a group be finished within its time.
  EXPECT_LT(commits_of([this] {
              for (int i = 0; i < 5; ++i) queue(Patience::none);
            }),
            5);
}

// Else its every statement would walk through what the savepoint has to remember.
TEST_F(SqliteWriterTest, APatientWriteHasACommitToItself) {
  EXPECT_GE(commits_of([this] {
              queue(Patience::none);
              queue(Patience::some);
              queue(Patience::none);
              queue(Patience::none);
            }),
            3);
}

}  // namespace
}  // namespace stagecoach::db
