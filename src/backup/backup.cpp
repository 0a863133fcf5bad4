#include "backup/backup.h"

#include <algorithm>
#include <filesystem>

#include "platform/db/refusals.h"
#include "platform/db/transfer/durable_file.h"

namespace stagecoach::backup {
namespace {

namespace fs = std::filesystem;

constexpr Phrase kFileIsThere{"backup.file_is_there",
                              "There is a file {path} already; a backup never takes its place.",
                              "文件 {path} 已存在；备份不会覆盖它。"};
constexpr Phrase kNotTheSame{
    "backup.not_the_same",
    "The backup was written, but what was read back is not what the workspace holds. It was not "
    "kept.",
    "备份已写入，但读回的内容与工作区不一致，因此未保留。"};
constexpr std::string_view kDraftEnd = ".part";

// What killed runs left beside `path`.
void remove_abandoned_drafts(const std::string& path, const std::string& workspace) {
  fs::path folder = fs::path(path).parent_path();
  if (folder.empty()) folder = ".";
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename();
    if (!name.ends_with(kDraftEnd)) continue;
    if (time_in_name(workspace, name.substr(0, name.size() - kDraftEnd.size())))
      db::DraftFile::remove_abandoned(entry.path());
  }
}

// "before_20261127_031500": in letters that a schema's name may have.
std::string mark_of(Instant now) {
  std::string mark = "before_" + stamp_of(now);
  std::replace(mark.begin(), mark.end(), '-', '_');
  mark.pop_back();
  return mark;
}

Result<journal::Verification> verify_journal(db::Connection& connection) {
  journal::Verification found = journal::verify_chain(connection);
  if (found.broken_at) return Error(Error::Code::refused, found.finding);
  return found;
}

// Reads back what was written. The file is closed again by the end.
Result<journal::Verification> verify_copy(const std::string& path, const db::SavedWorkspace& saved,
                                          const std::stop_token& stop) {
  db::WorkspaceFile file = TRY(db::open_workspace_file(path, stop));
  const std::stop_callback on_stop(stop, [&file] { file.interrupt(); });
  if (file.schema_version != saved.schema_version ||
      db::count_rows(*file.connection, file.tables) != saved.rows)
    return Error(Error::Code::refused, kNotTheSame);
  return verify_journal(*file.connection);
}

}  // namespace

Result<BackupMade> make_backup(const Place& workspace, const std::string& path,
                               const std::stop_token& stop) {
  remove_abandoned_drafts(path, workspace.name());
  if (std::error_code none; fs::exists(path, none))
    return db::refuse(kFileIsThere, {{"path", path}});
  db::DraftFile draft = TRY(db::DraftFile::create(path + std::string(kDraftEnd), path));
  const db::SavedWorkspace saved =
      TRY(db::save_workspace(workspace.url, workspace.options, draft.path(), stop));
  draft.flush();
  const journal::Verification verified = TRY(verify_copy(draft.path(), saved, stop));
  fs::rename(draft.path(), path);
  draft.keep();
  db::flush_folder_of(path);
  return BackupMade{path, fs::file_size(path), verified.events, verified.newest};
}

Result<BackupRestored> restore_backup(const std::string& file, const Place& workspace,
                                      db::Replace replace, Instant now,
                                      FunctionRef<void(db::Connection&)> prepare) {
  db::WorkspaceFile opened = TRY(db::open_workspace_file(file));
  const journal::Verification verified = TRY(verify_journal(*opened.connection));
  const auto restored = TRY(db::restore_workspace(opened, workspace.url, workspace.options, replace,
                                                  mark_of(now), prepare));
  return BackupRestored{verified.events, restored.set_aside};
}

std::vector<StoredBackup> list_backups(const std::string& folder, std::string_view workspace) {
  std::vector<StoredBackup> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename();
    const auto made_at = time_in_name(workspace, name);
    if (!made_at || !entry.is_regular_file(ignored)) continue;
    const std::uintmax_t bytes = entry.file_size(ignored);
    found.push_back({name, *made_at, ignored ? 0 : bytes, db::looks_whole(entry.path())});
  }
  std::sort(found.begin(), found.end(),
            [](const StoredBackup& a, const StoredBackup& b) { return a.made_at > b.made_at; });
  return found;
}

}  // namespace stagecoach::backup
