#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <future>
#include <thread>

#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

TEST(Shutdown, FinishesWhatIsInFlightAndTakesNothingNew) {
  TestApp app;
  RawClient busy = app.client();
  RawClient idle = app.client();
  EXPECT_EQ(idle.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
  busy.send("GET /api/slow?ms=600 HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(100));
  const std::uint16_t port = app.server->port();
  auto stopped = std::async(std::launch::async, [&] { app.server->stop(); });
  EXPECT_TRUE(idle.is_closed());
  EXPECT_THROW(RawClient{port}, std::runtime_error);
  const Answered last = busy.receive();
  EXPECT_EQ(last.status, 200);
  EXPECT_EQ(last.body, "slept");
  EXPECT_TRUE(busy.is_closed());
  stopped.get();
}

TEST(Shutdown, CutsThoseWhoTakeTooLong) {
  ServerConfig config;
  config.drain_time_max = std::chrono::seconds(1);
  config.stall_time_max = std::chrono::hours(1);  // nothing else would cut it
  TestApp app(config);
  RawClient slow = app.client();
  slow.send("POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
  std::this_thread::sleep_for(milliseconds(100));
  app.server->stop();
  EXPECT_TRUE(slow.is_closed());
}

TEST(Shutdown, ComesWithSigterm) {
  TestApp app;
  const pthread_t waiting = ::pthread_self();
  std::thread operator_thread([waiting] {
    std::this_thread::sleep_for(milliseconds(200));
    ::pthread_kill(waiting, SIGTERM);
  });
  const auto start = steady_clock::now();
  app.server->run_until_signal();
  EXPECT_GE(steady_clock::now() - start, milliseconds(150));
  operator_thread.join();
  EXPECT_THROW(RawClient{app.server->port()}, std::runtime_error);
}

TEST(Shutdown, AWaitForASignalEndsWithStop) {
  TestApp app;
  auto running = std::async(std::launch::async, [&] { app.server->run_until_signal(); });
  std::this_thread::sleep_for(milliseconds(50));
  app.server->stop();
  EXPECT_EQ(running.wait_for(std::chrono::seconds(5)), std::future_status::ready);
}

TEST(Start, SaysWhatIsWrong) {
  TestApp app;
  ServerConfig config;
  config.port = app.server->port();
  Server second(config, *app.service, app.hub, app.clock);
  try {
    second.start();
    FAIL() << "two servers on one port";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("port " + std::to_string(config.port)));
  }
  config.address = "not an address";
  EXPECT_THROW(Server(config, *app.service, app.hub, app.clock).start(), std::runtime_error);
  config.tls_certificate = config.tls_key = "/nowhere.pem";
  EXPECT_THROW(Server(config, *app.service, app.hub, app.clock), std::runtime_error);
}

}  // namespace
}  // namespace stagecoach::http::testing
