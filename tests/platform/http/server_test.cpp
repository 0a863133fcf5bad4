// The server over real sockets: keep-alive, pipelining, bodies, streams, static files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kGetParcel = "GET /api/parcels/7 HTTP/1.1\r\nHost: localhost\r\n\r\n";

TEST(Server, AnswersJsonWithTheHeadersEveryReplyCarries) {
  const TestApp app;
  const Answered parcel = app.get("/api/parcels/7");
  EXPECT_EQ(parcel.status, 200);
  EXPECT_EQ(parcel.body, R"({"label":"P7","weight":7,"note":null})");
  EXPECT_EQ(parcel.header("Content-Type"), "application/json");
  EXPECT_EQ(parcel.header("ETag"), "\"12\"");
  EXPECT_EQ(parcel.header("Cache-Control"), "no-store");
  EXPECT_EQ(parcel.header("X-Content-Type-Options"), "nosniff");
  EXPECT_THAT(parcel.header("Content-Security-Policy"), HasSubstr("frame-ancestors 'none'"));
  EXPECT_EQ(parcel.header("X-Request-Id").size(), 16u);
  EXPECT_THAT(parcel.header("Date"), HasSubstr(" GMT"));
}

TEST(Server, KeepsTheConnectionOpen) {
  const TestApp app;
  RawClient client = app.client();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.ask(kGetParcel).status, 200);
}

TEST(Server, ClosesWhenAsked) {
  const TestApp app;
  RawClient client = app.client();
  const Answered last =
      client.ask("GET /api/parcels/7 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(last.header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
  EXPECT_TRUE(app.client().ask("GET /api/parcels/7 HTTP/1.0\r\n\r\n").header("Connection") ==
              "close");
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  const TestApp app;
  RawClient client = app.client();
  std::string batch;
  for (int i = 1; i <= 50; ++i) {
    const std::string path = i % 10 == 0 ? "/api/slow?ms=1" : "/api/parcels/" + std::to_string(i);
    batch += "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }
  client.send(batch);
  for (int i = 1; i <= 50; ++i) {
    const std::string wanted = i % 10 == 0 ? "slept" : "\"P" + std::to_string(i) + "\"";
    EXPECT_THAT(client.receive().body, HasSubstr(wanted));
  }
}

TEST(Server, ReadsBodiesByLengthAndByChunks) {
  const TestApp app;
  EXPECT_EQ(app.post("/api/echo", "hello", "").body, "hello");
  RawClient client = app.client();
  const std::string head =
      "POST /api/echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(client.ask(head + "5\r\nhello\r\n7;ext=1\r\n, world\r\n0\r\nTrailer: x\r\n\r\n").body,
            "hello, world");
  client.send(head);
  for (const char c : std::string("3\r\nabc\r\n0\r\n\r\n")) client.send(std::string(1, c));
  EXPECT_EQ(client.receive().body, "abc");
}

TEST(Server, ReadsALargeBodyInPieces) {
  const TestApp app;
  std::string body(900'000, 'a');
  for (size_t i = 0; i < body.size(); i += 997) body[i] = static_cast<char>('a' + i % 26);
  EXPECT_EQ(app.post("/api/echo", body, "").body, body);
}

TEST(Server, AsksForTheBodyOnlyWhenItWillTakeIt) {
  const TestApp app;
  RawClient client = app.client();
  const std::string expect = "Host: localhost\r\nExpect: 100-continue\r\nContent-Length: ";
  EXPECT_EQ(client.ask("POST /api/echo HTTP/1.1\r\n" + expect + "2\r\n\r\n").status, 100);
  EXPECT_EQ(client.ask("ok").body, "ok");
  EXPECT_EQ(client.ask("POST /api/echo HTTP/1.1\r\n" + expect + "999999999\r\n\r\n").status, 413);
  EXPECT_EQ(app.client().ask("POST /nowhere HTTP/1.1\r\n" + expect + "5\r\n\r\n").status, 404);
}

TEST(Server, SpoolsUploadsOfThoseWhoMayUpload) {
  const TestApp app;
  const std::string file(3'000'000, 'z');
  EXPECT_EQ(app.post("/api/uploads", file, "Authorization: Clerk anna\r\n").body, "3000000");
  RawClient stranger = app.client();
  stranger.send("POST /api/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n");
  EXPECT_EQ(stranger.receive().status, 401);  // before it has sent a byte of the body
}

TEST(Server, AnswersHeadWithoutABody) {
  const TestApp app;
  RawClient client = app.client();
  client.send("HEAD /api/parcels/7 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const Answered head = client.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "37");
  EXPECT_EQ(client.ask(kGetParcel).body.size(), 37u);  // nothing was left on the wire
}

TEST(Server, StreamsWithoutHoldingTheWhole) {
  const TestApp app;
  RawClient client = app.client();
  const Answered table = client.ask("GET /api/count?to=200000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(table.header("Transfer-Encoding"), "chunked");
  EXPECT_TRUE(table.body.starts_with("1\r\n2\r\n"));
  EXPECT_TRUE(table.body.ends_with("\r\n200000\r\n"));
  EXPECT_EQ(client.ask(kGetParcel).status, 200);
}

TEST(Server, CutsABrokenStreamSoThatTheClientNotices) {
  const TestApp app;
  EXPECT_THAT(app.get("/api/count?to=200000&break").body, HasSubstr("<broken off>"));
}

TEST(Server, ASlowReaderDoesNotHoldAWorker) {
  ServerConfig config;
  config.workers = 1;
  config.stall_time_max = std::chrono::hours(1);  // nobody cuts it off
  const TestApp app(config);
  RawClient lazy = app.client();  // asks for much and reads nothing
  lazy.send("GET /api/count?to=5000000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  lazy.receive_until("\r\n1\r\n");
  EXPECT_EQ(app.get("/api/slow?ms=1").body, "slept");
}

TEST(Server, ServesTheUiAndItsOwnRoutes) {
  const TestApp app;
  const Answered index = app.get("/");
  EXPECT_THAT(index.body, HasSubstr("<title>Stagecoach"));
  EXPECT_EQ(index.header("Cache-Control"), "no-cache");
  EXPECT_THAT(index.header("Content-Security-Policy"), HasSubstr("script-src 'self'"));
  EXPECT_THAT(app.get("/deals/42", "Accept: text/html,*/*\r\n").body, HasSubstr("Stagecoach"));
  EXPECT_EQ(app.get("/deals/42", "Accept: application/json\r\n").status, 404);
  EXPECT_EQ(app.get("/assets/gone-BxC2k9_q.js", "Accept: text/html\r\n").status, 404);
  EXPECT_EQ(app.get("/api/gone", "Accept: text/html\r\n").status, 404);
}

TEST(Server, SendsHashedAssetsOnceAndCompressed) {
  const TestApp app;
  const std::string asset = "/assets/app-BxC2k9_q.js";
  const Answered plain = app.get(asset);
  EXPECT_EQ(plain.header("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
  EXPECT_EQ(plain.header("Content-Encoding"), "");
  const Answered packed = app.get(asset, "Accept-Encoding: gzip;q=0.5, br\r\n");
  EXPECT_EQ(packed.header("Content-Encoding"), "br");
  EXPECT_LT(packed.body.size(), plain.body.size() / 4);
  EXPECT_EQ(app.get(asset, "Accept-Encoding: gzip, br;q=0\r\n").header("Content-Encoding"), "gzip");
  EXPECT_EQ(app.get(asset, "Accept-Encoding: gzip;q=0\r\n").header("Content-Encoding"), "");
  EXPECT_NE(packed.header("ETag"), plain.header("ETag"));
  EXPECT_EQ(app.get(asset, "If-None-Match: " + plain.header("ETag") + "\r\n").status, 304);
  EXPECT_EQ(app.get(asset, "If-None-Match: \"other\"\r\n").status, 200);
}

TEST(Server, NoPathLeavesTheUi) {
  const TestApp app;
  for (const char* path :
       {"/../test_app.h", "/assets/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/%2e%2e%2f%2e%2e%2fetc/passwd", "//etc/passwd", "/..%5cx"})
    EXPECT_THAT(app.get(path).status, ::testing::AnyOf(400, 404)) << path;
}

TEST(Server, CompressesLargeJsonForThoseWhoAccept) {
  const TestApp app;
  EXPECT_EQ(app.get("/api/text?size=5000").body.size(), 5002u);
  const Answered packed = app.get("/api/text?size=5000", "Accept-Encoding: br, gzip\r\n");
  EXPECT_EQ(packed.header("Content-Encoding"), "br");
  EXPECT_LT(packed.body.size(), 100u);
  EXPECT_EQ(packed.header("Vary"), "Accept-Encoding");
  EXPECT_EQ(app.get("/api/text?size=100", "Accept-Encoding: br\r\n").header("Content-Encoding"),
            "");
}

TEST(Server, TellsItsFiguresToThisMachineOnly) {
  const TestApp app;
  app.get("/api/parcels/7");
  EXPECT_THAT(app.get("/metrics").body,
              HasSubstr("http_requests_total{method=\"GET\",route=\"/api/parcels/{id}\",status="
                        "\"2xx\"} 1"));
  EXPECT_EQ(app.get("/metrics", "X-Forwarded-For: 203.0.113.9\r\n").status, 404);
  EXPECT_EQ(app.get("/healthz").body, "ok\n");
  EXPECT_EQ(app.get("/readyz").body, "ready\n");
}

}  // namespace
}  // namespace stagecoach::http::testing
