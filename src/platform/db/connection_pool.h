// A bounded set of connections, lent to one thread at a time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/failure.h"

namespace stagecoach::db {

// Thread-safe. Connections are opened when first needed; the one last returned is lent first,
// because its caches are warm. One that throws Failure while lent is for the borrower to judge:
// Lease::drop closes it, and the next borrower opens another.
template <class C>
class ConnectionPool {
 public:
  ConnectionPool(int size_max, std::chrono::milliseconds wait_max,
                 std::function<std::unique_ptr<C>()> open, bool (*usable)(C&) = nullptr)
      : size_max_(size_max), wait_max_(wait_max), open_(std::move(open)), usable_(usable) {}

  class Lease {
   public:
    Lease(ConnectionPool& pool, std::unique_ptr<C> connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) = delete;
    ~Lease() { pool_->take_back(std::move(connection_)); }
    C& operator*() const { return *connection_; }
    C* operator->() const { return connection_.get(); }
    void drop() { connection_.reset(); }

   private:
    ConnectionPool* pool_;
    std::unique_ptr<C> connection_;
  };

  // Kind::busy when none comes free in time; what opening throws.
  Lease lend() {
    std::unique_ptr<C> connection;
    {
      std::unique_lock lock(mutex_);
      const bool free = came_free_.wait_for(lock, wait_max_,
                                            [this] { return !idle_.empty() || lent_ < size_max_; });
      if (!free) throw Failure(Failure::Kind::busy, "every database connection is in use");
      ++lent_;
      if (!idle_.empty()) {
        connection = std::move(idle_.back());
        idle_.pop_back();
      }
    }
    try {
      if (connection && usable_ && !usable_(*connection)) {
        connection.reset();
        close_idle();
      }
      if (!connection) connection = open_();
    } catch (...) {
      take_back(nullptr);
      throw;
    }
    return Lease(*this, std::move(connection));
  }

  // Closes those not lent, for example because the server was restarted.
  void close_idle() {
    std::vector<std::unique_ptr<C>> closing;  // after the lock is released
    const std::lock_guard lock(mutex_);
    closing.swap(idle_);
  }

 private:
  void take_back(std::unique_ptr<C> connection) {
    {
      const std::lock_guard lock(mutex_);
      --lent_;
      if (connection) idle_.push_back(std::move(connection));
    }
    came_free_.notify_one();
  }

  const int size_max_;  // of those lent; idle ones are lent before another is opened
  const std::chrono::milliseconds wait_max_;
  const std::function<std::unique_ptr<C>()> open_;
  bool (*const usable_)(C&);

  std::mutex mutex_;
  std::condition_variable came_free_;
  std::vector<std::unique_ptr<C>> idle_;  // protected by mutex_
  int lent_ = 0;                          // protected by mutex_
};

}  // namespace stagecoach::db
