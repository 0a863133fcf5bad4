#include <CLI/CLI.hpp>
#include <memory>

#include "cli.h"
#include "cli_command.h"
#include "cli_history.h"
#include "cycle/report/render_backtest.h"

namespace stagecoach::cli {
namespace {

const Phrase kAbout{"cli.backtest",
                    "Say whether predictions made from exported files would have come true; "
                    "nothing is stored",
                    "检验：若依据导出的文件作预测，结果是否会应验；不保存任何数据"};
const Phrase kFormat{"cli.backtest.format", "text or json", "text 或 json"};
const Phrase kOutput{"cli.backtest.output", "Write to this file instead of standard output",
                     "写入该文件而非标准输出"};

struct BacktestOptions : HistoryFiles {
  std::string format = "text", output;
};

Result<int> backtest_files(const BacktestOptions& options, Lang lang) {
  const ReadHistory read = TRY(read_history(options));
  const cycle::Backtest result = cycle::backtest(cycle::visit_table(read.set), read.set.as_of);
  TRY(write_output(options.output, options.format == "json" ? cycle::backtest_json(result)
                                                            : cycle::backtest_text(result, lang)));
  return kDone;
}

}  // namespace

void add_backtest_command(CLI::App& app, Invocation& invocation) {
  const Lang lang = invocation.lang;
  const auto text = [lang](const Phrase& phrase) { return std::string(phrase.in(lang)); };
  auto options = std::make_shared<BacktestOptions>();
  CLI::App* command = app.add_subcommand("backtest", text(kAbout));
  add_history_files(*command, *options, lang);
  command->add_option("--format", options->format, text(kFormat))
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  command->add_option("-o,--output", options->output, text(kOutput))->type_name("FILE");
  command->callback([options, &invocation] {
    invocation.action = [options](Lang chosen) { return backtest_files(*options, chosen); };
  });
}

}  // namespace stagecoach::cli
