// A PostgreSQL server for tests.
#pragma once

#include <sys/types.h>

#include <string>

namespace stagecoach::testing {

// A temporary cluster that listens on a Unix socket in its own folder and nowhere else; stopped and
// removed by the destructor, and by a guard process when the tests are killed. Throws
// std::runtime_error, so that tests without PostgreSQL fail and are not skipped.
class PostgresCluster {
 public:
  PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;
  ~PostgresCluster();

  std::string url() const;  // "postgresql:///postgres?host=…&user=postgres"
  void start();
  // As if the machine lost power: no clean-up, recovery at the next start.
  void stop_immediately();
  void restart() {
    stop_immediately();
    start();
  }

 private:
  void guard() const;

  std::string folder_;
  std::string binaries_;
};

// The cluster of this test run: that of the environment variable STAGECOACH_TEST_POSTGRES, else one
// started at the first call and removed when the program ends.
std::string test_postgres_url();

}  // namespace stagecoach::testing
