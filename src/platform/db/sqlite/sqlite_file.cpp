#include "platform/db/sqlite/sqlite_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "platform/db/refusals.h"

namespace stagecoach::db {
namespace {

constexpr std::int64_t kApplicationId = 0x53744763;  // "StGc", at offset 68 of the file
constexpr std::string_view kMagic("SQLite format 3\0", 16);

std::string system_reason(int error) {
  return std::strerror(error);
}

std::uint32_t big_endian(const unsigned char* at) {
  return static_cast<std::uint32_t>(at[0]) << 24 | static_cast<std::uint32_t>(at[1]) << 16 |
         static_cast<std::uint32_t>(at[2]) << 8 | at[3];
}

std::int64_t number(SqliteConnection& connection, std::string_view sql) {
  return connection.first(sql, [](const Row& row) { return row.integer(0); }).value_or(0);
}

// Ours, or empty and now marked as ours.
bool belongs_to_us(SqliteConnection& connection) {
  const std::int64_t owner = number(connection, "PRAGMA application_id");
  const std::int64_t objects = number(connection, "SELECT count(*) FROM sqlite_schema");
  if (owner == kApplicationId) return true;
  if (owner != 0 || objects != 0) return false;
  mark_as_ours(connection);
  return true;
}

// Tables without a mark of ours. Asked by a reader, for a writer would change the journal mode of
// somebody else's file.
bool is_of_another_program(const std::string& path, std::chrono::milliseconds busy_timeout) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || status.st_size == 0) return false;
  SqliteConnection reader(path, SqliteConnection::Mode::reader, busy_timeout);
  return number(reader, "PRAGMA application_id") != kApplicationId &&
         number(reader, "SELECT count(*) FROM sqlite_schema") != 0;
}

// After a checkpoint every page is in the file itself, so a shorter file has lost some.
bool is_cut_short(SqliteConnection& connection, const std::string& path) {
  bool checkpointed = false;
  connection.each("PRAGMA wal_checkpoint(TRUNCATE)",
                  [&](const Row& row) { checkpointed = row.integer(0) == 0; });
  struct stat status {};
  if (!checkpointed || stat(path.c_str(), &status) != 0) return false;
  return number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size") >
         status.st_size;
}

}  // namespace

Result<FileLock> FileLock::take(const std::string& database_path) {
  const std::string path = database_path + ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return refuse(kFileCannotBeOpened, {{"path", database_path}, {"detail", system_reason(errno)}});
  leave_to_owner(descriptor, database_path);
  FileLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
    return refuse(kFileIsInUse, {{"path", database_path}});
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool FileLock::remembers_database() const {
  struct stat status {};
  return ::fstat(descriptor_, &status) == 0 && status.st_size > 0;
}

void FileLock::remember_database() {
  if (remembers_database()) return;
  constexpr std::string_view note = "Lock of the database of the same name. Do not delete.\n";
  [[maybe_unused]] const ssize_t written = ::write(descriptor_, note.data(), note.size());
}

void leave_to_owner(int descriptor, const std::string& database_path) {
  if (::geteuid() != 0) return;
  std::string folder = database_path.substr(0, database_path.rfind('/') + 1);
  if (folder.empty()) folder = ".";
  struct stat owner {};
  if (::stat(database_path.c_str(), &owner) != 0 && ::stat(folder.c_str(), &owner) != 0) return;
  [[maybe_unused]] const int given = ::fchown(descriptor, owner.st_uid, owner.st_gid);
}

Result<void> inspect_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT) return {};
    return refuse(kFileCannotBeOpened, {{"path", path}, {"detail", system_reason(errno)}});
  }
  std::array<unsigned char, 100> header{};
  const ssize_t length = ::read(descriptor, header.data(), header.size());
  const int error = errno;
  ::close(descriptor);
  if (length < 0)
    return refuse(kFileCannotBeOpened, {{"path", path}, {"detail", system_reason(error)}});
  if (length == 0) return {};
  const std::string_view start(reinterpret_cast<const char*>(header.data()),
                               static_cast<size_t>(length));
  if (!start.starts_with(kMagic)) return refuse(kFileIsAlien, {{"path", path}});
  if (start.size() < header.size())
    return refuse(kFileIsDamaged, {{"path", path}, {"detail", std::to_string(length) + " bytes"}});
  const std::uint32_t owner = big_endian(header.data() + 68);
  if (owner != 0 && owner != kApplicationId) return refuse(kFileIsAlien, {{"path", path}});
  return {};
}

Result<std::unique_ptr<SqliteConnection>> open_writer(const std::string& path,
                                                      std::chrono::milliseconds busy_timeout) {
  try {
    if (is_of_another_program(path, busy_timeout)) return refuse(kFileIsAlien, {{"path", path}});
    auto writer =
        std::make_unique<SqliteConnection>(path, SqliteConnection::Mode::writer, busy_timeout);
    if (!belongs_to_us(*writer)) return refuse(kFileIsAlien, {{"path", path}});
    if (is_cut_short(*writer, path))
      return refuse(kFileIsDamaged, {{"path", path}, {"detail", "pages are missing"}});
    return writer;
  } catch (const Failure& failure) {
    const Phrase& phrase =
        failure.kind() == Failure::Kind::corrupt ? kFileIsDamaged : kFileCannotBeOpened;
    return refuse(phrase, {{"path", path}, {"detail", failure.what()}});
  }
}

void mark_as_ours(SqliteConnection& connection) {
  connection.run_script("PRAGMA application_id = " + std::to_string(kApplicationId));
}

std::optional<std::uint64_t> length_by_header(const std::string& path) {
  std::array<unsigned char, 100> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file.read(reinterpret_cast<char*>(header.data()), header.size())) return std::nullopt;
  const std::uint32_t noted = static_cast<std::uint32_t>(header[16]) << 8 | header[17];
  const std::uint64_t page_bytes = noted == 1 ? 65536 : noted;
  return page_bytes * big_endian(header.data() + 28);
}

std::optional<std::string> find_damage(SqliteConnection& connection) {
  const auto verdict =
      connection.first("PRAGMA quick_check(1)", [](const Row& row) { return row.string(0); });
  if (verdict && *verdict == "ok") return std::nullopt;
  return verdict.value_or("no answer");
}

}  // namespace stagecoach::db
