// A workspace with a bit of everything in it, to be backed up and brought back.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "backup/backup.h"
#include "exchange/sample/sample_organization.h"
#include "platform/db/migrations.h"
#include "platform/db/transfer/durable_file.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/sign_in/session_store.h"
#include "sales/team/team_test.h"

namespace stagecoach::backup {

namespace fs = std::filesystem;
using testing::Workspace;

// Every stored row of every table, as text that is the same on both engines.
using Content = std::map<std::string, std::multiset<std::string>>;

class BackupTest : public testing::TeamTest {
 protected:
  BackupTest() {
    set_up_owner();
    run([](journal::Work& work) { return sales::install_builtin_pipelines(work); }).value();
    catalog_.emplace(database());
  }

  void write_sample(int deals) {
    exchange::SampleWish wish;
    wish.deals = deals;
    wish.lang = Lang::zh;
    (void)exchange::write_sample(commands, *catalog_, wish).value();
  }
  // Bytes of every value, an empty text, a number that is given to nobody any more, a session.
  void write_odd_rows() {
    std::string bytes;
    for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 7);
    database().write([&](db::Connection& tx) {
      tx.execute("INSERT INTO import_uploads (id, name, size, created_at) VALUES (7, '', 1000, 0)");
      tx.execute("INSERT INTO import_upload_parts (upload_id, part, bytes) VALUES (7, 0, $1)",
                 db::Blob{bytes});
      tx.execute("INSERT INTO import_upload_parts (upload_id, part, bytes) VALUES (7, 1, $1)",
                 db::Blob{""});
      for (int part = 2; part < 8; ++part)
        tx.execute("INSERT INTO import_upload_parts (upload_id, part, bytes) VALUES (7, $1, $2)",
                   part, db::Blob{std::string(1'500'000, static_cast<char>('a' + part))});
      tx.execute("INSERT INTO import_uploads (name, size, created_at) VALUES ('gone', 0, 0)");
      for (const std::int64_t id : tx.reserve_ids("import_uploads", 50))
        if (id > 1'000'000) return db::Keep::no;
      return db::Keep::yes;
    });
    admit(desk, UserId(1), {"127.0.0.1", "test"}).value();
  }

  Place place() { return place_of(workspace()); }
  static Place place_of(const Workspace& workspace) {
    return {workspace.url(), workspace.options()};
  }
  std::string file(std::string_view name = "copy.backup.db") const {
    return folder_.path() + "/" + std::string(name);
  }
  std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_.path()))
      names.insert(entry.path().filename());
    return names;
  }

  static Content content_of(db::Connection& connection, std::vector<db::StoredTable> tables) {
    if (connection.engine() == db::Engine::postgres) db::match_postgres(connection, tables);
    Content content;
    for (const db::StoredTable& table : tables) {
      auto& rows = content[table.name];
      connection.each("SELECT * FROM " + db::sql_name(table.name),
                      [&](const db::Row& row) { rows.insert(text_of(row, table)); });
    }
    return content;
  }
  static std::string text_of(const db::Row& row, const db::StoredTable& table) {
    std::string text;
    for (int i = 0; i < row.columns(); ++i) {
      const auto kind = table.columns.at(static_cast<std::size_t>(i)).kind;
      using Kind = db::Param::Kind;
      text += '|';
      if (row.is_null(i))
        text += "NULL";
      else if (kind == Kind::text)
        text += row.text(i);
      else if (kind == Kind::blob)
        text += row.blob(i);
      else if (kind == Kind::real)
        text += std::to_string(row.real(i));
      else
        text += std::to_string(row.integer(i));
    }
    return text;
  }
  Content content(db::Database& of, const db::WorkspaceFile& like) {
    return of.read([&](db::Connection& connection) { return content_of(connection, like.tables); });
  }

  Result<BackupRestored> restore(const std::string& path, const Workspace& target,
                                 db::Replace replace = db::Replace::no) {
    return restore_backup(path, place_of(target), replace,
                          *instant_from_iso("2026-03-02T10:00:00Z"),
                          [](db::Connection& tx) { sales::end_all_sessions(tx); });
  }

  testing::TemporaryFolder folder_;
  std::optional<sales::PipelineCatalog> catalog_;
};

}  // namespace stagecoach::backup
