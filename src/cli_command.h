// How a command joins the command line. One file per command, cli_<command>.cpp, holds its options,
// its action and nothing of its subject; CLI11 stays inside those files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.h"

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

// Writes the whole text to the file or, with an empty path, to standard output. A file appears
// complete or not at all: it is written beside its place and moved there.
// refused: the place cannot be written.
Result<void> write_output(const std::string& path, std::string_view text);

// One sentence; the first wrong fields are added to it.
std::string sentence_of(const Error& error, Lang lang);

}  // namespace stagecoach::cli
