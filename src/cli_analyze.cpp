#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <vector>

#include "cli.h"
#include "cli_command.h"
#include "cycle/analysis.h"
#include "cycle/report/render.h"
#include "exchange/records/history_builder.h"
#include "exchange/records/issue_table.h"
#include "exchange/values/dates.h"

namespace stagecoach::cli {
namespace {

const Phrase kAbout{"cli.analyze",
                    "Say where deals wait and where they fall out, from files that a CRM exported; "
                    "nothing is stored",
                    "根据 CRM 导出的文件，分析商机停在哪里、在哪里流失；不保存任何数据"};
const Phrase kFiles{"cli.analyze.files", "Exported files (CSV and its relatives)",
                    "导出的文件（CSV 等）"};
const Phrase kMapping{"cli.analyze.mapping",
                      "What the columns mean, as JSON; see docs/import-mapping.md",
                      "列含义的映射（JSON），见 docs/import-mapping.md"};
const Phrase kSaveMapping{"cli.analyze.save_mapping",
                          "Write down what was decided, for correction and reuse",
                          "保存本次采用的映射，便于修改和复用"};
const Phrase kRejects{"cli.analyze.rejects", "Write the rows that could not be used as CSV",
                      "将无法使用的行写为 CSV"};
const Phrase kAsOf{
    "cli.analyze.as_of",
    "Look at the deals as they stood on this day; the last one in the files by default",
    "按该日的状态分析；默认为文件中的最后日期"};
const Phrase kFormat{"cli.analyze.format", "text, json or html", "text、json 或 html"};
const Phrase kOutput{"cli.analyze.output", "Write to this file instead of standard output",
                     "写入该文件而非标准输出"};
const Phrase kBadAsOf{"cli.analyze.bad_as_of", "{value} is not a date; write 2024-03-05.",
                      "{value} 不是日期，请写成 2024-03-05。"};

struct AnalyzeOptions {
  std::vector<std::string> files;
  std::string mapping, save_mapping, rejects, as_of, format = "text", output;
};

Result<int> analyze_files(const AnalyzeOptions& options, Lang lang) {
  exchange::Mapping mapping;
  if (!options.mapping.empty())
    mapping = TRY(exchange::read_mapping(TRY(exchange::read_whole_file(options.mapping))));
  exchange::HistoryOptions history;
  if (!options.as_of.empty()) {
    history.as_of = exchange::read_date(options.as_of, exchange::DateOrder::auto_);
    if (!history.as_of)
      return Error(Error::Code::invalid, Message(kBadAsOf, {{"value", options.as_of}}));
  }
  std::vector<exchange::InputFile> inputs;
  for (const std::string& path : options.files)
    inputs.push_back(
        {std::filesystem::path(path).filename().string(), TRY(exchange::read_whole_file(path))});
  const exchange::Dataset dataset = TRY(exchange::read_dataset(std::move(inputs), mapping));
  const cycle::HistorySet set = TRY(exchange::build_history(dataset, history));
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
  command->add_option("files", options->files, text(kFiles))->required()->type_name("FILE");
  command->add_option("--mapping", options->mapping, text(kMapping))->type_name("FILE");
  command->add_option("--save-mapping", options->save_mapping, text(kSaveMapping))
      ->type_name("FILE");
  command->add_option("--rejects", options->rejects, text(kRejects))->type_name("FILE");
  command->add_option("--as-of", options->as_of, text(kAsOf))->type_name("DATE");
  command->add_option("--format", options->format, text(kFormat))
      ->check(CLI::IsMember({"text", "json", "html"}))
      ->type_name("FORMAT");
  command->add_option("-o,--output", options->output, text(kOutput))->type_name("FILE");
  command->callback([options, &invocation] {
    invocation.action = [options](Lang chosen) { return analyze_files(*options, chosen); };
  });
}

}  // namespace stagecoach::cli
