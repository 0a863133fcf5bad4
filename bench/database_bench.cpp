// What the database layer costs: grouped durable writes and reads through Database, beside a bare
// sqlite3 program that does the same two inserts and the same queries.
#include <semaphore.h>
#include <sqlite3.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "figures.h"
#include "platform/db/database.h"

namespace {

using namespace stagecoach;
using namespace stagecoach::bench;
using SteadyClock = std::chrono::steady_clock;

constexpr int kClients = 32;
constexpr auto kWriteTime = std::chrono::milliseconds(1500);
constexpr int kRounds = 6;
constexpr int kDeals = 200'000;
constexpr double kWriteGoal = 0.7;

constexpr const char* kSchema = R"(
  CREATE TABLE deals (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
                      owner INTEGER NOT NULL, stage INTEGER NOT NULL, amount INTEGER NOT NULL,
                      facts TEXT NOT NULL);
  CREATE INDEX deals_by_stage ON deals (stage, amount, id);
  CREATE TABLE events (seq INTEGER PRIMARY KEY, deal INTEGER NOT NULL, kind TEXT NOT NULL,
                       data TEXT NOT NULL, hash BLOB NOT NULL);
  CREATE INDEX events_by_deal ON events (deal, seq);
)";
constexpr const char* kPragmas = R"(
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -65536; PRAGMA secure_delete = FAST;
)";
const std::string kName = "Acme – 年度框架合同 renewal", kFacts(200, 'f'), kData(120, 'd'),
                  kHash(32, 'h');

void check(int code, sqlite3* db) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
  std::exit(1);
}

struct Bare {
  explicit Bare(const std::string& path) {
    check(
        sqlite3_open_v2(path.c_str(), &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr),
        db);
    check(sqlite3_exec(db, kPragmas, nullptr, nullptr, nullptr), db);
  }
  sqlite3_stmt* prepare(const char* sql) const {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr), db);
    return statement;
  }
  static void run(sqlite3_stmt* statement) {
    check(sqlite3_step(statement), sqlite3_db_handle(statement));
    sqlite3_reset(statement);
  }
  sqlite3* db = nullptr;
};

// The least a grouping writer can be: clients queue, one thread inserts all that wait and commits.
class BareWriter {
 public:
  explicit BareWriter(const std::string& path) : bare_(path) {
    check(sqlite3_exec(bare_.db, kSchema, nullptr, nullptr, nullptr), bare_.db);
    thread_ = std::thread([this] { write_until_stopped(); });
  }
  ~BareWriter() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
  }
  void write() {
    sem_t done;
    sem_init(&done, 0, 0);
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(&done);
    }
    arrived_.notify_one();
    while (sem_wait(&done) != 0) {
    }
    sem_destroy(&done);
  }

 private:
  void write_until_stopped() {
    sqlite3_stmt* begin = bare_.prepare("BEGIN IMMEDIATE");
    sqlite3_stmt* commit = bare_.prepare("COMMIT");
    sqlite3_stmt* deal = bare_.prepare(
        "INSERT INTO deals (name, owner, stage, amount, facts) VALUES (?1, ?2, ?3, ?4, ?5)");
    sqlite3_stmt* event =
        bare_.prepare("INSERT INTO events (deal, kind, data, hash) VALUES (?1, ?2, ?3, ?4)");
    std::vector<sem_t*> group;
    for (;;) {
      {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        group.swap(waiting_);
      }
      Bare::run(begin);
      for (size_t i = 0; i < group.size(); ++i) {
        sqlite3_bind_text(deal, 1, kName.data(), static_cast<int>(kName.size()), SQLITE_STATIC);
        sqlite3_bind_int64(deal, 2, 7);
        sqlite3_bind_int64(deal, 3, 3);
        sqlite3_bind_int64(deal, 4, 100'000);
        sqlite3_bind_text(deal, 5, kFacts.data(), static_cast<int>(kFacts.size()), SQLITE_STATIC);
        Bare::run(deal);
        sqlite3_bind_int64(event, 1, sqlite3_last_insert_rowid(bare_.db));
        sqlite3_bind_text(event, 2, "deal.created", -1, SQLITE_STATIC);
        sqlite3_bind_text(event, 3, kData.data(), static_cast<int>(kData.size()), SQLITE_STATIC);
        sqlite3_bind_blob(event, 4, kHash.data(), static_cast<int>(kHash.size()), SQLITE_STATIC);
        Bare::run(event);
      }
      Bare::run(commit);
      for (sem_t* client : group) sem_post(client);
      group.clear();
    }
  }

  Bare bare_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<sem_t*> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

double cpu_seconds(clockid_t of) {
  timespec t{};
  clock_gettime(of, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

struct Rate {
  double per_second;
  double cpu_us_each;  // all threads of this process
};

template <class F>
Rate writes_per_second(F write) {
  std::atomic<std::int64_t> count = 0;
  std::atomic<bool> stopping = false;
  std::vector<std::thread> clients;
  for (int i = 0; i < kClients; ++i)
    clients.emplace_back([&] {
      while (!stopping) {
        write();
        count.fetch_add(1, std::memory_order_relaxed);
      }
    });
  const auto started = SteadyClock::now();
  const double cpu_before = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID);
  std::this_thread::sleep_for(kWriteTime);
  const double writes = static_cast<double>(count.load());
  const double cpu = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_before;
  const std::chrono::duration<double> took = SteadyClock::now() - started;
  stopping = true;
  for (std::thread& client : clients) client.join();
  return {writes / took.count(), cpu / writes * 1e6};
}

std::unique_ptr<db::Database> open(const std::string& path) {
  auto opened = db::Database::open(path);
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().message.text(Lang::en).c_str());
    std::exit(1);
  }
  return *std::move(opened);
}

Rate bare_writes(const std::string& folder) {
  BareWriter writer(folder + "/bare.db");
  return writes_per_second([&] { writer.write(); });
}

Rate our_writes(const std::string& folder) {
  const auto database = open(folder + "/ours.db");
  database->write([](db::Connection& c) {
    c.run_script(kSchema);
    return db::Keep::yes;
  });
  return writes_per_second([&] {
    database->write([&](db::Connection& c) {
      const auto deal = c.first(
          "INSERT INTO deals (name, owner, stage, amount, facts) VALUES ($1, $2, $3, $4, $5)"
          " RETURNING id",
          [](const db::Row& row) { return row.integer(0); }, kName, 7, 3, 100'000, kFacts);
      c.execute("INSERT INTO events (deal, kind, data, hash) VALUES ($1, $2, $3, $4)", *deal,
                "deal.created", kData, db::Blob{kHash});
      return db::Keep::yes;
    });
  });
}

template <class F>
double cpu_microseconds_each(int times, F f) {
  const double before = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
  for (int i = 0; i < times; ++i) f(i);
  return (cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - before) / times * 1e6;
}

std::int64_t page_with_bare(sqlite3_stmt* statement, int i) {
  std::int64_t sum = 0;
  sqlite3_bind_int64(statement, 1, i % 5);
  sqlite3_bind_int64(statement, 2, 900'000);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    sum += sqlite3_column_int64(statement, 0) + sqlite3_column_int64(statement, 2);
    sum += sqlite3_column_text(statement, 1)[0];
  }
  sqlite3_reset(statement);
  return sum;
}

void compare_reads(const std::string& path) {
  const auto database = open(path);
  database->write([](db::Connection& c) {
    c.run_script(kSchema);
    for (int i = 0; i < kDeals; ++i)
      c.execute("INSERT INTO deals (name, owner, stage, amount, facts) VALUES ($1, $2, $3, $4, $5)",
                kName, i % 50, i % 5, i * 7919LL % 1'000'000, kFacts);
    return db::Keep::yes;
  });
  const Bare bare(path);
  sqlite3_stmt* by_id = bare.prepare("SELECT id, name, amount FROM deals WHERE id = ?1");
  sqlite3_stmt* page = bare.prepare(
      "SELECT id, name, amount FROM deals WHERE stage = ?1 AND amount < ?2"
      " ORDER BY amount DESC, id DESC LIMIT 50");
  volatile std::int64_t sink = 0;
  double bare_one = 1e9, our_one = 1e9, bare_page = 1e9, our_page = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    bare_one = std::min(bare_one, cpu_microseconds_each(100'000, [&](int i) {
                          sqlite3_bind_int64(by_id, 1, i * 37 % kDeals + 1);
                          sqlite3_step(by_id);
                          sink = sqlite3_column_int64(by_id, 2) + sqlite3_column_text(by_id, 1)[0];
                          sqlite3_reset(by_id);
                        }));
    our_one = std::min(our_one, cpu_microseconds_each(100'000, [&](int i) {
                         sink = database->read([&](db::Connection& c) {
                           return *c.first(
                               "SELECT id, name, amount FROM deals WHERE id = $1",
                               [](const db::Row& r) { return r.integer(2) + r.text(1)[0]; },
                               i * 37 % kDeals + 1);
                         });
                       }));
    bare_page = std::min(
        bare_page, cpu_microseconds_each(5'000, [&](int i) { sink = page_with_bare(page, i); }));
    our_page = std::min(
        our_page, cpu_microseconds_each(5'000, [&](int i) {
          std::int64_t sum = 0;
          database->read([&](db::Connection& c) {
            c.each(
                "SELECT id, name, amount FROM deals WHERE stage = $1 AND amount < $2"
                " ORDER BY amount DESC, id DESC LIMIT 50",
                [&](const db::Row& r) { sum += r.integer(0) + r.integer(2) + r.text(1)[0]; }, i % 5,
                900'000);
          });
          sink = sum;
        }));
  }
  print({"row by id through Database", "us CPU", our_one, 0, bare_one});
  print({"page of 50, sorted, through Database", "us CPU", our_page, 0, bare_page});
}

}  // namespace

int main() {
  std::string folder = std::filesystem::temp_directory_path() / "stagecoach-bench-XXXXXX";
  if (!::mkdtemp(folder.data())) return 1;
  std::vector<double> bare_rate, our_rate, bare_cpu, our_cpu, ratios;
  for (int round = 0; round < kRounds; ++round) {
    const std::string place = folder + "/" + std::to_string(round);
    std::filesystem::create_directory(place);
    const Rate bare = bare_writes(place), ours = our_writes(place);
    bare_rate.push_back(bare.per_second);
    our_rate.push_back(ours.per_second);
    bare_cpu.push_back(bare.cpu_us_each);
    our_cpu.push_back(ours.cpu_us_each);
    ratios.push_back(ours.per_second / bare.per_second);
    std::filesystem::remove_all(place);
  }
  print({"durable writes, 32 clients, beside raw SQLite", "/s", median(our_rate), kWriteGoal,
         median(bare_rate), Better::higher});
  print({"  the same: the worst of six rounds", "", least(ratios), kWriteGoal, 0, Better::higher});
  print({"  CPU of a durable write", "us", median(our_cpu), 0, median(bare_cpu)});
  compare_reads(folder + "/read.db");
  std::filesystem::remove_all(folder);
  return 0;
}
