// Those who want to know that something was committed.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "platform/base/guarded.h"

namespace stagecoach::db {

// Thread-safe. Dropping the handle of a subscription ends it, after waiting for a call under way;
// so a call must not drop its own handle.
class WakeCalls {
 public:
  std::shared_ptr<void> add(std::function<void()> wake) {
    auto call = std::make_shared<Call>(std::move(wake));
    calls_.lock()->push_back(call);
    return std::shared_ptr<void>(nullptr, [call](void*) { call->end(); });
  }

  void ring() {
    std::vector<std::shared_ptr<Call>> calls;
    {
      auto known = calls_.lock();
      std::erase_if(*known, [](const auto& call) { return call->has_ended(); });
      calls = *known;
    }
    for (const auto& call : calls) call->ring();
  }

 private:
  class Call {
   public:
    explicit Call(std::function<void()> wake) : wake_(std::move(wake)) {}
    void ring() {
      const std::lock_guard lock(mutex_);
      if (wake_) wake_();
    }
    void end() {
      const std::lock_guard lock(mutex_);
      wake_ = nullptr;
    }
    bool has_ended() {
      const std::lock_guard lock(mutex_);
      return !wake_;
    }

   private:
    std::mutex mutex_;
    std::function<void()> wake_;  // protected by mutex_
  };

  Guarded<std::vector<std::shared_ptr<Call>>> calls_;
};

}  // namespace stagecoach::db
