// The TOML file, flattened. toml++ stays behind this header.
#pragma once

#include <string>
#include <vector>

#include "platform/base/result.h"

namespace stagecoach::config {

struct FileValue {
  std::string key;    // "server.listen"
  std::string value;  // as text; the elements of an array separated by commas
  int line = 0;
};

// Error::Code::invalid: unreadable, not TOML, or a value that no setting can have (a date, a
// float); the FieldError's field is "path:line".
Result<std::vector<FileValue>> read_settings_file(const std::string& path);

}  // namespace stagecoach::config
