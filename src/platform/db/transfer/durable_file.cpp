#include "platform/db/transfer/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "platform/db/refusals.h"
#include "platform/db/sqlite/sqlite_file.h"

namespace stagecoach::db {
namespace {

[[noreturn]] void throw_system(const std::string& path) {
  const std::error_code code(errno, std::generic_category());
  throw std::filesystem::filesystem_error("cannot be written to disk", path, code);
}

void remove_with_journal(const std::string& path) {
  ::unlink((path + "-journal").c_str());
  ::unlink(path.c_str());
}

}  // namespace

Result<DraftFile> DraftFile::create(const std::string& path, const std::string& target) {
  remove_abandoned(path);
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return refuse(kFileCannotBeWritten, {{"path", path}, {"detail", std::strerror(errno)}});
  leave_to_owner(descriptor, target);
  DraftFile draft(path, descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    draft.keep();
    return refuse(kFileCannotBeWritten, {{"path", path}, {"detail", std::strerror(errno)}});
  }
  return draft;
}

void DraftFile::remove_abandoned(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return;
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) remove_with_journal(path);
  ::close(descriptor);
}

DraftFile::DraftFile(DraftFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      kept_(other.kept_) {}

DraftFile::~DraftFile() {
  if (descriptor_ < 0) return;
  if (!kept_) remove_with_journal(path_);
  ::close(descriptor_);
}

void DraftFile::flush() {
  if (::fsync(descriptor_) != 0) throw_system(path_);
}

void flush_folder_of(const std::string& path) {
  std::string folder = std::filesystem::path(path).parent_path();
  if (folder.empty()) folder = ".";
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) throw_system(folder);
  const bool flushed = ::fsync(descriptor) == 0;
  ::close(descriptor);
  if (!flushed) throw_system(folder);
}

}  // namespace stagecoach::db
