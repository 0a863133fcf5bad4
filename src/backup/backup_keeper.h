// Makes the backups of a served workspace by itself, every day, and throws old ones away.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "backup/backup.h"
#include "platform/base/clock.h"
#include "platform/base/guarded.h"
#include "platform/base/time_zone.h"

namespace stagecoach::backup {

// Where backups go and when they are made, by the clocks of the workspace.
struct Schedule {
  std::string folder;  // empty: no backups are made
  std::chrono::minutes at{3 * 60 + 15};
};

struct Trouble {
  Instant at;
  Message why;
};

struct KeeperState {
  bool running = false;            // one is being made, or about to be
  std::optional<Trouble> trouble;  // of the last attempt; none where it succeeded
  std::optional<Instant> newest;   // of the whole ones
  std::int64_t failures = 0;       // since the start
};

// Thread-safe. A backup is due at the hour of the schedule, and at once where that hour was missed
// (the server stood still); after a failure, an hour later again. Failures are logged.
class BackupKeeper {
 public:
  // `clock` outlives the keeper; `zone` is asked at every look.
  BackupKeeper(Place workspace, Schedule schedule, const Clock& clock,
               std::function<TimeZone()> zone);
  ~BackupKeeper();  // gives up a backup that is being made

  const Schedule& schedule() const { return schedule_; }
  bool is_on() const { return !schedule_.folder.empty(); }

  // Starts the thread that looks every some seconds. Nothing to do where backups are off.
  void start();
  // Makes one if it is due or was asked for, and then removes those that need not be kept. Returns
  // whether it made one. Not from two threads at once.
  bool look();
  // One will be made soon, whatever the hour. REQUIRES: is_on().
  void ask();

  KeeperState state() const;
  std::vector<StoredBackup> list() const;
  // When the next one is due by the schedule.
  Instant next_at() const;

 private:
  struct Attempts {
    bool asked = false;
    bool running = false;
    std::optional<Trouble> trouble;
    std::int64_t failures = 0;
  };

  void run_until_stopped(const std::stop_token& stop);
  bool is_due(Instant now) const;
  Result<BackupMade> make(Instant now);
  void remove_old(Instant now) const;

  const Place workspace_;
  const Schedule schedule_;
  const Clock& clock_;
  const std::function<TimeZone()> zone_;
  Guarded<Attempts> attempts_;

  std::mutex mutex_;
  std::condition_variable_any asked_;
  std::stop_source stop_;
  std::jthread thread_;  // last: uses all of the above
};

}  // namespace stagecoach::backup
