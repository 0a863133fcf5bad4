// What a backup costs: made, read back and checked, beside a bare program that copies the pages and
// flushes them.
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

#include "backup/backup.h"
#include "figures.h"
#include "platform/base/phrase.h"
#include "running_server.h"

namespace {

using namespace stagecoach;
using namespace stagecoach::bench;

constexpr double kTimeGoal = 4;  // it is written once and read twice, and every event is hashed
const std::string kBare = "build/bench/bare-copy.db", kCopy = "build/bench/copy.backup.db";

struct Spent {
  double seconds = 0, cpu_seconds = 0;
};

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <class F>
Spent spent_by(F&& work) {
  const auto started = std::chrono::steady_clock::now();
  const double cpu_before = cpu_seconds();
  work();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  return {took.count(), cpu_seconds() - cpu_before};
}

void copy_barely() {
  sqlite3 *from = nullptr, *to = nullptr;
  const bool opened = sqlite3_open_v2(std::string(kWorkspace).c_str(), &from, SQLITE_OPEN_READONLY,
                                      nullptr) == SQLITE_OK &&
                      sqlite3_open(kBare.c_str(), &to) == SQLITE_OK;
  sqlite3_backup* copy = opened ? sqlite3_backup_init(to, "main", from, "main") : nullptr;
  if (!copy || sqlite3_backup_step(copy, -1) != SQLITE_DONE) fail("the bare copy failed");
  sqlite3_backup_finish(copy);
  sqlite3_close(from);
  sqlite3_close(to);
  const int file = ::open(kBare.c_str(), O_RDWR);
  if (file < 0 || ::fsync(file) != 0) fail("the bare copy was not flushed");
  ::close(file);
}

}  // namespace

int main() {
  const auto remove_copies = [] {
    for (const std::string& file : {kBare, kCopy}) std::filesystem::remove(file);
  };
  remove_copies();
  const Spent bare = spent_by(copy_barely);
  const Spent ours = spent_by([] {
    const auto made = backup::make_backup({std::string(kWorkspace), {}}, kCopy);
    if (!made) fail(made.error().message.text(Lang::en));
  });
  print({"backup, verified", "s", ours.seconds, kTimeGoal, bare.seconds});
  print({"backup, CPU", "s", ours.cpu_seconds, 0, bare.cpu_seconds});
  print({"backup, size", "MB", static_cast<double>(std::filesystem::file_size(kCopy)) / 1e6});
  remove_copies();
  return 0;
}
