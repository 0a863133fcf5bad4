// A file that appears complete and on disk, or not at all.
#pragma once

#include <string>

#include "platform/base/result.h"

namespace stagecoach::db {

// A new file for its owner alone (mode 0600), locked as long as this lives, so that what a killed
// process left behind can be told from what another is still writing. Removed by the destructor
// unless it was kept. Movable. Throws std::filesystem::filesystem_error where the disk fails.
class DraftFile {
 public:
  // For what is to become `target`, and belongs to the owner of what is there or of the folder.
  // Takes the place of a draft of that name that nobody is writing any more. Refused: the folder
  // is not there or may not be written to; another process is writing this draft.
  static Result<DraftFile> create(const std::string& path, const std::string& target);
  // Removes the file if it is a draft that nobody is writing any more.
  static void remove_abandoned(const std::string& path);
  DraftFile(DraftFile&& other) noexcept;
  DraftFile& operator=(DraftFile&&) = delete;
  ~DraftFile();

  const std::string& path() const { return path_; }
  // What was written is on disk.
  void flush();
  // It has become what it was to be: under another name now.
  void keep() { kept_ = true; }

 private:
  DraftFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

  std::string path_;
  int descriptor_;
  bool kept_ = false;
};

// The names in the folder of `path` are on disk.
void flush_folder_of(const std::string& path);

}  // namespace stagecoach::db
