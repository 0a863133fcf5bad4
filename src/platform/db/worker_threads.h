// A few threads that carry out what is handed to them, in order of arrival.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/db/failure.h"

namespace stagecoach::db {

// Thread-safe. Jobs must not throw.
class WorkerThreads {
 public:
  WorkerThreads(int threads, size_t waiting_max) : waiting_max_(waiting_max) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { run_until_stopped(); });
  }
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;
  // Carries out what waits first.
  ~WorkerThreads() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    arrived_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  // Kind::busy when too many are waiting.
  void add(std::function<void()> job) {
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.size() >= waiting_max_)
        throw Failure(Failure::Kind::busy, "too many writes are waiting");
      waiting_.push_back(std::move(job));
    }
    arrived_.notify_one();
  }

 private:
  void run_until_stopped() {
    for (;;) {
      std::function<void()> job;
      {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        job = std::move(waiting_.front());
        waiting_.pop_front();
      }
      job();
    }
  }

  const size_t waiting_max_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::function<void()>> waiting_;  // protected by mutex_
  bool stopping_ = false;                      // protected by mutex_
  std::vector<std::thread> threads_;           // last: use all of the above
};

}  // namespace stagecoach::db
