// Why a database is not opened or migrated, as sentences for the operator.
#pragma once

#include "platform/base/result.h"

namespace stagecoach::db {

inline constexpr Phrase kFileIsAlien{
    "db.file_is_alien",
    "{path} is not a Stagecoach database. Give the path of one, or of a file that does not exist "
    "yet.",
    "{path} 不是驿程（Stagecoach）的数据库。请指定驿程数据库的路径，或一个尚不存在的文件。"};
inline constexpr Phrase kFileIsDamaged{
    "db.file_is_damaged",
    "The database {path} is damaged or cut short ({detail}). Stop here and restore it from a "
    "backup; keep the damaged file.",
    "数据库 {path} 已损坏或不完整（{detail}）。请停止使用并从备份恢复，同时保留损坏的文件。"};
inline constexpr Phrase kFileIsInUse{
    "db.file_is_in_use",
    "The database {path} is already open in another Stagecoach process. Stop that process first, "
    "or use its address.",
    "数据库 {path} 已被另一个驿程进程打开。请先停止该进程，或直接使用它的地址。"};
inline constexpr Phrase kFileCannotBeOpened{"db.file_cannot_be_opened",
                                            "The database {path} cannot be opened: {detail}.",
                                            "无法打开数据库 {path}：{detail}。"};
inline constexpr Phrase kServerCannotBeReached{
    "db.server_cannot_be_reached", "The PostgreSQL database cannot be reached: {detail}",
    "无法连接 PostgreSQL 数据库：{detail}"};
inline constexpr Phrase kServerIsTooOld{
    "db.server_is_too_old",
    "PostgreSQL {version} is too old: Stagecoach needs version 15 or newer.",
    "PostgreSQL {version} 版本过低：驿程需要 15 或更高版本。"};
inline constexpr Phrase kSchemaNameIsInvalid{
    "db.schema_name_is_invalid",
    "\"{name}\" cannot name a workspace: use a to z, digits and underscores, a letter first, at "
    "most 48 characters.",
    "“{name}”不能作为工作区名称：只能使用小写字母 a–z、数字和下划线，以字母开头，最长 48 个字符。"};
inline constexpr Phrase kSchemaIsNewer{
    "db.schema_is_newer",
    "The database has schema version {found}, but this program knows only up to {known}. Start the "
    "newer program, or restore a backup made before the upgrade.",
    "数据库的结构版本为 {found}，而本程序最高只支持 "
    "{known}。请运行更新版本的程序，或恢复升级之前的备份。"};
inline constexpr Phrase kMigrationDiffers{
    "db.migration_differs",
    "Step {version} of the database schema ({name}) is not the one this program contains. The "
    "database was made by a different build; use that build, or restore a backup.",
    "数据库结构的第 {version} "
    "步（{name}）与本程序所含的不一致。该数据库由其他构建版本创建；请使用那个版本，或恢复备份。"};
inline constexpr Phrase kNoWorkspace{"db.no_workspace", "There is no workspace at {path}.",
                                     "{path} 处没有工作区。"};
inline constexpr Phrase kNoSuchFile{"db.no_such_file", "There is no file {path}.",
                                    "文件 {path} 不存在。"};
inline constexpr Phrase kFileCannotBeWritten{"db.file_cannot_be_written",
                                             "{path} cannot be written: {detail}.",
                                             "无法写入 {path}：{detail}。"};
inline constexpr Phrase kIsNoBackup{"db.is_no_backup", "{path} is not a backup of Stagecoach.",
                                    "{path} 不是驿程（Stagecoach）的备份。"};
inline constexpr Phrase kBackupIsDamaged{
    "db.backup_is_damaged",
    "The backup {path} is damaged or cut short ({detail}). Use another one.",
    "备份 {path} 已损坏或不完整（{detail}）。请使用其他备份。"};
inline constexpr Phrase kWorkspaceIsThere{
    "db.workspace_is_there",
    "There is a workspace at {path} already. With --force it is set aside, and the backup takes "
    "its place.",
    "{path} 处已有工作区。使用 --force 可将其另存，由备份取代。"};
inline constexpr Phrase kSchemaIsInUse{
    "db.schema_is_in_use",
    "The workspace {path} is open in a Stagecoach process. Stop that process first.",
    "工作区 {path} 正被驿程进程使用。请先停止该进程。"};
inline constexpr Phrase kDamageFound{
    "db.damage_found",
    "The check of the database {path} found damage: {detail}. Restore it from a backup soon.",
    "检查数据库 {path} 时发现损坏：{detail}。请尽快从备份恢复。"};
inline constexpr Phrase kWritesFail{"db.writes_fail",
                                    "Nothing can be saved at the moment: {detail}",
                                    "目前无法保存任何内容：{detail}"};

// An operator's refusal: the program says the sentence and stops.
inline Error refuse(const Phrase& phrase, std::vector<std::pair<std::string, std::string>> args) {
  return Error(Error::Code::unavailable, Message(phrase, std::move(args)));
}

}  // namespace stagecoach::db
