// Where settings come from: a TOML file, the environment, the command line; the later wins.
//
//   [server]                     STAGECOACH_SERVER_LISTEN=0.0.0.0:80      --listen 0.0.0.0:80
//   listen = "0.0.0.0:80"
//
// Nothing is ignored: a key that does not exist is an error that names its place and the nearest
// key that does. Unknown variables are warnings only, because a container platform invents
// variables of its own (STAGECOACH_SERVICE_HOST).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/base/result.h"
#include "platform/config/settings.h"

namespace stagecoach::config {

// Name (or key) and value, in the order given.
using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Sources {
  // The file that --config or STAGECOACH_CONFIG names; it must exist. Where neither does, the first
  // of `usual_files` that exists is read.
  std::optional<std::string> file;
  std::vector<std::string> usual_files = {"stagecoach.toml", "/etc/stagecoach/stagecoach.toml"};
  Pairs environment;  // all of it; only STAGECOACH_… is looked at
  Pairs flags;        // by the key of the setting, as the command line was read
};

// The environment of this process.
Pairs process_environment();

struct Configuration {
  Settings settings;
  // key -> "stagecoach.toml:12", "STAGECOACH_LOG_LEVEL", "--listen"; no entry: the standard value.
  std::map<std::string, std::string, std::less<>> origins;
  std::optional<std::string> file;  // that was read
  std::vector<Message> warnings;
};

// Error::Code::invalid with every fault; a FieldError's field is the place and the setting:
// "stagecoach.toml:12 log.level", "STAGECOACH_LOG_LEVEL log.level", "--listen server.listen".
Result<Configuration> load(const Sources& sources);

// The effective settings as a TOML file, each with its origin as a comment, secrets masked. Reading
// it back gives the same settings (but for the secrets).
std::string to_text(const Configuration& configuration, Lang lang);

}  // namespace stagecoach::config
