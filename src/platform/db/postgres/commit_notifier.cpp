#include "platform/db/postgres/commit_notifier.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include "platform/base/log.h"

namespace stagecoach::db {
namespace {

// At most one notification in this time: under load the other nodes wake 100 times a second.
constexpr auto kNotifyPause = std::chrono::milliseconds(10);
constexpr int kReconnectPauseMs = 1000;

int new_wake_descriptor() {
  const int descriptor = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (descriptor < 0) throw std::runtime_error("eventfd failed");
  return descriptor;
}

void write_to(int descriptor) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(descriptor, &one, sizeof one);
}

}  // namespace

CommitNotifier::CommitNotifier(std::string url, OpenOptions options, WakeCalls& wakes)
    : url_(std::move(url)),
      options_(std::move(options)),
      channel_("stagecoach_" + options_.schema),
      wakes_(wakes),
      wake_descriptor_(new_wake_descriptor()),
      thread_([this] { run_until_stopped(); }) {}

CommitNotifier::~CommitNotifier() {
  stopping_ = true;
  write_to(wake_descriptor_);
  thread_.join();
  ::close(wake_descriptor_);
}

void CommitNotifier::committed() {
  if (!committed_.exchange(true)) write_to(wake_descriptor_);
}

// Its session lasts as long as the workspace is open here, which a lock shows to everybody.
void CommitNotifier::listen() {
  connection_ = std::make_unique<PostgresConnection>(url_, options_);
  connection_->run_script("LISTEN " + channel_ + "; SELECT pg_advisory_lock_shared(" +
                          open_lock_of(options_.schema) + ")");
}

// Until something is to be read or done, or the time is over. False when the connection broke.
bool CommitNotifier::wait(int timeout_ms) {
  std::array<pollfd, 2> sources{pollfd{wake_descriptor_, POLLIN, 0},
                                pollfd{connection_ ? PQsocket(connection_->raw()) : -1, POLLIN, 0}};
  ::poll(sources.data(), sources.size(), timeout_ms);
  std::uint64_t count = 0;
  [[maybe_unused]] const ssize_t drained = ::read(wake_descriptor_, &count, sizeof count);
  return !sources[1].revents || PQconsumeInput(connection_->raw());
}

// Wakes for notifications of other nodes; our own have been served already.
void CommitNotifier::hear() {
  bool from_elsewhere = false;
  while (PGnotify* notice = PQnotifies(connection_->raw())) {
    from_elsewhere = from_elsewhere || notice->be_pid != PQbackendPID(connection_->raw());
    PQfreemem(notice);
  }
  if (from_elsewhere) wakes_.ring();
}

void CommitNotifier::run_until_stopped() {
  while (!stopping_) {
    try {
      if (!connection_) {
        listen();
        wakes_.ring();  // whatever was missed while there was no connection
      }
      if (!wait(-1)) throw Failure(Failure::Kind::connection_lost, "the notification stream ended");
      hear();
      if (!committed_.exchange(false)) continue;
      wakes_.ring();
      connection_->run_script("NOTIFY " + channel_);
      hear();
      std::this_thread::sleep_for(kNotifyPause);
    } catch (const Failure& failure) {
      if (stopping_) return;
      log::warning("db.notifications_lost", {{"reason", failure.what()}});
      connection_.reset();
      committed_ = false;
      wakes_.ring();
      wait(kReconnectPauseMs);
    }
  }
}

}  // namespace stagecoach::db
