#include "backup/backup_keeper.h"

#include <filesystem>

#include "backup/retention.h"
#include "platform/base/log.h"

namespace stagecoach::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLookPeriod{20};
constexpr std::chrono::hours kPauseAfterFailure{1};

constexpr Phrase kBroke{"backup.broke", "The backup could not be made: {why}.",
                        "未能完成备份：{why}。"};

// Readable by the server's own account alone, as the backups in it are.
void make_folder(const std::string& folder) {
  if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
}

}  // namespace

BackupKeeper::BackupKeeper(Place workspace, Schedule schedule, const Clock& clock,
                           std::function<TimeZone()> zone)
    : workspace_(std::move(workspace)),
      schedule_(std::move(schedule)),
      clock_(clock),
      zone_(std::move(zone)) {}

BackupKeeper::~BackupKeeper() {
  stop_.request_stop();
}

void BackupKeeper::start() {
  if (is_on()) thread_ = std::jthread([this] { run_until_stopped(stop_.get_token()); });
}

void BackupKeeper::run_until_stopped(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    try {
      look();
    } catch (const std::exception& failure) {  // the zone could not be read, say
      log::warning("backup.not_looked", {{"why", failure.what()}});
    }
    std::unique_lock lock(mutex_);
    asked_.wait_for(lock, stop, kLookPeriod, [this] { return attempts_.read()->asked; });
  }
}

void BackupKeeper::ask() {
  {
    const std::lock_guard lock(mutex_);
    attempts_.lock()->asked = true;
  }
  asked_.notify_one();
}

bool BackupKeeper::is_due(Instant now) const {
  {
    const auto attempts = attempts_.read();
    if (attempts->asked) return true;
    if (attempts->trouble && attempts->trouble->at + kPauseAfterFailure > now) return false;
  }
  const Instant turn = last_turn(now, schedule_.at, zone_());
  for (const StoredBackup& backup : list())
    if (backup.whole && backup.made_at >= turn && backup.made_at <= now) return false;
  return true;
}

Result<BackupMade> BackupKeeper::make(Instant now) {
  try {
    make_folder(schedule_.folder);
    const fs::path path = fs::path(schedule_.folder) / backup_name(workspace_.name(), now);
    return make_backup(workspace_, path, stop_.get_token());
  } catch (const std::exception& failure) {
    return Error(Error::Code::unavailable, Message(kBroke, {{"why", failure.what()}}));
  }
}

bool BackupKeeper::look() {
  const Instant now = clock_.now();
  if (!is_on() || !is_due(now)) return false;
  {
    const auto attempts = attempts_.lock();
    attempts->asked = false;
    attempts->running = true;
  }
  const auto started = std::chrono::steady_clock::now();
  const Result<BackupMade> made = make(now);
  const auto took = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - started);
  if (made) {
    log::info("backup.made", {{"file", made->path},
                              {"bytes", static_cast<std::int64_t>(made->bytes)},
                              {"ms", static_cast<std::int64_t>(took.count())}});
    remove_old(now);
  } else if (!stop_.stop_requested()) {
    log::error("backup.failed", {{"why", made.error().message.text(Lang::en)}});
  }
  const auto attempts = attempts_.lock();
  attempts->running = false;
  attempts->trouble.reset();
  if (made) return true;
  attempts->trouble = Trouble{now, made.error().message};
  ++attempts->failures;
  return false;
}

void BackupKeeper::remove_old(Instant now) const {
  std::vector<Instant> times;
  for (const StoredBackup& backup : list())
    if (backup.whole) times.push_back(backup.made_at);
  for (const Instant time : to_remove(now, times, zone_())) {
    const std::string name = backup_name(workspace_.name(), time);
    std::error_code failed;
    fs::remove(fs::path(schedule_.folder) / name, failed);
    if (failed)
      log::warning("backup.not_removed", {{"file", name}, {"why", failed.message()}});
    else
      log::info("backup.removed", {{"file", name}});
  }
}

KeeperState BackupKeeper::state() const {
  KeeperState state;
  {
    const auto attempts = attempts_.read();
    state.running = attempts->running || attempts->asked;
    state.trouble = attempts->trouble;
    state.failures = attempts->failures;
  }
  for (const StoredBackup& backup : list()) {
    if (!backup.whole) continue;
    state.newest = backup.made_at;
    break;
  }
  return state;
}

std::vector<StoredBackup> BackupKeeper::list() const {
  if (!is_on()) return {};
  return list_backups(schedule_.folder, workspace_.name());
}

Instant BackupKeeper::next_at() const {
  return next_turn(clock_.now(), schedule_.at, zone_());
}

}  // namespace stagecoach::backup
