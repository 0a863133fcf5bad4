// How a command joins the command line. One file per command, cli_<command>.cpp, holds its options,
// its action and nothing of its subject; CLI11 stays inside those files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.h"
#include "platform/config/configuration.h"

namespace CLI {
class App;
}

namespace stagecoach::cli {

// What the command line turned out to ask for.
struct Invocation {
  Lang lang = Lang::en;
  // Set by the command that was named; answers the exit code. A refusal is printed as one sentence.
  std::function<Result<int>(Lang)> action;
};

// Each adds its subcommand to `app` and sets `invocation.action` when that subcommand is parsed.
void add_analyze_command(CLI::App& app, Invocation& invocation);
void add_backtest_command(CLI::App& app, Invocation& invocation);
void add_setup_command(CLI::App& app, Invocation& invocation);
void add_serve_command(CLI::App& app, Invocation& invocation);
void add_config_command(CLI::App& app, Invocation& invocation);
void add_openapi_command(CLI::App& app, Invocation& invocation);
void add_verify_command(CLI::App& app, Invocation& invocation);
void add_backup_command(CLI::App& app, Invocation& invocation);
void add_restore_command(CLI::App& app, Invocation& invocation);
void add_demo_command(CLI::App& app, Invocation& invocation);
void add_import_command(CLI::App& app, Invocation& invocation);

// The settings of commands that work on a workspace: adds --config and a flag per setting to
// `command`, and reads file, environment and flags when called. The flags given on the command line
// are kept in the returned reader, which outlives the parser through the action that holds it.
using SettingsReader = std::function<Result<config::Configuration>()>;
SettingsReader add_settings(CLI::App& command, Lang lang);

// Writes the whole text to the file or, with an empty path, to standard output. A file appears
// complete or not at all: it is written beside its place and moved there.
// refused: the place cannot be written.
Result<void> write_output(const std::string& path, std::string_view text);

// One sentence; the first wrong fields are added to it.
std::string sentence_of(const Error& error, Lang lang);

}  // namespace stagecoach::cli
