// If-Match and Idempotency-Key on every route that writes, as the table declares them.
#include <gtest/gtest.h>

#include <set>

#include "app/matrix_test.h"

namespace stagecoach::testing {
namespace {

using http::Reply;
using http::Route;

// Writes on something in their path that has no version to be stale, each for a reason of its own.
const std::set<std::string, std::less<>> kUnversioned = {
    "PATCH /api/me",                // one's own, and the last word is one's own
    "POST /api/events/{seq}/undo",  // the event names what it takes back
    "POST /api/merges/{seq}/undo",
    "POST /api/handovers/{seq}/undo",
    "POST /api/contacts/{id}/personal-data",  // reads, and notes who asked
    "PUT /api/deals/{id}/next-step",          // adds an activity
    "POST /api/deals/{id}/objections",        // each of these adds a record and changes none
    "POST /api/deals/{id}/notes",
    "POST /api/deals/{id}/attachments",
    "DELETE /api/tokens/{id}",    // a token never changes
    "DELETE /api/sessions/{id}",  // nor does a session
    "DELETE /api/users/{id}/sessions",
    "DELETE /api/users/{id}/second-factor",  // there is one or there is none
    "POST /api/users/{id}/sign-in-link",     // replaces the link before it
    "DELETE /api/users/{id}/sign-in-link",
    "POST /api/users/{id}/handovers",  // of records, each with a version of its own
    "PUT /api/notices/{id}/read",      // read is read
    "PATCH /api/imports/{id}",         // a plan; what counts is whether it is still one
    "DELETE /api/imports/{id}",
    "POST /api/imports/{id}/runs",
    "POST /api/imports/{id}/undo"};

// Writes of those who are signed in that keep no answer for a repeated key.
const std::set<std::string, std::less<>> kWithoutKey = {"DELETE /api/session",
                                                        "DELETE /api/sessions",
                                                        "DELETE /api/sessions/{id}",
                                                        "DELETE /api/users/{id}/sessions",
                                                        "POST /api/me/second-factor",
                                                        "POST /api/me/second-factor/confirmation",
                                                        "POST /api/me/second-factor/removal",
                                                        "PUT /api/second-factors",
                                                        "DELETE /api/users/{id}/second-factor",
                                                        "POST /api/invitations",
                                                        "POST /api/users/{id}/sign-in-link",
                                                        "DELETE /api/users/{id}/sign-in-link",
                                                        "POST /api/calendar-feed",
                                                        "DELETE /api/calendar-feed",
                                                        "PUT /api/tour",
                                                        "POST /api/tour/steps",
                                                        "PUT /api/notices/{id}/read",
                                                        "PUT /api/notices/settings",
                                                        "POST /api/notices/readings",
                                                        "PATCH /api/me",
                                                        "POST /api/tokens",
                                                        "DELETE /api/tokens/{id}",
                                                        "POST /api/uploads",
                                                        "POST /api/imports/{id}/undo",
                                                        "POST /api/deals/{id}/attachments",

                                                        "POST /api/deals/bulk-previews",  // reads
                                                        "POST /api/contacts/{id}/personal-data"};

class VersionsAndKeysTest : public MatrixTest {
 protected:
  // As the owner, on a record of his own.
  Reply call_as_owner(const Route& route, const Sample& sample, const Made& made,
                      Headers more = {}) {
    Headers headers = proof_of("owner");
    headers.insert(headers.end(), more.begin(), more.end());
    return call(route, sample, made, std::move(headers));
  }
  static std::string quoted(std::int64_t version) { return "\"" + std::to_string(version) + "\""; }
  static bool has_subject(const Route& route) {
    return !route.parameters.empty() || route.pattern == "/api/me";
  }
};
EACH_ENGINE(VersionsAndKeysTest);

TEST_P(VersionsAndKeysTest, EveryChangeOfARecordDeclaresItsVersionAndItsKey) {
  for (const Route& route : router_.routes()) {
    const std::string name = name_of_route(route);
    const bool writes = !http::is_safe(route.method);
    EXPECT_EQ(route.needs_version, writes && has_subject(route) && !kUnversioned.contains(name))
        << name;
    EXPECT_EQ(route.takes_key, writes && route.rule.needs_sign_in && !kWithoutKey.contains(name))
        << name;
  }
}

TEST_P(VersionsAndKeysTest, AVersionedWriteSaysWhichVersionItSaw) {
  for (const Route& route : router_.routes()) {
    if (!route.needs_version) continue;
    SCOPED_TRACE(name_of_route(route));
    const Sample& sample = *sample_of(route);
    const Made made = make(sample.about, person("owner"));
    const Headers proof = proof_of("owner");
    const auto status_with = [&](const char* version) {
      Headers headers = proof;
      if (version) headers.emplace_back("If-Match", version);
      return call(route, sample, made, std::move(headers)).status();
    };
    const std::string before = content();
    EXPECT_EQ(status_with(nullptr), 428);
    EXPECT_EQ(status_with("newest"), 400);
    EXPECT_EQ(status_with("\"0\""), 412);
    EXPECT_EQ(status_with(quoted(made.version + 1).c_str()), 412);
    EXPECT_EQ(content(), before) << "a refused write changed something";
  }
}

TEST_P(VersionsAndKeysTest, ARepeatedKeyIsAnsweredAndChangesNothing) {
  int walked = 0;
  for (const Route& route : router_.routes()) {
    const Sample& sample = *sample_of(route);
    if (!route.takes_key || sample.most > 299) continue;
    SCOPED_TRACE(name_of_route(route));
    const Made made = make(sample.about, person("owner"));
    ++walked;
    // One body for all three, though it may hold a name or a number that has to be new.
    Sample same = sample;
    std::string body(sample.body);
    if (const auto at = body.find("{unique}"); at != body.npos)
      body.replace(at, 8, std::to_string(1'000'000 + walked));
    same.body = body;
    Headers headers = proof_of("owner");
    headers.emplace_back("If-Match", quoted(made.version));
    headers.emplace_back("Idempotency-Key", "key-" + std::to_string(walked));
    const Reply first = call(route, same, made, headers);
    ASSERT_LT(first.status(), 300) << first.body();
    EXPECT_EQ(first.header("Idempotency-Replayed"), "");
    finish_imports();

    const std::string before = content();
    const Reply again = call(route, same, made, headers);
    EXPECT_EQ(again.status(), first.status()) << again.body();
    EXPECT_EQ(again.body(), first.body());
    EXPECT_EQ(again.header("ETag"), first.header("ETag"));
    EXPECT_EQ(again.header("Location"), first.header("Location"));
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    same.query = "?other=1";
    EXPECT_EQ(call(route, same, made, headers).status(), 422) << "another request, the same key";
    EXPECT_EQ(content(), before);
  }
  EXPECT_GT(walked, 25);
}

}  // namespace
}  // namespace stagecoach::testing
