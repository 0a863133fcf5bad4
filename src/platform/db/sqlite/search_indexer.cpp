#include "platform/db/sqlite/search_indexer.h"

#include <chrono>

#include "platform/base/log.h"
#include "platform/db/search.h"

namespace stagecoach::db {
namespace {

// Commits within this time are indexed together.
constexpr auto kGatherTime = std::chrono::milliseconds(250);
constexpr auto kPauseAfterFailure = std::chrono::seconds(2);

}  // namespace

SearchIndexer::SearchIndexer(SqliteWriter& writer, WakeCalls& wakes)
    : writer_(writer),
      subscription_(wakes.add([this] {
        {
          const std::lock_guard lock(mutex_);
          if (pending_) return;
          pending_ = true;
        }
        changed_.notify_one();
      })),
      thread_([this] { run_until_stopped(); }) {}

SearchIndexer::~SearchIndexer() {
  subscription_.reset();
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

// False when it is time to stop.
bool SearchIndexer::wait_for_work() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return pending_ || stopping_; });
  changed_.wait_for(lock, kGatherTime, [this] { return stopping_; });
  pending_ = false;
  return !stopping_;
}

bool SearchIndexer::index_some() {
  const auto index = [](Connection& connection) {
    return index_pending(connection) ? Keep::yes : Keep::no;
  };
  return writer_.write(index, SqliteWriter::Patience::some) == Keep::yes;
}

void SearchIndexer::run_until_stopped() {
  while (wait_for_work()) {
    try {
      for (bool more = true; more;) {
        more = index_some();
        const std::lock_guard lock(mutex_);
        more = more && !stopping_;
      }
    } catch (const Failure& failure) {
      log::warning("db.indexing_failed", {{"reason", failure.what()}});
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, kPauseAfterFailure, [this] { return stopping_; });
      pending_ = true;
    }
  }
}

}  // namespace stagecoach::db
