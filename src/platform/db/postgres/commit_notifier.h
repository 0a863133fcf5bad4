// Tells every node of a workspace, this one included, that something was committed.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "platform/db/postgres/postgres_connection.h"
#include "platform/db/wake_calls.h"

namespace stagecoach::db {

// Thread-safe. A thread with a connection of its own, which listens on the workspace's channel and
// notifies it. The notification does not travel inside the transaction, because NOTIFY makes
// commits queue for one lock of the whole server; the price is that a crash just after a commit
// loses the wake-up, which Database::on_commit allows.
class CommitNotifier {
 public:
  CommitNotifier(std::string url, OpenOptions options, WakeCalls& wakes);
  ~CommitNotifier();

  // Something was committed here. Never blocks.
  void committed();

 private:
  void run_until_stopped();
  void listen();
  bool wait(int timeout_ms);
  void hear();

  const std::string url_;
  const OpenOptions options_;
  const std::string channel_;
  WakeCalls& wakes_;
  const int wake_descriptor_;
  std::atomic<bool> committed_ = false;
  std::atomic<bool> stopping_ = false;
  std::unique_ptr<PostgresConnection> connection_;  // its thread only; null while there is none
  std::thread thread_;
};

}  // namespace stagecoach::db
