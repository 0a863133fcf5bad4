#include "platform/db/postgres_cluster.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace stagecoach::testing {
namespace {

namespace fs = std::filesystem;

// The newest installed server: Debian keeps it outside the PATH.
std::string find_binaries() {
  fs::path newest;
  int newest_version = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const int version = std::atoi(entry.path().filename().c_str());
    if (version > newest_version && fs::exists(entry.path() / "bin" / "initdb")) {
      newest_version = version;
      newest = entry.path() / "bin";
    }
  }
  if (newest.empty())
    throw std::runtime_error(
        "the tests need PostgreSQL: install the package postgresql, or set "
        "STAGECOACH_TEST_POSTGRES");
  return newest;
}

std::string shell_word(const std::string& word) {
  return "'" + word + "'";
}

// PostgreSQL refuses to run as root, so root hands over to the user of Debian's package.
void run(const std::string& command, const std::string& output) {
  const std::string script = command + " >" + shell_word(output) + " 2>&1 </dev/null";
  const std::string line =
      ::geteuid() == 0 ? "exec runuser -u postgres -- sh -c \"" + script + "\"" : script;
  if (std::system(line.c_str()) == 0) return;
  std::ifstream file(output);
  std::stringstream said;
  said << file.rdbuf();
  throw std::runtime_error("failed: " + line + "\n" + said.str());
}

}  // namespace

PostgresCluster::PostgresCluster() : binaries_(find_binaries()) {
  std::string pattern = "/tmp/stagecoach-pg-XXXXXX";  // short: a socket path has 107 characters
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  ::chmod(folder_.c_str(), 0777);
  run(shell_word(binaries_ + "/initdb") + " -D " + shell_word(folder_ + "/data") +
          " -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync",
      folder_ + "/initdb.log");
  start();
  guard();
}

// A test program that is killed cannot clean up; this process outlives it and does.
void PostgresCluster::guard() const {
  const std::string stop =
      shell_word(binaries_ + "/pg_ctl") + " -D " + folder_ + "/data -m immediate stop";
  const std::string as_user = ::geteuid() == 0 ? "runuser -u postgres -- " : "";
  const std::string line = "setsid sh -c \"while kill -0 " + std::to_string(::getpid()) +
                           "; do sleep 2; done; " + as_user + stop + "; rm -rf " + folder_ +
                           "\" >/dev/null 2>&1 </dev/null &";
  if (std::system(line.c_str()) != 0) throw std::runtime_error("failed: " + line);
}

void PostgresCluster::start() {
  // Without fsync, for speed: killed processes lose nothing that the system holds for the disk.
  run(shell_word(binaries_ + "/pg_ctl") + " -D " + shell_word(folder_ + "/data") + " -l " +
          shell_word(folder_ + "/server.log") + " -w -t 60 -o " +
          shell_word("-c listen_addresses= -c unix_socket_directories=" + folder_ +
                     " -c fsync=off -c max_connections=200 -c shared_buffers=64MB") +
          " start",
      folder_ + "/start.log");
}

void PostgresCluster::stop_immediately() {
  run(shell_word(binaries_ + "/pg_ctl") + " -D " + shell_word(folder_ + "/data") +
          " -m immediate -w -t 60 stop",
      folder_ + "/stop.log");
}

PostgresCluster::~PostgresCluster() {
  try {
    stop_immediately();
  } catch (const std::exception&) {
    // Already stopped by the test itself.
  }
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string PostgresCluster::url() const {
  return "postgresql:///postgres?host=" + folder_ + "&user=postgres";
}

std::string test_postgres_url() {
  static const std::string given = [] {
    const char* url = std::getenv("STAGECOACH_TEST_POSTGRES");
    return std::string(url ? url : "");
  }();
  if (!given.empty()) return given;
  static PostgresCluster cluster;
  return cluster.url();
}

}  // namespace stagecoach::testing
