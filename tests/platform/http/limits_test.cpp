// Hostile and broken clients: what they are told, and that nobody else notices.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <future>
#include <thread>

#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

using std::chrono::steady_clock;
using ::testing::HasSubstr;

const std::string kHost = "Host: localhost\r\n";

int status_of_bytes(const TestApp& app, const std::string& bytes) {
  RawClient client = app.client();
  client.send(bytes);
  client.finish_sending();
  return client.receive().status;
}

TEST(Limits, RefusesWhatIsNoRequest) {
  const TestApp app;
  for (const std::string& bytes :
       {std::string("nonsense\r\n\r\n"), std::string("GET / HTTP/1.1\nHost: x\n\n"),
        "GET  / HTTP/1.1\r\n" + kHost + "\r\n",
        "GET / HTTP/1.1\r\n" + kHost + "Bad Header: x\r\n\r\n",
        "GET / HTTP/1.1\r\n" + kHost + "X : y\r\n\r\n",
        "GET / HTTP/1.1\r\n" + kHost + std::string("X: a\0b\r\n\r\n", 10),
        std::string("GET / HTTP/1.1\r\n\r\n"), "GET / HTTP/1.1\r\n" + kHost + kHost + "\r\n",
        std::string("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
        "GET /%zz HTTP/1.1\r\n" + kHost + "\r\n",
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15),
        std::string("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")})
    EXPECT_THAT(status_of_bytes(app, bytes), ::testing::AnyOf(400, 501, 505)) << bytes;
  EXPECT_EQ(status_of_bytes(app, "GET / HTTP/3.0\r\n" + kHost + "\r\n"), 505);
  EXPECT_EQ(status_of_bytes(app, "BREW /pot HTTP/1.1\r\n" + kHost + "\r\n"), 501);
  EXPECT_EQ(
      status_of_bytes(app, "POST /api/echo HTTP/1.1\r\n" + kHost + "Content-Type: a/b\r\n\r\n"),
      411);
}

TEST(Limits, RefusesRequestsWhoseLengthIsAmbiguous) {
  const TestApp app;
  const std::string head = "POST /api/echo HTTP/1.1\r\n" + kHost;
  for (const std::string& fields : std::initializer_list<std::string>{
           "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
           "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
           "Content-Length: 5\r\nContent-Length: 6\r\n",
           "Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5, 5\r\n",
           "Content-Length: +5\r\n", "Content-Length: -1\r\n", "Content-Length: 0x5\r\n",
           "Content-Length: 99999999999999999999999\r\n",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Content-Length:\r\n"})
    EXPECT_EQ(status_of_bytes(app, head + fields + "\r\n0\r\n\r\n"), 400) << fields;
  for (const std::string& coding :
       std::initializer_list<std::string>{"gzip, chunked", "xchunked", "chunked, identity",
                                          "\x0b"
                                          "chunked"})
    EXPECT_THAT(status_of_bytes(app, head + "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n"),
                ::testing::AnyOf(400, 501))
        << coding;
  EXPECT_EQ(status_of_bytes(
                app, "POST /api/echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            400);
  const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
  for (const std::string& body : std::initializer_list<std::string>{
           "x\r\n", "-1\r\n", "fffffffffffffffff\r\n", "5\r\nhelloXX0\r\n\r\n"})
    EXPECT_EQ(status_of_bytes(app, chunked + body), 400) << body;
}

// What would be a second request if the framing were wrong must never be answered.
TEST(Limits, NeverAnswersASmuggledRequest) {
  const TestApp app;
  RawClient client = app.client();
  client.send("POST /api/echo HTTP/1.1\r\n" + kHost +
              "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n" +
              "0\r\n\r\nGET /api/parcels/666 HTTP/1.1\r\n" + kHost + "\r\n");
  EXPECT_THAT(client.receive_all(), ::testing::Not(HasSubstr("P666")));
}

TEST(Limits, RefusesLargeBodiesBeforeTheyArrive) {
  const TestApp app;
  for (const char* length : {"1048577", "5368709120", "18446744073709551615"}) {
    RawClient client = app.client();
    client.send("POST /api/echo HTTP/1.1\r\n" + kHost + "Content-Length: " + length + "\r\n\r\n");
    EXPECT_EQ(client.receive().status, 413) << length;
  }
}

TEST(Limits, RefusesLargeChunkedBodiesOnceTheyAreTooLarge) {
  const TestApp app;
  RawClient client = app.client();
  client.send("POST /api/echo HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  for (int i = 0; i < 40 && client.send(chunk); ++i) {
  }
  EXPECT_EQ(client.receive().status, 413);
}

TEST(Limits, RefusesLargeHeads) {
  const TestApp app;
  const std::string line(1000, 'x');
  EXPECT_EQ(
      status_of_bytes(app, "GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n" + kHost + "\r\n"),
      431);
  std::string head = "GET / HTTP/1.1\r\n" + kHost;
  for (int i = 0; i < 30; ++i) head += "X-" + std::to_string(i) + ": " + line + "\r\n";
  EXPECT_EQ(status_of_bytes(app, head + "\r\n"), 431);
  std::string many = "GET / HTTP/1.1\r\n" + kHost;
  for (int i = 0; i < 200; ++i) many += "A: b\r\n";
  EXPECT_EQ(status_of_bytes(app, many + "\r\n"), 431);
}

TEST(Limits, CountsAHeadThatArrivesInPieces) {
  const TestApp app;
  RawClient client = app.client();
  client.send("GET / HTTP/1.1\r\n" + kHost);
  for (int i = 0; i < 30 && client.send("X: " + std::string(1000, 'x') + "\r\n"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  EXPECT_EQ(client.receive().status, 431);
}

TEST(Limits, RefusesDeepJson) {
  const TestApp app;
  EXPECT_EQ(app.post("/api/parcels", std::string(100'000, '[')).status, 400);
}

TEST(Limits, CutsSlowHeadsAndBodies) {
  ServerConfig config;
  config.header_time_max = std::chrono::seconds(1);
  config.stall_time_max = std::chrono::seconds(1);
  const TestApp app(config);
  const auto drip = [&app](std::string start) {
    RawClient client = app.client();
    client.send(start);
    const auto began = steady_clock::now();
    // A byte every 300 ms: never idle, never done.
    while (steady_clock::now() - began < std::chrono::seconds(4) && client.send("x"))
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return client.receive().status;
  };
  std::future<int> head = std::async(std::launch::async, drip, "GET / HTTP/1.1\r\nHost: ");
  EXPECT_EQ(drip("POST /api/echo HTTP/1.1\r\n" + kHost + "Content-Length: 1000\r\n\r\n"), 408);
  EXPECT_EQ(head.get(), 408);
}

TEST(Limits, ClosesConnectionsThatSayNothing) {
  ServerConfig config;
  config.header_time_max = std::chrono::seconds(1);
  config.idle_time_max = std::chrono::seconds(1);
  const TestApp app(config);
  RawClient silent = app.client();
  RawClient polite = app.client();
  EXPECT_EQ(polite.ask("GET /api/parcels/7 HTTP/1.1\r\n" + kHost + "\r\n").status, 200);
  EXPECT_TRUE(silent.is_closed());
  EXPECT_TRUE(polite.is_closed());
}

TEST(Limits, CutsThoseWhoDoNotRead) {
  ServerConfig config;
  config.stall_time_max = std::chrono::seconds(1);
  const TestApp app(config);
  RawClient lazy = app.client();
  const int little = 4096;
  ::setsockopt(lazy.descriptor(), SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
  lazy.send("GET /api/count?to=3000000 HTTP/1.1\r\n" + kHost + "\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(2500));
  EXPECT_FALSE(lazy.receive_all().ends_with("\r\n0\r\n\r\n"));
  EXPECT_THAT(app.get("/metrics").body, HasSubstr("http_connections 1\n"));
}

TEST(Limits, HoldsManySlowClientsWithoutDelayForOthers) {
  const TestApp app;
  std::vector<RawClient> slow;
  for (int i = 0; i < 300; ++i)
    slow.push_back(app.client()), slow.back().send("GET /api/parcels/7 HTTP/1.1\r\n");
  EXPECT_EQ(app.get("/api/parcels/7").status, 200);
  // They were still being waited for when the other had its answer.
  EXPECT_EQ(slow.front().ask(kHost + "\r\n").status, 200);
}

TEST(Limits, TurnsAwayMoreConnectionsThanItHolds) {
  ServerConfig config;
  config.connections_max = 8;
  const TestApp app(config);
  std::vector<RawClient> clients;
  for (int i = 0; i < 8; ++i) clients.push_back(app.client());
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_EQ(app.client().receive().status, 503);
  clients.clear();
  for (int i = 0; i < 50 && app.get("/healthz").status != 200; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_EQ(app.get("/healthz").status, 200);
}

TEST(Limits, BusyWorkersAreSaidToBeBusy) {
  ServerConfig config;
  config.workers = 1;
  config.workers_queue_max = 2;
  const TestApp app(config);
  std::vector<RawClient> clients;
  for (int i = 0; i < 6; ++i) {
    clients.push_back(app.client());
    clients.back().send("GET /api/slow?ms=300 HTTP/1.1\r\n" + kHost + "\r\n");
  }
  int busy = 0;
  for (RawClient& client : clients) busy += client.receive().status == 503;
  EXPECT_EQ(busy, 4);
}

}  // namespace
}  // namespace stagecoach::http::testing
