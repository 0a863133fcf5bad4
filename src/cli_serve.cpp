#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "app.h"
#include "cli.h"
#include "cli_command.h"

namespace stagecoach::cli {
namespace {

const Phrase kServe{"cli.serve", "Serve the web interface and the API", "提供网页界面与 API 服务"};
const Phrase kConfig{"cli.config", "Show the effective settings and where each comes from",
                     "显示生效的配置及其来源"};
const Phrase kOpenapi{"cli.openapi", "Print the API document (OpenAPI 3.1)",
                      "输出 API 文档（OpenAPI 3.1）"};
const Phrase kListening{"cli.listening", "Stagecoach is at {url}. Stop it with Ctrl-C.",
                        "驿程已启动：{url}。按 Ctrl-C 停止。"};

void print_warnings(const config::Configuration& configuration, Lang lang) {
  for (const Message& warning : configuration.warnings)
    std::cerr << "stagecoach: " << warning.text(lang) << std::endl;
}

}  // namespace

void add_serve_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("serve", std::string(kServe.in(invocation.lang)));
  const SettingsReader read = add_settings(*command, invocation.lang);
  command->callback([&invocation, read] {
    invocation.action = [read](Lang lang) -> Result<int> {
      const config::Configuration configuration = TRY(read());
      print_warnings(configuration, lang);
      const auto workspace = TRY(open_workspace(configuration.settings));
      TRY(serve(*workspace, configuration.settings, [lang](const std::string& url) {
        std::cout << Message(kListening, {{"url", url}}).text(lang) << std::endl;
      }));
      return kDone;
    };
  });
}

void add_config_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("config", std::string(kConfig.in(invocation.lang)));
  const SettingsReader read = add_settings(*command, invocation.lang);
  command->callback([&invocation, read] {
    invocation.action = [read](Lang lang) -> Result<int> {
      const config::Configuration configuration = TRY(read());
      print_warnings(configuration, lang);
      TRY(write_output("", config::to_text(configuration, lang)));
      return kDone;
    };
  });
}

void add_openapi_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("openapi", std::string(kOpenapi.in(invocation.lang)));
  command->callback([&invocation] {
    invocation.action = [](Lang) -> Result<int> {
      // The routes want a workspace; the document says nothing of what is in it.
      std::string folder = std::filesystem::temp_directory_path() / "stagecoach-XXXXXX";
      if (!mkdtemp(folder.data())) throw std::runtime_error("no temporary folder can be made");
      config::Settings settings;
      settings.database.url = folder + "/empty.db";
      std::string document;
      {
        const auto workspace = TRY(open_workspace(settings));
        document = api_document(*workspace);
      }
      std::filesystem::remove_all(folder);
      TRY(write_output("", document));
      return kDone;
    };
  });
}

}  // namespace stagecoach::cli
