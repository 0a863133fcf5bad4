#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include "app.h"
#include "cli.h"
#include "cli_command.h"
#include "exchange/records/issue_table.h"
#include "exchange/workspace/import_preview.h"
#include "exchange/workspace/import_runner.h"
#include "sales/team/viewer.h"

namespace stagecoach::cli {
namespace {

const Phrase kAbout{"cli.import",
                    "Bring files that a CRM exported into the workspace, or undo that",
                    "将 CRM 导出的文件导入工作区，或撤销导入"};
const Phrase kFiles{"cli.import.files", "Exported files (CSV and its relatives), all at once",
                    "导出的文件（CSV 等），请一次给出"};
const Phrase kMapping{"cli.import.mapping",
                      "What the columns mean, as JSON; see docs/import-mapping.md",
                      "列含义的映射（JSON），见 docs/import-mapping.md"};
const Phrase kRejects{"cli.import.rejects", "Write the rows that could not be used as CSV",
                      "将无法使用的行写为 CSV"};
const Phrase kDryRun{"cli.import.dry_run", "Say what would be imported; write nothing",
                     "仅说明将导入的内容，不写入"};
const Phrase kSaveMapping{"cli.import.save_mapping",
                          "Write what was decided about the files and stages, to be corrected",
                          "将对文件和阶段的判定写为映射文件，以便修改"};
const Phrase kIntoPipeline{"cli.import.into_pipeline",
                           "Deals go into the pipeline {name}:", "商机将导入销售流程 {name}："};
const Phrase kIntoNew{"cli.import.into_new",
                      "Deals go into a new pipeline, {name}:", "商机将导入新的销售流程 {name}："};
const Phrase kUncertain{"cli.import.stage_uncertain",
                        " (no stage of this name; look whether it is meant)",
                        "（没有同名阶段，请确认）"};
const Phrase kUndo{"cli.import.undo", "Remove what the import of this number created",
                   "移除该编号的导入所创建的记录"};
const Phrase kNothingGiven{"cli.import.nothing_given",
                           "Name the files to import, or the import to undo.",
                           "请给出要导入的文件，或要撤销的导入编号。"};
const Phrase kRead{
    "cli.import.read",
    "Read {rows} rows: {usable} usable, {rejected} rejected, {duplicates} "
    "duplicates, {totals} totals.",
    "读取 {rows} 行：可用 {usable}，拒绝 {rejected}，重复 {duplicates}，合计行 {totals}。"};
const Phrase kCreated{
    "cli.import.done",
    "Import {id} created {deals} deals, {accounts} accounts, {contacts} contacts, "
    "{products} products, {users} people, {teams} teams and {pipelines} pipelines.",
    "导入 {id} 已创建 {deals} 个商机、{accounts} 个客户、{contacts} 个联系人、{products} "
    "个产品、{users} 名人员、{teams} 个团队和 {pipelines} 个销售流程。"};
const Phrase kKnown{"cli.import.known",
                    "{count} deals were here already and stay as they are; of {differing} of them "
                    "the file says something else.",
                    "有 {count} 个商机已存在，保持不变；其中 {differing} 个与文件内容不同。"};
const Phrase kNoOwner{"cli.import.no_owner",
                      "{count} deals name no owner and were given to whoever imports them.",
                      "有 {count} 个商机未注明负责人，已归导入者所有。"};
const Phrase kEntryUnknown{"cli.import.entry_unknown",
                           "Of {count} deals only the stages are known, not since when: they are "
                           "counted, but no durations are taken from them.",
                           "有 {count} 个商机仅知阶段而不知进入时间：计入数量，不计入时长。"};
const Phrase kUndone{"cli.import.undone",
                     "Removed {removed} records; {kept} stay because they were changed since or "
                     "are in use.",
                     "已移除 {removed} 条记录；{kept} 条因之后被修改或正在使用而保留。"};

struct ImportOptions {
  std::vector<std::string> files;
  std::string mapping, save_mapping, rejects;
  bool dry_run = false;
  std::int64_t undo = 0;
};

void say(const Phrase& phrase, std::vector<std::pair<std::string, std::string>> args, Lang lang) {
  std::cout << Message(phrase, std::move(args)).text(lang) << std::endl;
}

void show_progress(std::int64_t done, std::int64_t total) {
  std::cerr << "\r" << done;
  if (total > 0) std::cerr << " / " << total;
  std::cerr << (done == total ? "\n" : "") << std::flush;
}

void say_stages(const exchange::ImportPreview& preview, Lang lang) {
  if (preview.stages.empty()) return;
  if (const auto& name = preview.mapping.pipeline)
    say(kIntoPipeline, {{"name", *name}}, lang);
  else
    say(kIntoNew, {{"name", preview.mapping.new_pipeline.value_or("")}}, lang);
  for (const exchange::StagePreview& stage : preview.stages) {
    const bool guessed =
        stage.by == exchange::ChosenBy::position || stage.by == exchange::ChosenBy::near_name;
    std::cout << "  " << stage.name << " -> " << stage.to << (guessed ? kUncertain.in(lang) : "")
              << "\n";
  }
}

void say_preview(const exchange::ImportPreview& preview, Lang lang) {
  const exchange::CountsPreview& counts = preview.counts;
  say(kRead,
      {{"rows", std::to_string(counts.rows)},
       {"usable", std::to_string(counts.usable)},
       {"rejected", std::to_string(counts.rejected)},
       {"duplicates", std::to_string(counts.duplicates)},
       {"totals", std::to_string(counts.totals)}},
      lang);
  for (const auto& [kind, count] : counts.records)
    std::cout << "  " << kind << ": " << count << "\n";
  for (const exchange::WarningPreview& warning : preview.warnings)
    std::cout << "! " << warning.message << "\n";
  say_stages(preview, lang);
}

void say_result(const exchange::ImportResult& result, Lang lang) {
  const exchange::ImportCounts& made = result.counts;
  const auto count = [](std::int64_t n) { return std::to_string(n); };
  say(kCreated,
      {{"id", count(result.id.value)},
       {"deals", count(made.deals)},
       {"accounts", count(made.accounts)},
       {"contacts", count(made.contacts)},
       {"products", count(made.products)},
       {"users", count(made.users)},
       {"teams", count(made.teams)},
       {"pipelines", count(made.pipelines)}},
      lang);
  if (made.deals_known > 0)
    say(kKnown, {{"count", count(made.deals_known)}, {"differing", count(made.deals_differing)}},
        lang);
  if (made.without_owner > 0) say(kNoOwner, {{"count", count(made.without_owner)}}, lang);
  if (made.entry_unknown > 0) say(kEntryUnknown, {{"count", count(made.entry_unknown)}}, lang);
}

Result<int> import_files(const ImportOptions& options, Workspace& workspace, Lang lang) {
  exchange::Mapping mapping;
  if (!options.mapping.empty())
    mapping = TRY(exchange::read_mapping(TRY(exchange::read_whole_file(options.mapping))));
  mapping = exchange::with_defaults_of(*workspace.database, std::move(mapping));
  std::vector<exchange::InputFile> inputs;
  for (const std::string& path : options.files)
    inputs.push_back(
        {std::filesystem::path(path).filename().string(), TRY(exchange::read_whole_file(path))});
  exchange::Dataset dataset = TRY(exchange::read_dataset(std::move(inputs), mapping));
  const exchange::ImportPreview preview =
      TRY(exchange::plan_import(dataset, workspace.pipelines.current()->all(), lang));
  say_preview(preview, lang);
  if (!options.save_mapping.empty())
    TRY(write_output(options.save_mapping, exchange::write_mapping(preview.mapping)));
  if (!options.rejects.empty())
    TRY(write_output(options.rejects, exchange::issue_table(dataset, lang)));
  if (options.dry_run) return 0;
  say_result(TRY(exchange::run_import(workspace.commands, workspace.pipelines,
                                      sales::Viewer::system(), dataset, show_progress)),
             lang);
  return kDone;
}

Result<int> run_command(const ImportOptions& options, Workspace& workspace, Lang lang) {
  if (options.undo == 0) {
    if (options.files.empty()) return Error(Error::Code::invalid, kNothingGiven);
    return import_files(options, workspace, lang);
  }
  const exchange::UndoResult undone =
      TRY(exchange::undo_import(workspace.commands, sales::Viewer::system(),
                                exchange::ImportId(options.undo), show_progress));
  std::cerr << "\n";
  say(kUndone, {{"removed", std::to_string(undone.removed)}, {"kept", std::to_string(undone.kept)}},
      lang);
  return kDone;
}

}  // namespace

void add_import_command(CLI::App& app, Invocation& invocation) {
  const Lang lang = invocation.lang;
  const auto text = [lang](const Phrase& phrase) { return std::string(phrase.in(lang)); };
  const auto options = std::make_shared<ImportOptions>();
  CLI::App* command = app.add_subcommand("import", text(kAbout));
  const SettingsReader read = add_settings(*command, lang);
  command->add_option("files", options->files, text(kFiles))->type_name("FILE");
  command->add_option("--mapping", options->mapping, text(kMapping))->type_name("FILE");
  command->add_option("--save-mapping", options->save_mapping, text(kSaveMapping))
      ->type_name("FILE");
  command->add_option("--rejects", options->rejects, text(kRejects))->type_name("FILE");
  command->add_flag("--dry-run", options->dry_run, text(kDryRun));
  command->add_option("--undo", options->undo, text(kUndo))
      ->type_name("ID")
      ->check(CLI::PositiveNumber);
  command->callback([&invocation, read, options] {
    invocation.action = [read, options](Lang chosen) -> Result<int> {
      const config::Configuration configuration = TRY(read());
      const auto workspace = TRY(open_workspace(configuration.settings));
      return run_command(*options, *workspace, chosen);
    };
  });
}

}  // namespace stagecoach::cli
