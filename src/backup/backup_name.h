// What a backup is called: whose it is and of which moment, so that a folder of them explains
// itself and nothing else is ever taken for one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.h"
#include "platform/db/database.h"

namespace stagecoach::backup {

// A workspace as Database::open takes it.
struct Place {
  std::string url;
  db::OpenOptions options;

  // The name of the SQLite file without its end, or the schema: "stagecoach".
  std::string name() const;
};

// "stagecoach-20261127-031500Z.backup.db": UTC, so that no hour of the year comes twice.
std::string backup_name(std::string_view workspace, Instant at);
// nullopt: not a name that backup_name gives for this workspace.
std::optional<Instant> time_in_name(std::string_view workspace, std::string_view name);

// "20261127-031500Z".
std::string stamp_of(Instant at);

}  // namespace stagecoach::backup
