#include "platform/db/sqlite/sqlite_database.h"

#include <filesystem>

#include "platform/base/log.h"
#include "platform/db/refusals.h"

namespace stagecoach::db {
namespace {

// Small enough to be read whole before the start is reported (about 0.1 s); larger files are
// checked while they are already in use.
constexpr std::uintmax_t kCheckedAtStartBytesMax = 64u << 20;

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

std::uintmax_t size_of(const std::string& path) {
  std::error_code ignored;
  const std::uintmax_t size = std::filesystem::file_size(path, ignored);
  return ignored ? 0 : size;
}

}  // namespace

Result<std::unique_ptr<Database>> SqliteDatabase::open(const std::string& path,
                                                       const OpenOptions& options) {
  TRY(inspect_file(path));
  FileLock lock = TRY(FileLock::take(path));
  if (exists(path) && size_of(path) == 0 && lock.remembers_database())
    return refuse(kFileIsDamaged, {{"path", path}, {"detail", "0 bytes"}});
  std::unique_ptr<SqliteConnection> writer = TRY(open_writer(path, options.busy_timeout));
  const bool large = size_of(path) > kCheckedAtStartBytesMax;
  try {
    if (!large)
      if (const auto damage = find_damage(*writer))
        return refuse(kFileIsDamaged, {{"path", path}, {"detail", *damage}});
    lock.remember_database();
    std::unique_ptr<SqliteDatabase> database(
        new SqliteDatabase(path, options, std::move(lock), std::move(writer)));
    // From now on there is always a reader. If the writer were alone when it is replaced after a
    // failed commit, opening it again would read the WAL afresh and bring the refused writes back.
    database->read([](Connection& c) { c.execute("SELECT count(*) FROM sqlite_schema"); });
    if (large) database->check_in_background();
    return std::unique_ptr<Database>(std::move(database));
  } catch (const Failure& failure) {
    return refuse(kFileIsDamaged, {{"path", path}, {"detail", failure.what()}});
  }
}

SqliteDatabase::SqliteDatabase(std::string path, const OpenOptions& options, FileLock lock,
                               std::unique_ptr<SqliteConnection> writer)
    : path_(std::move(path)),
      lock_(std::move(lock)),
      writer_({path_, options.busy_timeout, static_cast<size_t>(options.queued_writes_max)},
              std::move(writer), [this] { wakes_.ring(); }),
      readers_(options.readers, options.busy_timeout,
               [this, wait = options.busy_timeout] {
                 return std::make_unique<SqliteConnection>(path_, SqliteConnection::Mode::reader,
                                                           wait);
               }),
      indexer_(writer_, wakes_) {}

SqliteDatabase::~SqliteDatabase() {
  if (!check_.joinable()) return;
  checker_->interrupt();
  check_.join();
}

void SqliteDatabase::check_in_background() {
  checker_ = std::make_unique<SqliteConnection>(path_, SqliteConnection::Mode::reader,
                                                std::chrono::milliseconds(1000));
  check_ = std::thread([this] {
    std::optional<std::string> damage;
    try {
      damage = find_damage(*checker_);
    } catch (const Failure& failure) {
      if (failure.kind() == Failure::Kind::timeout) return;  // interrupted: we are closing
      damage = failure.what();
    }
    if (!damage) return;
    log::error("db.damage_found", {{"path", path_}, {"detail", *damage}});
    *damage_.lock() = std::move(damage);
  });
}

void SqliteDatabase::read_with(FunctionRef<void(Connection&)> f) {
  const auto lease = readers_.lend();
  lease->run("BEGIN", {}, {});
  try {
    f(*lease);
    lease->run("COMMIT", {}, {});
  } catch (...) {
    lease->roll_back();
    throw;
  }
}

Health SqliteDatabase::health() const {
  Health health;
  if (const auto damage = *damage_.read())
    health.trouble = Message(kDamageFound, {{"path", path_}, {"detail", *damage}});
  if (const auto failing = writer_.trouble()) {
    health.writable = false;
    health.trouble = Message(kWritesFail, {{"detail", *failing}});
  }
  return health;
}

}  // namespace stagecoach::db
