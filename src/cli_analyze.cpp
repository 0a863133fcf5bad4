#include <CLI/CLI.hpp>
#include <memory>

#include "cli.h"
#include "cli_command.h"
#include "cli_history.h"
#include "cycle/analysis.h"
#include "cycle/report/render.h"
#include "exchange/records/issue_table.h"

namespace stagecoach::cli {
namespace {

const Phrase kAbout{"cli.analyze",
                    "Say where deals wait and where they fall out, from files that a CRM exported; "
                    "nothing is stored",
                    "根据 CRM 导出的文件，分析商机停在哪里、在哪里流失；不保存任何数据"};
const Phrase kSaveMapping{"cli.analyze.save_mapping",
                          "Write down what was decided, for correction and reuse",
                          "保存本次采用的映射，便于修改和复用"};
const Phrase kRejects{"cli.analyze.rejects", "Write the rows that could not be used as CSV",
                      "将无法使用的行写为 CSV"};
const Phrase kFormat{"cli.analyze.format", "text, json or html", "text、json 或 html"};
const Phrase kOutput{"cli.analyze.output", "Write to this file instead of standard output",
                     "写入该文件而非标准输出"};

struct AnalyzeOptions : HistoryFiles {
  std::string save_mapping, rejects, format = "text", output;
};

Result<int> analyze_files(const AnalyzeOptions& options, Lang lang) {
  const auto [dataset, set] = TRY(read_history(options));
  const cycle::Analysis analysis = cycle::analyze(set);
  if (!options.save_mapping.empty())
    TRY(write_output(options.save_mapping, exchange::write_mapping(dataset.decided())));
  if (!options.rejects.empty())
    TRY(write_output(options.rejects, exchange::issue_table(dataset, lang)));
  const std::string report = options.format == "json"   ? cycle::render_json(analysis, lang)
                             : options.format == "html" ? cycle::render_html(analysis, lang)
                                                        : cycle::render_text(analysis, lang);
  TRY(write_output(options.output, report));
  return kDone;
}

}  // namespace

void add_analyze_command(CLI::App& app, Invocation& invocation) {
  const Lang lang = invocation.lang;
  const auto text = [lang](const Phrase& phrase) { return std::string(phrase.in(lang)); };
  auto options = std::make_shared<AnalyzeOptions>();
  CLI::App* command = app.add_subcommand("analyze", text(kAbout));
  add_history_files(*command, *options, lang);
  command->add_option("--save-mapping", options->save_mapping, text(kSaveMapping))
      ->type_name("FILE");
  command->add_option("--rejects", options->rejects, text(kRejects))->type_name("FILE");
  command->add_option("--format", options->format, text(kFormat))
      ->check(CLI::IsMember({"text", "json", "html"}))
      ->type_name("FORMAT");
  command->add_option("-o,--output", options->output, text(kOutput))->type_name("FILE");
  command->callback([options, &invocation] {
    invocation.action = [options](Lang chosen) { return analyze_files(*options, chosen); };
  });
}

}  // namespace stagecoach::cli
