#include <CLI/CLI.hpp>
#include <iostream>

#include "app.h"
#include "cli.h"
#include "cli_command.h"
#include "journal/verify.h"

namespace stagecoach::cli {
namespace {

const Phrase kVerify{"cli.verify", "Check that nobody changed the journal", "检查日志是否被改动"};

}  // namespace

void add_verify_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("verify", std::string(kVerify.in(invocation.lang)));
  const SettingsReader read = add_settings(*command, invocation.lang);
  command->callback([&invocation, read] {
    invocation.action = [read](Lang lang) -> Result<int> {
      const config::Configuration configuration = TRY(read());
      const auto workspace = TRY(open_workspace(configuration.settings));
      const journal::Verification found = workspace->database->read(
          [](db::Connection& connection) { return journal::verify_chain(connection); });
      (found.broken_at ? std::cerr : std::cout) << found.finding.text(lang) << std::endl;
      return found.broken_at ? kRefused : kDone;
    };
  });
}

}  // namespace stagecoach::cli
