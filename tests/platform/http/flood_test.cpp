// More clients than there are descriptors: a child process with `ulimit -n 256` serves, the test
// floods it with 1,000 connections.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <thread>
#include <vector>

#include "platform/base/log.h"
#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

// The server in a process of its own; its port comes through a pipe.
class Child {
 public:
  explicit Child(rlim_t descriptors) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ == 0) {
      ::close(ends[0]);
      serve(descriptors, ends[1]);
    }
    ::close(ends[1]);
    if (::read(ends[0], &port_, sizeof port_) != sizeof port_) port_ = 0;
    ::close(ends[0]);
  }
  ~Child() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  std::uint16_t port() const { return port_; }

  // Exit status after SIGTERM; -1 where it crashed or does not end.
  int stop() {
    ::kill(pid_, SIGTERM);
    for (int i = 0; i < 300; ++i) {
      int status = 0;
      if (::waitpid(pid_, &status, WNOHANG) == pid_)
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return -1;
  }
  // Seconds of processor time it has used.
  double cpu_seconds() const {
    clockid_t clock{};
    timespec used{};
    ::clock_getcpuclockid(pid_, &clock);
    ::clock_gettime(clock, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
  }

 private:
  [[noreturn]] static void serve(rlim_t descriptors, int out) {
    const rlimit limit{descriptors, descriptors};
    ::setrlimit(RLIMIT_NOFILE, &limit);
    log::set_level(log::Level::error);
    ServerConfig config;
    config.drain_time_max = std::chrono::seconds(1);
    TestApp app(config);
    const std::uint16_t port = app.server->port();
    if (::write(out, &port, sizeof port) != sizeof port) ::_exit(2);
    app.server->run_until_signal();
    ::_exit(0);
  }

  pid_t pid_ = 0;
  std::uint16_t port_ = 0;
};

bool is_healthy(std::uint16_t port) {
  try {
    RawClient client(port, std::chrono::seconds(2));
    return client.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status == 200;
  } catch (const std::runtime_error&) {
    return false;
  }
}

TEST(Flood, AThousandClientsOnFewDescriptorsDoNoHarm) {
  rlimit own{};
  ::getrlimit(RLIMIT_NOFILE, &own);
  if (own.rlim_cur < 1100) GTEST_SKIP() << "this process may not open 1,000 connections itself";
  Child child(256);
  ASSERT_TRUE(is_healthy(child.port()));
  {
    std::vector<RawClient> flood;
    for (int i = 0; i < 1000; ++i) flood.emplace_back(child.port(), std::chrono::seconds(2));
    const double before = child.cpu_seconds();
    std::this_thread::sleep_for(std::chrono::seconds(1));
    EXPECT_LT(child.cpu_seconds() - before, 0.3) << "it spins";
  }
  int tries = 0;
  while (!is_healthy(child.port()) && ++tries < 1000)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_LT(tries, 1000) << "it did not come back";
  EXPECT_EQ(child.stop(), 0);
}

}  // namespace
}  // namespace stagecoach::http::testing
