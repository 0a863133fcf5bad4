// When backups are made and which are thrown away, on a clock of the test's own.
#include "backup/backup_keeper.h"

#include "backup/backup_test.h"

namespace stagecoach::backup {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class BackupKeeperTest : public BackupTest {
 protected:
  BackupKeeperTest() { clock.set(at("2026-03-02T09:00:00Z")); }

  static Instant at(std::string_view text) { return *instant_from_iso(text); }
  std::vector<std::string> moments() const {
    std::vector<std::string> found;
    for (const StoredBackup& backup : keeper_.list()) found.push_back(to_iso(backup.made_at));
    return found;
  }
  using Moments = std::vector<std::string>;

  std::string backups_ = folder_.path() + "/backups";
  BackupKeeper keeper_{place(), {backups_, minutes(3 * 60 + 15)}, clock, [] {
                         return *TimeZone::find("Asia/Shanghai");
                       }};
};
INSTANTIATE_TEST_SUITE_P(Engine, BackupKeeperTest, ::testing::Values(db::Engine::sqlite),
                         testing::engine_name);

TEST_P(BackupKeeperTest, MakesOneAtOnceAndThenOneEveryNight) {
  EXPECT_TRUE(keeper_.look());
  EXPECT_FALSE(keeper_.look());
  EXPECT_EQ(keeper_.next_at(), at("2026-03-02T19:15:00Z"));  // 03:15 in Shanghai
  clock.set(at("2026-03-02T19:14:59Z"));
  EXPECT_FALSE(keeper_.look());
  clock.set(at("2026-03-02T19:15:00Z"));
  EXPECT_TRUE(keeper_.look());
  EXPECT_FALSE(keeper_.look());
  EXPECT_EQ(moments(), (Moments{"2026-03-02T19:15:00Z", "2026-03-02T09:00:00Z"}));
  EXPECT_EQ(keeper_.state().newest, at("2026-03-02T19:15:00Z"));
  EXPECT_EQ(fs::status(backups_).permissions(), fs::perms::owner_all);
}

TEST_P(BackupKeeperTest, MakesOneWhenItIsAsked) {
  EXPECT_TRUE(keeper_.look());
  clock.advance(minutes(5));
  EXPECT_FALSE(keeper_.state().running);
  keeper_.ask();
  EXPECT_TRUE(keeper_.state().running);
  EXPECT_TRUE(keeper_.look());
  EXPECT_FALSE(keeper_.state().running);
  EXPECT_FALSE(keeper_.look());
  EXPECT_EQ(moments().size(), 2u);
}

TEST_P(BackupKeeperTest, TellsOfAFailureAndTriesAgainInAnHour) {
  std::ofstream(backups_) << "not a folder";
  EXPECT_FALSE(keeper_.look());
  ASSERT_TRUE(keeper_.state().trouble);
  EXPECT_EQ(keeper_.state().trouble->at, clock.now());
  EXPECT_EQ(keeper_.state().trouble->why.code(), "backup.broke");
  fs::remove(backups_);
  clock.advance(minutes(59));
  EXPECT_FALSE(keeper_.look());
  EXPECT_EQ(keeper_.state().failures, 1);
  clock.advance(minutes(1));
  EXPECT_TRUE(keeper_.look());
  EXPECT_FALSE(keeper_.state().trouble);
  EXPECT_EQ(keeper_.state().failures, 1);
}

TEST_P(BackupKeeperTest, ThrowsAwayWhatItNamedAndNothingElse) {
  fs::create_directories(backups_);
  const std::vector<std::string> others{
      "stagecoach-20200101-000000Z.backup.db", "letter.db",
      backup_name(place().name(), at("2020-01-01T00:00:00Z")) + ".kept"};
  for (const std::string& name : others) std::ofstream(backups_ + "/" + name) << "other";
  clock.set(at("2026-01-01T03:15:00Z"));
  for (int night = 0; night < 40; ++night) {
    clock.advance(hours(24));
    EXPECT_TRUE(keeper_.look());
  }
  // From 2026-01-02 to 2026-02-10: seven days, three more Sundays, the last night of January.
  EXPECT_EQ(moments(),
            (Moments{"2026-02-10T03:15:00Z", "2026-02-09T03:15:00Z", "2026-02-08T03:15:00Z",
                     "2026-02-07T03:15:00Z", "2026-02-06T03:15:00Z", "2026-02-05T03:15:00Z",
                     "2026-02-04T03:15:00Z", "2026-02-01T03:15:00Z", "2026-01-31T03:15:00Z",
                     "2026-01-25T03:15:00Z"}));
  for (const std::string& name : others) EXPECT_TRUE(fs::exists(backups_ + "/" + name)) << name;
}

TEST_P(BackupKeeperTest, ABackupThatWasCutShortDoesNotCount) {
  EXPECT_TRUE(keeper_.look());
  const std::string path = backups_ + "/" + keeper_.list().front().name;
  fs::resize_file(path, fs::file_size(path) - 1);
  EXPECT_FALSE(keeper_.state().newest);
  clock.advance(minutes(1));
  EXPECT_TRUE(keeper_.look());
  EXPECT_EQ(moments().size(), 2u) << "a damaged backup is the operator's to judge";
}

TEST_P(BackupKeeperTest, WithoutAFolderItDoesNothing) {
  BackupKeeper off(place(), {}, clock, [] { return TimeZone(); });
  off.start();
  EXPECT_FALSE(off.look());
  EXPECT_TRUE(off.list().empty());
}

TEST_P(BackupKeeperTest, ByItselfItMakesOneSoonAfterTheStart) {
  keeper_.start();
  while (!keeper_.state().newest) std::this_thread::yield();
  EXPECT_EQ(moments(), Moments{"2026-03-02T09:00:00Z"});
}

}  // namespace
}  // namespace stagecoach::backup
