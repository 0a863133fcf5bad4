// What a SQLite workspace does when the file or the disk is not what it should be.
#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include "platform/db/engines.h"

namespace {

// While true, the disk does not confirm anything: replaces the C library's function for the SQLite
// library in this program.
std::atomic<bool> disk_refuses_to_sync = false;

}  // namespace

extern "C" int fdatasync(int descriptor) {
  if (!disk_refuses_to_sync) return ::fsync(descriptor);
  errno = EIO;
  return -1;
}

namespace stagecoach::db {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string refusal(const std::string& path) {
  const auto opened = Database::open(path);
  return opened ? "" : std::string(opened.error().message.code());
}

constexpr std::string_view kInsert = "INSERT INTO notes (words) VALUES ($1)";

class SqliteFaultsTest : public ::testing::Test {
 protected:
  std::string path() const { return folder_.path() + "/data.db"; }

  static std::unique_ptr<Database> open(const std::string& path) {
    auto opened = Database::open(path);
    if (!opened) throw std::runtime_error(opened.error().message.text(Lang::en));
    return *std::move(opened);
  }
  static std::unique_ptr<Database> create(const std::string& path) {
    auto database = open(path);
    database->write([](Connection& c) {
      c.run_script("CREATE TABLE notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL)");
      return Keep::yes;
    });
    return database;
  }
  static std::int64_t count(Database& database) {
    return database.read([](Connection& c) {
      return c.first("SELECT count(*) FROM notes", [](const Row& r) { return r.integer(0); })
          .value();
    });
  }
  static void add(Database& database, const std::string& words) {
    database.write([&](Connection& c) {
      c.execute(kInsert, words);
      return Keep::yes;
    });
  }
  // A whole database of about 400 KB, closed.
  void make_whole() {
    const auto database = create(path());
    for (int i = 0; i < 100; ++i) add(*database, std::string(4000, 'x'));
  }

  testing::TemporaryFolder folder_;
};

TEST_F(SqliteFaultsTest, FilesThatAreNoDatabaseAreRefusedAndLeftAlone) {
  for (const std::string& content :
       {std::string("id,name\n1,Acme\n"), std::string("PK\3\4 a spreadsheet"),
        std::string(5000, '\0'), std::string("SQLite format 3"), std::string("x")}) {
    write_bytes(path(), content);
    EXPECT_EQ(refusal(path()), "db.file_is_alien");
    EXPECT_EQ(bytes_of(path()), content);
  }
}

TEST_F(SqliteFaultsTest, ADatabaseOfAnotherProgramIsRefusedAndLeftAlone) {
  make_whole();
  std::string bytes = bytes_of(path());
  bytes.replace(68, 4, "GPKG");  // the application id of a GeoPackage
  write_bytes(path(), bytes);
  EXPECT_EQ(refusal(path()), "db.file_is_alien");
  EXPECT_EQ(bytes_of(path()), bytes);
  bytes.replace(68, 4, std::string(4, '\0'));  // tables, and nobody's mark
  write_bytes(path(), bytes);
  EXPECT_EQ(refusal(path()), "db.file_is_alien");
}

TEST_F(SqliteFaultsTest, AFolderAMissingFolderAndAnEmptyFile) {
  EXPECT_EQ(refusal(folder_.path()), "db.file_cannot_be_opened");
  EXPECT_EQ(refusal(folder_.path() + "/nowhere/data.db"), "db.file_cannot_be_opened");
  EXPECT_EQ(refusal(""), "db.file_cannot_be_opened");
  write_bytes(path(), "");
  EXPECT_EQ(refusal(path()), "");
}

TEST_F(SqliteFaultsTest, ADatabaseInUseIsRefused) {
  auto first = create(path());
  EXPECT_EQ(refusal(path()), "db.file_is_in_use");
  first.reset();
  EXPECT_EQ(refusal(path()), "");
}

TEST_F(SqliteFaultsTest, EveryTruncationIsRefused) {
  make_whole();
  const std::string whole = bytes_of(path());
  ASSERT_EQ(refusal(path()), "");
  std::mt19937 random(3);
  std::vector<size_t> lengths{0, 1, 99, 100, 4096, whole.size() - 4096, whole.size() - 1};
  for (int i = 0; i < 40; ++i) lengths.push_back(random() % whole.size());
  for (const size_t length : lengths) {
    write_bytes(path(), std::string_view(whole).substr(0, length));
    EXPECT_NE(refusal(path()), "") << "cut to " << length;
  }
  write_bytes(path(), whole);
  EXPECT_EQ(refusal(path()), "");
}

// Nothing crashes; what opens is either readable or says that it is not.
TEST_F(SqliteFaultsTest, FlippedBitsNeverCrash) {
  make_whole();
  const std::string whole = bytes_of(path());
  std::mt19937 random(5);
  int refused = 0, unreadable = 0;
  for (int i = 0; i < 150; ++i) {
    std::string bytes = whole;
    const size_t at = i % 2 ? random() % 8192 : random() % bytes.size();
    bytes[at] = static_cast<char>(bytes[at] ^ 1 << random() % 8);
    fs::remove(path() + "-wal");
    fs::remove(path() + "-shm");
    write_bytes(path(), bytes);
    const auto opened = Database::open(path());
    if (!opened) {
      ++refused;
      EXPECT_FALSE(opened.error().message.text(Lang::zh).empty());
      continue;
    }
    try {
      (*opened)->read([](Connection& c) {
        c.each("SELECT id, words FROM notes",
               [](const Row& row) { return row.text(1).size() > 0; });
      });
      add(**opened, "more");
    } catch (const Failure&) {
      ++unreadable;
    }
  }
  EXPECT_GT(refused, 5);
  EXPECT_LT(unreadable, 20) << "the check at the start should find most damage";
}

TEST_F(SqliteFaultsTest, AFailedCommitFailsTheWholeGroupAndWritesRecover) {
  auto database = create(path());
  add(*database, "before");
  std::atomic<int> failed = 0;
  disk_refuses_to_sync = true;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      try {
        add(*database, "lost " + std::to_string(i));
      } catch (const Failure&) {
        ++failed;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failed, 8);
  EXPECT_EQ(count(*database), 1) << "reads go on and see only what was acknowledged";
  EXPECT_FALSE(database->health().writable);
  EXPECT_TRUE(database->health().trouble.has_value());
  disk_refuses_to_sync = false;
  add(*database, "after");
  EXPECT_TRUE(database->health().writable);
  EXPECT_EQ(count(*database), 2);
  database.reset();
  EXPECT_EQ(count(*open(path())), 2);
}

TEST_F(SqliteFaultsTest, TooManyWaitingWritesAreTurnedAway) {
  OpenOptions options;
  options.queued_writes_max = 4;
  auto database = *Database::open(path(), options);
  std::atomic<bool> go_on = false;
  std::atomic<int> told = 0;
  const auto done = [&](std::exception_ptr) { ++told; };
  const auto wait = [&](Connection&) {
    while (!go_on) std::this_thread::yield();
    return Keep::no;
  };
  int accepted = 0;
  EXPECT_THROW(
      {
        for (; accepted < 20; ++accepted) database->submit(wait, done);
      },
      Failure);
  EXPECT_LE(accepted, 5);
  go_on = true;
  database.reset();
  EXPECT_EQ(told, accepted);
}

TEST_F(SqliteFaultsTest, APoolWithoutAFreeConnectionSaysSo) {
  OpenOptions options;
  options.readers = 1;
  options.busy_timeout = std::chrono::milliseconds(50);
  const auto database = *Database::open(path(), options);
  database->read([&](Connection&) {
    try {
      database->read([](Connection&) {});
      FAIL() << "a second connection was lent";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.kind(), Failure::Kind::busy);
    }
  });
  database->read([](Connection&) {});
}

// A disk of 2 MB of its own, which needs root; elsewhere the same writes are cut off by page count.
class SmallDisk {
 public:
  SmallDisk() : mounted_(::mount("tmpfs", path().c_str(), "tmpfs", 0, "size=2m") == 0) {}
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  const std::string& path() const { return folder_.path(); }

 private:
  testing::TemporaryFolder folder_;
  bool mounted_;
};

TEST_F(SqliteFaultsTest, AFullDiskRefusesWritesAndLosesNothing) {
  const SmallDisk disk;
  const std::string file = (disk.mounted() ? disk.path() : folder_.path()) + "/data.db";
  const std::string ballast = disk.path() + "/ballast";
  if (disk.mounted()) write_bytes(ballast, std::string(700'000, 'b'));
  auto database = create(file);
  if (!disk.mounted())
    database->write([](Connection& c) {
      c.run_script("PRAGMA max_page_count = 100");
      return Keep::yes;
    });
  std::set<std::string> acknowledged;
  const auto fill = [&] {
    for (int i = 0; i < 2000; ++i) {
      const std::string words = std::to_string(acknowledged.size()) + std::string(3000, 'x');
      try {
        add(*database, words);
        acknowledged.insert(words);
      } catch (const Failure& failure) {
        EXPECT_EQ(failure.kind(), Failure::Kind::disk_full) << failure.what();
        return true;
      }
    }
    return false;
  };
  ASSERT_TRUE(fill());
  EXPECT_FALSE(database->health().writable);
  for (int i = 0; i < 3; ++i) EXPECT_THROW(add(*database, std::string(900'000, 'y')), Failure);
  EXPECT_EQ(count(*database), static_cast<std::int64_t>(acknowledged.size()));
  if (disk.mounted()) {
    fs::remove(ballast);
  } else {
    database.reset();
    database = open(file);
  }
  add(*database, "space again");
  EXPECT_TRUE(database->health().writable);
  database.reset();
  database = open(file);
  EXPECT_EQ(count(*database), static_cast<std::int64_t>(acknowledged.size()) + 1);
}

}  // namespace
}  // namespace stagecoach::db
