#include "platform/db/transfer/workspace_file.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "platform/db/migrations.h"
#include "platform/db/refusals.h"
#include "platform/db/sqlite/sqlite_file.h"
#include "platform/db/transfer/durable_file.h"
#include "platform/db/transfer/postgres_workspace.h"

namespace stagecoach::db {
namespace {

using Mode = SqliteConnection::Mode;
constexpr std::chrono::milliseconds kBusyWait{5'000};

bool is_postgres(const std::string& url) {
  return url.starts_with("postgres://") || url.starts_with("postgresql://");
}

std::string path_of(const std::string& url) {
  constexpr std::string_view kScheme = "sqlite:";
  return url.starts_with(kScheme) ? url.substr(kScheme.size()) : url;
}

bool is_there(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

// Its data are read from here on, and no page of them is given back meanwhile.
void begin_reading(SqliteConnection& reader) {
  reader.run("BEGIN", {}, {});
  reader.run("SELECT count(*) FROM sqlite_schema", {}, {});
}

Result<SavedWorkspace> save_sqlite(const std::string& path, SqliteConnection& file,
                                   FunctionRef<void()> pause) {
  if (!is_there(path)) return refuse(kNoWorkspace, {{"path", path}});
  TRY(inspect_file(path));
  SqliteConnection reader(path, Mode::reader, kBusyWait);
  begin_reading(reader);
  SavedWorkspace saved;
  saved.schema_version = TRY(schema_version(reader, built_in_migrations()));
  if (saved.schema_version == 0) return refuse(kNoWorkspace, {{"path", path}});
  file.copy_from(reader, pause);
  saved.rows = count_rows(reader, stored_tables(reader));
  return saved;
}

// What belongs to a database. A WAL without its file, too, would be taken for that of a new one.
constexpr std::array kFileEnds{"", "-wal", "-shm"};

bool any_is_there(const std::string& path) {
  std::error_code none;
  return std::any_of(kFileEnds.begin(), kFileEnds.end(),
                     [&](const char* end) { return std::filesystem::exists(path + end, none); });
}

// Puts `fresh` where `path` is; what was there gets the name `aside`.
void exchange_files(const std::string& fresh, const std::string& path, const std::string& aside) {
  for (const char* end : kFileEnds)
    if (std::filesystem::exists(path + end)) std::filesystem::rename(path + end, aside + end);
  std::filesystem::rename(fresh, path);
  flush_folder_of(path);
}

Result<RestoredWorkspace> restore_sqlite(WorkspaceFile& file, const std::string& path,
                                         Replace replace, const std::string& mark,
                                         FunctionRef<void(Connection&)> prepare) {
  FileLock lock = TRY(FileLock::take(path));
  const bool is_taken = any_is_there(path);
  if (is_taken && replace == Replace::no) return refuse(kWorkspaceIsThere, {{"path", path}});
  const std::string aside = path + "." + mark;
  DraftFile draft = TRY(DraftFile::create(path + ".restoring", path));
  {
    SqliteConnection fresh(draft.path(), Mode::builder, kBusyWait);
    auto& reader = dynamic_cast<SqliteConnection&>(*file.connection);
    begin_reading(reader);
    fresh.copy_from(reader, [] {});
    reader.roll_back();
    fresh.run("BEGIN", {}, {});
    prepare(fresh);
    fresh.run("COMMIT", {}, {});
  }
  draft.flush();
  exchange_files(draft.path(), path, aside);
  draft.keep();
  lock.remember_database();
  return RestoredWorkspace{is_taken ? aside : std::string()};
}

}  // namespace

Result<SavedWorkspace> save_workspace(const std::string& url, const OpenOptions& options,
                                      const std::string& file, const std::stop_token& stop) {
  const auto pause = [&stop] {
    if (stop.stop_requested()) throw Failure(Failure::Kind::timeout, "the backup was stopped");
  };
  SqliteConnection builder(file, Mode::builder, kBusyWait);
  if (!is_postgres(url)) return save_sqlite(path_of(url), builder, pause);
  mark_as_ours(builder);
  return save_postgres(url, options, builder, pause);
}

bool looks_whole(const std::string& file) {
  if (!is_there(file) || !inspect_file(file)) return false;
  const auto length = length_by_header(file);
  std::error_code failed;
  return length && std::filesystem::file_size(file, failed) == *length && !failed;
}

void WorkspaceFile::interrupt() {
  dynamic_cast<SqliteConnection&>(*connection).interrupt();
}

Result<WorkspaceFile> open_workspace_file(const std::string& file, const std::stop_token& stop) {
  if (!is_there(file)) return refuse(kNoSuchFile, {{"path", file}});
  if (auto ours = inspect_file(file); !ours) {
    const bool alien = ours.error().message.phrase == &kFileIsAlien;
    if (alien) return refuse(kIsNoBackup, {{"path", file}});
    return std::move(ours).error();
  }
  if (!looks_whole(file))
    return refuse(kBackupIsDamaged, {{"path", file}, {"detail", "it is not as long as it was"}});
  try {
    auto reader = std::make_unique<SqliteConnection>(file, Mode::reader, kBusyWait);
    const std::stop_callback on_stop(stop, [&reader] { reader->interrupt(); });
    if (const auto damage = find_damage(*reader))
      return refuse(kBackupIsDamaged, {{"path", file}, {"detail", *damage}});
    WorkspaceFile opened;
    opened.schema_version = TRY(schema_version(*reader, built_in_migrations()));
    if (opened.schema_version == 0) return refuse(kIsNoBackup, {{"path", file}});
    opened.tables = stored_tables(*reader);
    opened.connection = std::move(reader);
    return opened;
  } catch (const Failure& failure) {
    if (stop.stop_requested()) throw;
    return refuse(kBackupIsDamaged, {{"path", file}, {"detail", failure.what()}});
  }
}

Result<RestoredWorkspace> restore_workspace(WorkspaceFile& file, const std::string& url,
                                            const OpenOptions& options, Replace replace,
                                            const std::string& mark,
                                            FunctionRef<void(Connection&)> prepare) {
  if (is_postgres(url)) return restore_postgres(file, url, options, replace, mark, prepare);
  return restore_sqlite(file, path_of(url), replace, mark, prepare);
}

}  // namespace stagecoach::db
