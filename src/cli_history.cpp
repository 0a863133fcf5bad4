#include "cli_history.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "exchange/values/dates.h"

namespace stagecoach::cli {
namespace {

const Phrase kFiles{"cli.history.files", "Exported files (CSV and its relatives)",
                    "导出的文件（CSV 等）"};
const Phrase kMapping{"cli.history.mapping",
                      "What the columns mean, as JSON; see docs/import-mapping.md",
                      "列含义的映射（JSON），见 docs/import-mapping.md"};
const Phrase kAsOf{
    "cli.history.as_of",
    "Look at the deals as they stood on this day; the last one in the files by default",
    "按该日的状态分析；默认为文件中的最后日期"};
const Phrase kBadAsOf{"cli.history.bad_as_of", "{value} is not a date; write 2024-03-05.",
                      "{value} 不是日期，请写成 2024-03-05。"};

}  // namespace

void add_history_files(CLI::App& command, HistoryFiles& files, Lang lang) {
  const auto text = [lang](const Phrase& phrase) { return std::string(phrase.in(lang)); };
  command.add_option("files", files.files, text(kFiles))->required()->type_name("FILE");
  command.add_option("--mapping", files.mapping, text(kMapping))->type_name("FILE");
  command.add_option("--as-of", files.as_of, text(kAsOf))->type_name("DATE");
}

Result<ReadHistory> read_history(const HistoryFiles& files) {
  exchange::Mapping mapping;
  if (!files.mapping.empty())
    mapping = TRY(exchange::read_mapping(TRY(exchange::read_whole_file(files.mapping))));
  exchange::HistoryOptions history;
  if (!files.as_of.empty()) {
    history.as_of = exchange::read_date(files.as_of, exchange::DateOrder::auto_);
    if (!history.as_of)
      return Error(Error::Code::invalid, Message(kBadAsOf, {{"value", files.as_of}}));
  }
  std::vector<exchange::InputFile> inputs;
  for (const std::string& path : files.files)
    inputs.push_back(
        {std::filesystem::path(path).filename().string(), TRY(exchange::read_whole_file(path))});
  exchange::Dataset dataset = TRY(exchange::read_dataset(std::move(inputs), mapping));
  cycle::HistorySet set = TRY(exchange::build_history(dataset, history));
  return ReadHistory{std::move(dataset), std::move(set)};
}

}  // namespace stagecoach::cli
