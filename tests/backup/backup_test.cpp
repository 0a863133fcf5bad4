// A backup is what the workspace was at one moment, and comes back as that on either engine.
#include "backup/backup_test.h"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace stagecoach::backup {
namespace {

using testing::code_of;

EACH_ENGINE(BackupTest);

const Instant kNow = *instant_from_iso("2026-03-02T10:00:00Z");

TEST_P(BackupTest, ComesBackTheSameOnBothEngines) {
  write_sample(40);
  write_odd_rows();
  const BackupMade made = make_backup(place(), file()).value();
  EXPECT_EQ(files(), std::set<std::string>{"copy.backup.db"});
  EXPECT_EQ(made.events, head());
  EXPECT_EQ(made.bytes, fs::file_size(file()));
  struct stat status {};
  ASSERT_EQ(::stat(file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);

  db::WorkspaceFile copy = db::open_workspace_file(file()).value();
  Content wanted = content(database(), copy);
  EXPECT_EQ(content_of(*copy.connection, copy.tables), wanted);
  EXPECT_GE(wanted.size(), 20u) << "hardly any table was looked at";
  EXPECT_EQ(wanted.at("sessions").size(), 1u);
  wanted.at("sessions").clear();
  for (const db::Engine engine : {db::Engine::sqlite, db::Engine::postgres}) {
    SCOPED_TRACE(engine == db::Engine::sqlite ? "to SQLite" : "to PostgreSQL");
    const Workspace target(engine);
    const auto restored = restore(file(), target);
    ASSERT_TRUE(restored) << restored.error().message.text(Lang::en);
    EXPECT_EQ(restored->events, head());
    EXPECT_EQ(restored->set_aside, "");
    const auto back = target.open();
    ASSERT_TRUE(db::migrate(*back, db::built_in_migrations()));
    EXPECT_EQ(content(*back, copy), wanted);
    back->read([](db::Connection& connection) {
      EXPECT_FALSE(journal::verify_chain(connection).broken_at);
    });
  }
}

TEST_P(BackupTest, GoesOnNumberingWhereItStopped) {
  write_odd_rows();
  ASSERT_TRUE(make_backup(place(), file()));
  const auto next_id = [](db::Database& in) {
    std::int64_t id = 0;
    in.write([&](db::Connection& tx) {
      id = tx.reserve_ids("import_uploads", 1).front();
      return db::Keep::no;
    });
    return id;
  };
  const std::int64_t wanted = next_id(database());
  EXPECT_GT(wanted, 50);
  for (const db::Engine engine : {db::Engine::sqlite, db::Engine::postgres}) {
    const Workspace target(engine);
    ASSERT_TRUE(restore(file(), target));
    EXPECT_GE(next_id(*target.open()), wanted);
  }
}

// The list of tables is asked of the schema; here it is asked in other words.
TEST_P(BackupTest, LeavesOutNoTable) {
  ASSERT_TRUE(make_backup(place(), file()));
  const db::WorkspaceFile copy = db::open_workspace_file(file()).value();
  std::set<std::string> wanted, found;
  for (const db::StoredTable& table : copy.tables) found.insert(table.name);
  database().read([&](db::Connection& connection) {
    connection.each(engine() == db::Engine::sqlite
                        ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND"
                          " name NOT LIKE 'sqlite%' AND name NOT LIKE '%search%'"
                        : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
                    [&](const db::Row& row) { wanted.insert(row.string(0)); });
  });
  wanted.erase("schema_migrations");
  EXPECT_EQ(found, wanted);
}

// A file of SQLite is copied page by page, whatever is in it.
class PostgresBackupTest : public BackupTest {};
INSTANTIATE_TEST_SUITE_P(Engine, PostgresBackupTest, ::testing::Values(db::Engine::postgres),
                         testing::engine_name);

TEST_P(PostgresBackupTest, RefusesToLoseWhatOnlyThisEngineKnows) {
  script("CREATE TABLE extras (id BIGINT)");
  EXPECT_THROW((void)make_backup(place(), file()), db::Failure);
  script("DROP TABLE extras; ALTER TABLE deals ADD COLUMN extra TEXT");
  EXPECT_THROW((void)make_backup(place(), file()), db::Failure);
  EXPECT_EQ(files(), std::set<std::string>());
}

TEST_P(BackupTest, TakesNobodysPlace) {
  std::ofstream(file()) << "a letter";
  EXPECT_EQ(code_of(make_backup(place(), file())), "backup.file_is_there");
  EXPECT_EQ(fs::file_size(file()), 8u);
  EXPECT_EQ(code_of(make_backup(place(), folder_.path() + "/no/such.db")),
            "db.file_cannot_be_written");
}

TEST_P(BackupTest, OfNothingIsRefused) {
  const Workspace empty(engine());
  EXPECT_EQ(code_of(make_backup(place_of(empty), file())), "db.no_workspace");
  EXPECT_EQ(files(), std::set<std::string>());
}

// Before an upgrade the new program backs up what the old one left, and can bring it back as such.
TEST_P(BackupTest, OfAnOlderSchemaComesBackAsThat) {
  const auto steps = db::built_in_migrations();
  const Workspace older(engine());
  {
    const auto opened = older.open();
    ASSERT_TRUE(db::migrate(*opened, steps.first(12)));
    opened->write([](db::Connection& tx) {
      tx.execute("INSERT INTO pipelines (key, version_number, created_at) VALUES ('old', 1, 0)");
      return db::Keep::yes;
    });
  }
  ASSERT_TRUE(make_backup(place_of(older), file()));
  EXPECT_EQ(db::open_workspace_file(file())->schema_version, 12);
  for (const db::Engine engine : {db::Engine::sqlite, db::Engine::postgres}) {
    const Workspace target(engine);
    ASSERT_TRUE(restore(file(), target));
    const auto back = target.open();
    const auto report = db::migrate(*back, steps);
    ASSERT_TRUE(report) << report.error().message.text(Lang::en);
    EXPECT_EQ(report->from, 12);
    EXPECT_EQ(report->to, static_cast<int>(steps.size()));
    EXPECT_EQ(back->read([](db::Connection& c) {
      return c.first("SELECT key FROM pipelines", [](const db::Row& row) { return row.string(0); });
    }),
              "old");
  }
}

TEST_P(BackupTest, OfATamperedJournalIsRefused) {
  script("UPDATE events SET data = '{}' WHERE seq = 2");
  EXPECT_EQ(code_of(make_backup(place(), file())), "journal.broken");
  EXPECT_EQ(files(), std::set<std::string>());
}

TEST_P(BackupTest, StopsWhenItIsTold) {
  write_sample(200);
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW((void)make_backup(place(), file(), stop.get_token()), db::Failure);
  EXPECT_EQ(files(), std::set<std::string>());
}

TEST_P(BackupTest, CutShortItIsNoBackup) {
  ASSERT_TRUE(make_backup(place(), file()));
  const auto whole = fs::file_size(file());
  for (const double share : {0.0, 0.001, 0.2, 0.7, 0.999}) {
    fs::copy_file(file(), file("cut"), fs::copy_options::overwrite_existing);
    fs::resize_file(file("cut"), static_cast<std::uintmax_t>(share * static_cast<double>(whole)));
    EXPECT_FALSE(db::looks_whole(file("cut"))) << share;
    const Workspace target(engine());
    const auto code = code_of(restore(file("cut"), target));
    EXPECT_TRUE(code == "db.backup_is_damaged" || code == "db.is_no_backup" ||
                code == "db.file_is_damaged")
        << share << ": " << code;
  }
}

TEST_P(BackupTest, DoesNotTakeThePlaceOfAWorkspaceUnasked) {
  ASSERT_TRUE(make_backup(place(), file()));
  Workspace target(engine());
  {
    const auto open = target.open();
    ASSERT_TRUE(db::migrate(*open, db::built_in_migrations()));
    const auto code = code_of(restore(file(), target, db::Replace::set_aside));
    EXPECT_TRUE(code == "db.file_is_in_use" || code == "db.schema_is_in_use") << code;
  }
  EXPECT_EQ(code_of(restore(file(), target)), "db.workspace_is_there");
  const auto head_of = [](const std::string& url, const db::OpenOptions& options) {
    const auto opened = db::Database::open(url, options);
    return opened.value()->read([](db::Connection& c) { return journal::head(c); });
  };
  EXPECT_EQ(head_of(target.url(), target.options()), 0) << "a refused restore wrote";

  const auto restored = restore(file(), target, db::Replace::set_aside);
  ASSERT_TRUE(restored) << restored.error().message.text(Lang::en);
  EXPECT_EQ(head_of(target.url(), target.options()), head());
  EXPECT_TRUE(restored->set_aside.ends_with("before_20260302_100000")) << restored->set_aside;
  db::OpenOptions aside = target.options();
  if (engine() == db::Engine::postgres) aside.schema = restored->set_aside;
  EXPECT_EQ(head_of(engine() == db::Engine::sqlite ? restored->set_aside : target.url(), aside), 0);
}

TEST_P(BackupTest, ALogWithoutItsFileIsNotTakenForThatOfTheNewOne) {
  ASSERT_TRUE(make_backup(place(), file()));
  const Workspace target(db::Engine::sqlite);
  std::ofstream(target.url() + "-wal") << "of another life";
  EXPECT_EQ(code_of(restore(file(), target)), "db.workspace_is_there");
  const auto restored = restore(file(), target, db::Replace::set_aside);
  ASSERT_TRUE(restored) << restored.error().message.text(Lang::en);
  EXPECT_FALSE(fs::exists(target.url() + "-wal"));
  EXPECT_TRUE(fs::exists(restored->set_aside + "-wal"));
}

TEST_P(BackupTest, WhatOthersWriteMeanwhileIsInItWholeOrNotAtAll) {
  write_sample(200);
  const auto teams_in = [](db::Connection& connection) {
    const auto count = [&](std::string_view sql) {
      return connection.first(sql, [](const db::Row& row) { return row.integer(0); }).value();
    };
    const std::int64_t teams = count("SELECT count(*) FROM teams");
    EXPECT_EQ(teams, count("SELECT count(*) FROM events WHERE kind = 'team.created'"));
    return teams;
  };
  const auto before = database().read(teams_in);
  std::atomic<std::int64_t> acknowledged = 0;
  std::vector<std::jthread> writers;  // told to stop by its end
  for (int i = 0; i < 4; ++i)
    writers.emplace_back([&, i](const std::stop_token& stop) {
      for (int n = 0; !stop.stop_requested(); ++n) {
        const std::string name = "W" + std::to_string(i) + "." + std::to_string(n);
        const auto made = commands.run(sales::Viewer::system(), [&](journal::Work& work) {
          return sales::create_team(work, {name, std::nullopt});
        });
        if (made) ++acknowledged;
      }
    });
  for (int round = 0; round < 5; ++round) {
    while (acknowledged < round * 10) std::this_thread::yield();
    const std::int64_t known = acknowledged;
    const auto made = make_backup(place(), file(std::to_string(round)));
    ASSERT_TRUE(made) << made.error().message.text(Lang::en);
    const db::WorkspaceFile copy = db::open_workspace_file(made->path).value();
    EXPECT_GE(teams_in(*copy.connection) - before, known);
  }
}

TEST_P(BackupTest, WhatRootMakesBelongsToTheAccountThatServes) {
  constexpr uid_t kNobody = 65534;
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give a file away";
  ASSERT_EQ(::chown(folder_.path().c_str(), kNobody, kNobody), 0);
  ASSERT_TRUE(make_backup(place(), file()));
  const std::string back = file("back.db");
  ASSERT_TRUE(restore_backup(file(), {back, {}}, db::Replace::no, kNow, [](db::Connection&) {}));
  for (const std::string& path : {file(), back, back + ".lock"}) {
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0) << path;
    EXPECT_EQ(status.st_uid, kNobody) << path;
  }
}

TEST_P(BackupTest, WhatAKilledRunLeftIsCleanedUpAndOnlyThat) {
  const std::string name = place().name();
  const std::string left = backup_name(name, kNow) + ".part";
  std::ofstream(file(left)) << "half";
  std::ofstream(file(left + "-journal")) << "half";
  std::ofstream(file("notes.part")) << "mine";
  const std::string soon = file(backup_name(name, kNow + Millis(9000)));
  const auto busy = db::DraftFile::create(soon + ".part", soon);
  ASSERT_TRUE(busy);
  ASSERT_TRUE(make_backup(place(), file()));
  const std::set<std::string> wanted{"copy.backup.db", "notes.part",
                                     fs::path(busy->path()).filename().string()};
  EXPECT_EQ(files(), wanted);
}

}  // namespace
}  // namespace stagecoach::backup
