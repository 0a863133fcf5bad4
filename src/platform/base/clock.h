// Where "now" comes from. Code that needs the time takes a Clock, so a test owns it.
#pragma once

#include <atomic>

#include "platform/base/time.h"

namespace stagecoach {

// Safe to call from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
  }
};

// Stands still until told otherwise.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : now_ms_(to_millis(start)) {}
  Instant now() const override { return from_millis(now_ms_.load()); }
  void set(Instant t) { now_ms_.store(to_millis(t)); }
  void advance(Millis by) { now_ms_.fetch_add(by.count()); }

 private:
  std::atomic<std::int64_t> now_ms_;
};

}  // namespace stagecoach
