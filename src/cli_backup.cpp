#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "app.h"
#include "backup/backup.h"
#include "cli.h"
#include "cli_command.h"
#include "sales/team/sign_in/session_store.h"

namespace stagecoach::cli {
namespace {

namespace fs = std::filesystem;

const Phrase kBackup{"cli.backup", "Back the workspace up to one file, also while it is served",
                     "将工作区备份为一个文件，服务运行时也可进行"};
const Phrase kTo{"cli.backup_to", "The file to make, or the folder for it; else backup.folder",
                 "要生成的文件或其所在目录；默认使用 backup.folder"};
const Phrase kList{"cli.backup_list", "Show the backups that are there, and make none",
                   "列出已有的备份，不新建"};
const Phrase kNowhere{
    "cli.backup_nowhere",
    "Say where the backup is to go: with --to, or with backup.folder in the settings.",
    "请用 --to 或配置项 backup.folder 指明备份的位置。"};
const Phrase kNoFolder{"cli.backup_no_folder", "There is no folder {path}.",
                       "目录 {path} 不存在。"};
const Phrase kMade{"cli.backup_made", "Backed up to {path}: {size}, {events} events, verified.",
                   "已备份到 {path}：{size}，{events} 条事件，已校验。"};
const Phrase kNone{"cli.backup_none", "There is no backup in {path}.", "{path} 中没有备份。"};
const Phrase kDamaged{"cli.backup_damaged", "damaged", "已损坏"};

const Phrase kRestore{"cli.restore", "Make the workspace what it was in a backup",
                      "将工作区恢复为备份时的状态"};
const Phrase kFile{"cli.restore_file", "The backup", "备份文件"};
const Phrase kForce{"cli.restore_force",
                    "Set aside the workspace that is there, and put the backup in its place",
                    "将现有工作区另存，并以备份取代"};
const Phrase kRestored{"cli.restored",
                       "Restored {workspace} with {events} events. Everybody has to sign in again.",
                       "已恢复 {workspace}，共 {events} 条事件。所有人需要重新登录。"};
const Phrase kSetAside{"cli.restore_set_aside", "What was there before is kept as {path}.",
                       "原有内容保存为 {path}。"};

backup::Place place_of(const config::Settings& settings) {
  backup::Place place;
  place.url = settings.database.url;
  place.options.schema = settings.database.schema;
  return place;
}

std::string size_text(std::uint64_t bytes) {
  constexpr double kMb = 1e6;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f MB", static_cast<double>(bytes) / kMb);
  return text.data();
}

// The file to write: what was said is a folder where there is one, or where it ends like one.
Result<std::string> path_for(const std::string& said, const backup::Place& place) {
  if (said.empty()) return Error(Error::Code::refused, kNowhere);
  std::error_code none;
  const bool is_folder = fs::is_directory(said, none);
  if (!is_folder && said.ends_with('/'))
    return Error(Error::Code::refused, Message(kNoFolder, {{"path", said}}));
  if (!is_folder) return said;
  return (fs::path(said) / backup::backup_name(place.name(), SystemClock().now())).string();
}

int show_list(const std::string& folder, const backup::Place& place, Lang lang) {
  const auto found = backup::list_backups(folder, place.name());
  if (found.empty()) std::cout << Message(kNone, {{"path", folder}}).text(lang) << std::endl;
  for (const backup::StoredBackup& one : found)
    std::cout << one.name << "  " << to_iso(one.made_at) << "  "
              << (one.whole ? size_text(one.bytes) : std::string(kDamaged.in(lang))) << std::endl;
  return kDone;
}

Result<int> back_up(const config::Settings& settings, const std::string& to, bool list, Lang lang) {
  const backup::Place place = place_of(settings);
  const std::string& where = to.empty() ? settings.backup.folder : to;
  if (list && where.empty()) return Error(Error::Code::refused, kNowhere);
  if (list) return show_list(where, place, lang);
  if (to.empty() && !where.empty()) fs::create_directories(where);
  const std::string path = TRY(path_for(where, place));
  const backup::BackupMade made = TRY(backup::make_backup(place, path));
  std::cout << Message(kMade, {{"path", made.path},
                               {"size", size_text(made.bytes)},
                               {"events", std::to_string(made.events)}})
                   .text(lang)
            << std::endl;
  return kDone;
}

Result<int> restore(const config::Settings& settings, const std::string& file, bool force,
                    Lang lang) {
  const backup::Place place = place_of(settings);
  const auto restored = TRY(backup::restore_backup(
      file, place, force ? db::Replace::set_aside : db::Replace::no, SystemClock().now(),
      [](db::Connection& tx) { sales::end_all_sessions(tx); }));
  std::cout << Message(kRestored,
                       {{"workspace", place.name()}, {"events", std::to_string(restored.events)}})
                   .text(lang)
            << std::endl;
  if (!restored.set_aside.empty())
    std::cout << Message(kSetAside, {{"path", restored.set_aside}}).text(lang) << std::endl;
  return kDone;
}

}  // namespace

void add_backup_command(CLI::App& app, Invocation& invocation) {
  const Lang lang = invocation.lang;
  CLI::App* command = app.add_subcommand("backup", std::string(kBackup.in(lang)));
  const SettingsReader read = add_settings(*command, lang);
  const auto to = std::make_shared<std::string>();
  const auto list = std::make_shared<bool>(false);
  command->add_option("--to", *to, std::string(kTo.in(lang)))->type_name("FILE|FOLDER");
  command->add_flag("--list", *list, std::string(kList.in(lang)));
  command->callback([&invocation, read, to, list] {
    invocation.action = [read, to, list](Lang wanted) -> Result<int> {
      const config::Configuration configuration = TRY(read());
      return back_up(configuration.settings, *to, *list, wanted);
    };
  });
}

void add_restore_command(CLI::App& app, Invocation& invocation) {
  const Lang lang = invocation.lang;
  CLI::App* command = app.add_subcommand("restore", std::string(kRestore.in(lang)));
  const SettingsReader read = add_settings(*command, lang);
  const auto file = std::make_shared<std::string>();
  const auto force = std::make_shared<bool>(false);
  command->add_option("FILE", *file, std::string(kFile.in(lang)))->required();
  command->add_flag("--force", *force, std::string(kForce.in(lang)));
  command->callback([&invocation, read, file, force] {
    invocation.action = [read, file, force](Lang wanted) -> Result<int> {
      const config::Configuration configuration = TRY(read());
      return restore(configuration.settings, *file, *force, wanted);
    };
  });
}

}  // namespace stagecoach::cli
