#include "platform/http/event_hub.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

RawClient listener(const TestApp& app, const std::string& name, const std::string& more = "",
                   const std::string& query = "") {
  RawClient client = app.client(std::chrono::seconds(2));
  client.send("GET /api/events" + query + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Clerk " +
              name + "\r\n" + more + "\r\n");
  EXPECT_TRUE(client.receive_until("retry: 2000\n\n"));
  return client;
}

// The count follows a closed connection by a moment.
std::int64_t listeners_after(const TestApp& app, std::int64_t expected) {
  for (int i = 0; i < 200 && app.hub.listeners() != expected; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  return app.hub.listeners();
}

TEST(Events, AreFramedLineByLine) {
  EXPECT_EQ(frame_of({7, "deal.moved", "{}", ""}), "id: 7\nevent: deal.moved\ndata: {}\n\n");
  EXPECT_EQ(frame_of({0, "", "a\nb\r\nc", ""}), "data: a\ndata: b\ndata: c\n\n");
  EXPECT_EQ(frame_of({0, "", "", ""}), "data: \n\n");
}

TEST(Events, ReachThoseWhoMaySeeThem) {
  TestApp app;
  RawClient anna = listener(app, "anna");
  RawClient bob = listener(app, "bob");
  app.hub.publish({1, "secret", "for anna", ""}, [](const Identity& who) {
    return static_cast<const Clerk&>(who).name == "anna";
  });
  app.hub.publish({2, "open", "for all", ""});
  EXPECT_TRUE(anna.receive_until("for all"));
  EXPECT_TRUE(bob.receive_until("for all"));
  EXPECT_THAT(anna.unread(), HasSubstr("id: 1\nevent: secret\ndata: for anna\n\n"));
  EXPECT_THAT(bob.unread(), Not(HasSubstr("anna")));
  EXPECT_EQ(app.hub.listeners(), 2);
}

TEST(Events, ReachThoseWhoAskedForTheTopic) {
  TestApp app;
  RawClient all = listener(app, "anna");
  RawClient some = listener(app, "anna", "", "?topic=deal:42");
  app.hub.publish({0, "a", "other", "deal:7"});
  app.hub.publish({0, "b", "mine", "deal:42"});
  app.hub.publish({0, "c", "everybody", ""});
  EXPECT_TRUE(all.receive_until("everybody"));
  EXPECT_TRUE(some.receive_until("everybody"));
  EXPECT_THAT(all.unread(), HasSubstr("other"));
  EXPECT_THAT(some.unread(), HasSubstr("mine"));
  EXPECT_THAT(some.unread(), Not(HasSubstr("other")));
}

TEST(Events, NeedASignIn) {
  EXPECT_EQ(TestApp().get("/api/events").status, 401);
}

TEST(Events, ResumeAfterTheLastOneSeen) {
  TestApp app;
  RawClient back = listener(app, "anna", "Last-Event-ID: 13\r\n");
  app.hub.publish({15, "live", "repeated", ""});
  app.hub.publish({16, "live", "new", ""});
  EXPECT_TRUE(back.receive_until("data: new"));
  EXPECT_THAT(back.unread(), HasSubstr("id: 14\nevent: old"));
  EXPECT_THAT(back.unread(), HasSubstr("id: 15\nevent: old"));
  EXPECT_THAT(back.unread(), Not(HasSubstr("id: 13\n")));
  EXPECT_THAT(back.unread(), Not(HasSubstr("repeated")));
}

TEST(Events, StartAnewWhereTheGapIsTooLarge) {
  TestApp app;
  RawClient late = listener(app, "anna", "Last-Event-ID: 3\r\n");
  EXPECT_TRUE(late.receive_until("event: reset\n"));
}

TEST(Events, EndWithTheSession) {
  TestApp app;
  RawClient anna = listener(app, "anna");
  RawClient bob = listener(app, "bob");
  app.hub.close_where(
      [](const Identity& who) { return static_cast<const Clerk&>(who).name == "anna"; });
  EXPECT_TRUE(anna.is_closed());
  app.hub.publish({1, "still", "here", ""});
  EXPECT_TRUE(bob.receive_until("here"));
  EXPECT_EQ(listeners_after(app, 1), 1);
}

TEST(Events, AreCountedOutWhenTheClientLeaves) {
  TestApp app;
  { const RawClient gone = listener(app, "anna"); }
  EXPECT_EQ(listeners_after(app, 0), 0);
}

TEST(Events, BeatWhileNothingHappens) {
  ServerConfig config;
  config.heartbeat = std::chrono::seconds(1);
  TestApp app(config);
  RawClient client = listener(app, "anna");
  EXPECT_TRUE(client.receive_until("\n\n:\n\n"));
}

TEST(Events, DropASlowListenerAndNobodyElse) {
  TestApp app;
  RawClient slow = listener(app, "anna");
  RawClient quick = listener(app, "bob");
  const std::string much(32 * 1024, 'x');
  for (std::uint64_t id = 1; id <= 600; ++id) {
    app.hub.publish({id, "big", much, ""});
    EXPECT_TRUE(quick.receive_until("id: " + std::to_string(id) + "\n"));
  }
  EXPECT_EQ(listeners_after(app, 1), 1);
}

TEST(Events, EndWhenTheServerStops) {
  TestApp app;
  RawClient client = listener(app, "anna");
  app.server->stop();
  EXPECT_TRUE(client.is_closed());
  app.hub.publish({1, "nobody", "hears this", ""});
}

}  // namespace
}  // namespace stagecoach::http::testing
