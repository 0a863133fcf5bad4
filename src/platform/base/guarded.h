// Data that cannot be reached without its lock.
#pragma once

#include <mutex>
#include <shared_mutex>
#include <utility>

namespace stagecoach {

// auto held = guarded.lock(); held->...   The lock lives as long as `held`.
template <class T>
class Guarded {
 public:
  template <class Value, class Lock>
  class Held {
   public:
    Held(Value& value, Lock lock) : value_(&value), lock_(std::move(lock)) {}
    Value* operator->() const { return value_; }
    Value& operator*() const { return *value_; }

   private:
    Value* value_;
    Lock lock_;
  };

  template <class... Args>
  explicit Guarded(Args&&... args) : value_(std::forward<Args>(args)...) {}

  // Exclusive access.
  auto lock() {
    return Held<T, std::unique_lock<std::shared_mutex>>(value_, std::unique_lock(mutex_));
  }
  // Shared access to an unchanging view.
  auto read() const {
    return Held<const T, std::shared_lock<std::shared_mutex>>(value_, std::shared_lock(mutex_));
  }

 private:
  mutable std::shared_mutex mutex_;
  T value_;
};

}  // namespace stagecoach
