// Carries changed texts over to the search indexes, soon after their commit.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "platform/db/sqlite/sqlite_writer.h"
#include "platform/db/wake_calls.h"

namespace stagecoach::db {

// A thread that wakes after commits and writes through the common writer, a few rows at a time.
class SearchIndexer {
 public:
  SearchIndexer(SqliteWriter& writer, WakeCalls& wakes);
  ~SearchIndexer();  // what is still pending is indexed when the database is opened again

 private:
  void run_until_stopped();
  bool index_some();
  bool wait_for_work();

  SqliteWriter& writer_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool pending_ = true;    // protected by mutex_; look once at the start
  bool stopping_ = false;  // protected by mutex_
  std::shared_ptr<void> subscription_;
  std::thread thread_;  // last: uses all of the above
};

}  // namespace stagecoach::db
