// The room over HTTP, without a socket: cookies, versions, rules.
#include "sales/team/team_routes.h"

#include <gtest/gtest.h>

#include "sales/team/sign_in/sign_in_routes.h"
#include "sales/team/team_test.h"

namespace stagecoach::sales {
namespace {

using http::Method;
using http::Reply;
using Headers = std::vector<std::pair<std::string, std::string>>;

class TeamRoutesTest : public testing::TeamTest {
 protected:
  TeamRoutesTest() {
    add_sign_in_routes(router_, desk);
    add_team_routes(router_, commands, passwords, sessions, bring_nothing);
    service_.emplace(router_);  // which counts the routes: they are complete now
    service_->authenticate_with(
        [this](const http::Request& request) { return sessions.authenticate(request); });
  }

  Reply call(Method method, std::string target, std::string body = {}, Headers headers = {},
             bool secure = false) {
    http::RequestParts parts;
    parts.method = method;
    parts.target = std::move(target);
    parts.body = std::move(body);
    parts.headers = std::move(headers);
    if (!parts.body.empty()) parts.headers.emplace_back("Content-Type", "application/json");
    parts.secure = secure;
    return service_->handle(parts);
  }
  static Headers cookie_of(const Reply& reply) {
    const std::string_view set = reply.header("Set-Cookie");
    return {{"Cookie", std::string(set.substr(0, set.find(';')))}};
  }
  static Headers with(Headers headers, std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return headers;
  }
  Headers sign_in_as(std::string_view email) {
    const std::string body = json::write(SignInWith{std::string(email), std::string(kPassword)});
    const Reply reply = call(Method::post, "/api/session", body);
    EXPECT_EQ(reply.status(), 200) << reply.body();
    return cookie_of(reply);
  }
  static bool says(const Reply& reply, std::string_view text) {
    return reply.body().find(text) != std::string::npos;
  }

  http::Router router_;
  std::optional<http::Service> service_;
};
EACH_ENGINE(TeamRoutesTest);

TEST_P(TeamRoutesTest, TheFirstVisitorSetsUpAndIsIn) {
  EXPECT_EQ(call(Method::get, "/api/setup").body(), R"({"needed":true})");
  EXPECT_EQ(call(Method::get, "/api/me").status(), 401);
  const std::string body = json::write(set_up_wish());
  const Reply done = call(Method::post, "/api/setup", body);
  ASSERT_EQ(done.status(), 201) << done.body();
  EXPECT_EQ(call(Method::get, "/api/setup").body(), R"({"needed":false})");
  const Reply me = call(Method::get, "/api/me", {}, cookie_of(done));
  ASSERT_EQ(me.status(), 200) << me.body();
  EXPECT_TRUE(says(me, R"("role":"owner")")) << me.body();
  EXPECT_TRUE(says(me, R"("currency":"CNY")"));
  EXPECT_TRUE(says(me, R"("permissions":["deals.write",)"));
  EXPECT_EQ(me.header("ETag"), "\"1\"");
  EXPECT_EQ(call(Method::post, "/api/setup", body).status(), 409);
}

TEST_P(TeamRoutesTest, TheCookieIsAsStrictAsTheConnectionAllows) {
  set_up_owner();
  const std::string body = json::write(SignInWith{"olive@example.com", std::string(kPassword)});
  const Reply plain = call(Method::post, "/api/session", body);
  EXPECT_TRUE(plain.header("Set-Cookie").starts_with("stagecoach="));
  EXPECT_NE(plain.header("Set-Cookie").find("; HttpOnly; SameSite=Lax"), std::string_view::npos);
  EXPECT_EQ(plain.header("Set-Cookie").find("Secure"), std::string_view::npos);
  const Reply secure = call(Method::post, "/api/session", body, {}, true);
  const std::string_view cookie = secure.header("Set-Cookie");
  EXPECT_TRUE(cookie.starts_with("__Host-stagecoach="));
  EXPECT_NE(cookie.find("; Path=/; "), std::string_view::npos);
  EXPECT_TRUE(cookie.ends_with("; Secure"));
  EXPECT_EQ(cookie.find("Domain"), std::string_view::npos);
  // A cookie that somebody on the way could have planted does not count over https.
  EXPECT_EQ(call(Method::get, "/api/me", {}, cookie_of(plain), true).status(), 401);
  EXPECT_EQ(call(Method::get, "/api/me", {}, cookie_of(secure), true).status(), 200);
}

TEST_P(TeamRoutesTest, SigningOutClearsTheCookie) {
  set_up_owner();
  const Headers cookie = sign_in_as("olive@example.com");
  const Reply out = call(Method::del, "/api/session", {}, cookie);
  EXPECT_EQ(out.status(), 204);
  EXPECT_TRUE(out.header("Set-Cookie").starts_with("stagecoach=; "));
  EXPECT_NE(out.header("Set-Cookie").find("Max-Age=0"), std::string_view::npos);
  EXPECT_EQ(call(Method::get, "/api/me", {}, cookie).status(), 401);
  // A stale cookie does not bar the way back in.
  const std::string body = json::write(SignInWith{"olive@example.com", std::string(kPassword)});
  EXPECT_EQ(call(Method::post, "/api/session", body, cookie).status(), 200);
}

TEST_P(TeamRoutesTest, TooManyAttemptsSayWhenToComeBack) {
  set_up_owner();
  const std::string body = json::write(SignInWith{"olive@example.com", "guess"});
  for (int i = 0; i < 6; ++i) EXPECT_EQ(call(Method::post, "/api/session", body).status(), 401);
  const Reply refused = call(Method::post, "/api/session", body);
  EXPECT_EQ(refused.status(), 429);
  EXPECT_EQ(refused.header("Retry-After"), "1");
}

TEST_P(TeamRoutesTest, AChangeNeedsTheVersionThatWasSeen) {
  set_up_owner();
  const User rui = add_user("rui", Role::rep);
  const Headers owner = sign_in_as("olive@example.com");
  const std::string target = "/api/users/" + std::to_string(rui.id.value);
  EXPECT_EQ(call(Method::get, target, {}, owner).header("ETag"), "\"1\"");
  EXPECT_EQ(call(Method::patch, target, R"({"name":"R"})", owner).status(), 428);
  EXPECT_EQ(
      call(Method::patch, target, R"({"name":"R"})", with(owner, "If-Match", "\"7\"")).status(),
      412);
  const Reply changed =
      call(Method::patch, target, R"({"name":"R"})", with(owner, "If-Match", "\"1\""));
  EXPECT_EQ(changed.status(), 200) << changed.body();
  EXPECT_EQ(changed.header("ETag"), "\"2\"");
}

TEST_P(TeamRoutesTest, ARepeatedKeyAddsOnePerson) {
  set_up_owner();
  const Headers owner = with(sign_in_as("olive@example.com"), "Idempotency-Key", "k1");
  const std::string body = R"({"name":"Rui","email":"rui@example.com","role":"rep"})";
  const Reply first = call(Method::post, "/api/users", body, owner);
  const Reply again = call(Method::post, "/api/users", body, owner);
  EXPECT_EQ(first.status(), 201) << first.body();
  EXPECT_EQ(again.status(), 201);
  EXPECT_EQ(first.body(), again.body());
  EXPECT_EQ(call(Method::get, "/api/users", {}, owner).body().find("Rui"),
            call(Method::get, "/api/users", {}, owner).body().rfind("Rui"));
}

TEST_P(TeamRoutesTest, RepsReadTheListAndChangeNobody) {
  set_up_owner();
  add_user("rui", Role::rep);
  const Headers rep = sign_in_as("rui@example.com");
  EXPECT_EQ(call(Method::get, "/api/users", {}, rep).status(), 200);
  EXPECT_EQ(call(Method::post, "/api/users", R"({"name":"X","role":"owner"})", rep).status(), 403);
  EXPECT_EQ(call(Method::post, "/api/teams", R"({"name":"X"})", rep).status(), 403);
}

TEST_P(TeamRoutesTest, PagesOfPeopleFollowOneAnother) {
  set_up_owner();
  add_user("a", Role::rep);
  add_user("b", Role::rep);
  const Headers owner = sign_in_as("olive@example.com");
  const Reply first = call(Method::get, "/api/users?limit=2", {}, owner);
  EXPECT_TRUE(says(first, R"("next_cursor":"2")")) << first.body();
  const Reply second = call(Method::get, "/api/users?limit=2&cursor=2", {}, owner);
  EXPECT_TRUE(says(second, R"("name":"b")"));
  EXPECT_TRUE(says(second, R"("next_cursor":null)"));
  EXPECT_EQ(call(Method::get, "/api/users?limit=0", {}, owner).status(), 400);
}

TEST_P(TeamRoutesTest, ATokenIsShownOnceAndActsForItsPerson) {
  set_up_owner();
  const Headers owner = sign_in_as("olive@example.com");
  const Reply made = call(Method::post, "/api/tokens",
                          R"({"name":"bi","scopes":["read"],"expires_on":"2026-12-31"})", owner);
  ASSERT_EQ(made.status(), 201) << made.body();
  const size_t at = made.body().find("sc_");
  ASSERT_NE(at, std::string::npos);
  const std::string secret = made.body().substr(at, 46);
  EXPECT_FALSE(says(call(Method::get, "/api/tokens", {}, owner), "sc_"));
  const Headers bearer{{"Authorization", "Bearer " + secret}};
  EXPECT_EQ(call(Method::get, "/api/me", {}, bearer).status(), 200);
  EXPECT_EQ(call(Method::post, "/api/teams", R"({"name":"X"})", bearer).status(), 403);
  EXPECT_EQ(call(Method::get, "/api/tokens", {}, bearer).status(), 403) << "only in person";
  EXPECT_EQ(call(Method::get, "/api/me", {}, {{"Authorization", "Bearer sc_wrong"}}).status(), 401);
}

TEST_P(TeamRoutesTest, MyOwnAccountIsMine) {
  set_up_owner();
  const Headers owner = sign_in_as("olive@example.com");
  const Reply renamed = call(Method::patch, "/api/me", R"({"name":"Olive O.","lang":"zh"})", owner);
  EXPECT_EQ(renamed.status(), 200) << renamed.body();
  EXPECT_TRUE(says(renamed, R"("lang":"zh")"));
  EXPECT_EQ(call(Method::patch, "/api/me", R"({"role":"owner"})", owner).status(), 400);
  const Reply wrong = call(Method::patch, "/api/me",
                           R"({"current_password":"x","new_password":"nine blue kettles"})", owner);
  EXPECT_EQ(wrong.status(), 400);
  EXPECT_TRUE(says(wrong, "当前密码不正确")) << "in her language now";
  const Reply changed =
      call(Method::patch, "/api/me",
           R"({"current_password":"four green lamps","new_password":"nine blue kettles"})", owner);
  EXPECT_EQ(changed.status(), 200) << changed.body();
  EXPECT_EQ(call(Method::get, "/api/me", {}, owner).status(), 401);
  EXPECT_EQ(call(Method::get, "/api/me", {}, cookie_of(changed)).status(), 200);
}

TEST_P(TeamRoutesTest, ARoleChangeReachesOpenStreams) {
  set_up_owner();
  const User rui = add_user("rui", Role::rep);
  const Viewer stream = viewer_for(rui.id);
  bool closed = false;
  sessions.on_over([&](const Sessions::IsOver& is_over) { closed = closed || is_over(stream); });
  const Headers owner = sign_in_as("olive@example.com");
  const Reply reply = call(Method::patch, "/api/users/" + std::to_string(rui.id.value),
                           R"({"visibility":"all"})", with(owner, "If-Match", "\"1\""));
  EXPECT_EQ(reply.status(), 200) << reply.body();
  EXPECT_TRUE(closed);
}

}  // namespace
}  // namespace stagecoach::sales
