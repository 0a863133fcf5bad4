#include <CLI/CLI.hpp>
#include <memory>

#include "cli_command.h"

namespace stagecoach::cli {
namespace {

const Phrase kConfigOption{"cli.config_file", "Settings file (TOML)", "配置文件（TOML）"};

struct Given {
  std::string file;
  std::map<std::string, std::string> values;  // by setting key
};

}  // namespace

SettingsReader add_settings(CLI::App& command, Lang lang) {
  const auto given = std::make_shared<Given>();
  command.add_option("--config", given->file, std::string(kConfigOption.in(lang)))
      ->type_name("FILE");
  for (const config::Setting& setting : config::all_settings())
    command
        .add_option_function<std::string>(
            std::string(setting.flag),
            [given, key = std::string(setting.key)](const std::string& value) {
              given->values[key] = value;
            },
            std::string(setting.help.in(lang)))
        ->type_name("VALUE");
  return [given]() -> Result<config::Configuration> {
    config::Sources sources;
    if (!given->file.empty()) sources.file = given->file;
    sources.environment = config::process_environment();
    for (const auto& [key, value] : given->values) sources.flags.emplace_back(key, value);
    return config::load(sources);
  };
}

}  // namespace stagecoach::cli
