// A write asked for twice with one Idempotency-Key happens once.
#include <gmock/gmock.h>

#include <map>
#include <thread>

#include "journal/journal_test.h"
#include "platform/http/service.h"

namespace stagecoach::journal {

struct NoteBody {
  std::string words;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (words))

namespace {

using http::Reply;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr Phrase kTooRude{"test.rude", "Not in this tone.", "请注意语气。"};

class IdempotencyTest : public JournalTest {
 protected:
  IdempotencyTest() {
    router_.post("/api/notes", http::Rule::signed_in(), {"Write a note", {"notes"}},
                 [this](const http::Request& request, const NoteBody& body) -> Result<Reply> {
                   return runner.run(request, [&](Work& work) -> Result<Reply> {
                     const std::int64_t id = TRY(note(work, body.words));
                     if (body.words == rude) return Error(Error::Code::refused, kTooRude);
                     Reply reply = Reply::created(body, "/api/notes/" + std::to_string(id));
                     reply.etag(id);
                     return reply;
                   });
                 });
    service_.emplace(router_);
    service_->authenticate_with(
        [](const http::Request& request) -> Result<std::shared_ptr<const http::Identity>> {
          auto actor = std::make_shared<Actor>();
          actor->user = UserId(request.header("X-User") == "2" ? 2 : 1);
          return std::shared_ptr<const http::Identity>(std::move(actor));
        });
  }

  Reply post(const std::string& words, const std::string& key, const std::string& user = "1") {
    http::RequestParts parts;
    parts.method = http::Method::post;
    parts.target = "/api/notes";
    parts.body = R"({"words":")" + words + "\"}";
    parts.headers = {{"Content-Type", "application/json"}, {"X-User", user}};
    if (!key.empty()) parts.headers.emplace_back("Idempotency-Key", key);
    return service_->handle(parts);
  }

  std::string rude = "rude";
  http::Router router_;
  std::optional<http::Service> service_;
};
EACH_ENGINE(IdempotencyTest);

TEST_P(IdempotencyTest, ARepeatedKeyGivesTheSameAnswerAndNoSecondEffect) {
  const Reply first = post("hello", "k1");
  ASSERT_EQ(first.status(), 201) << first.body();
  const Reply again = post("hello", "k1");
  EXPECT_EQ(again.status(), 201);
  EXPECT_EQ(again.body(), first.body());
  EXPECT_EQ(again.header("ETag"), first.header("ETag"));
  EXPECT_EQ(again.header("Location"), first.header("Location"));
  EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
  EXPECT_EQ(first.header("Idempotency-Replayed"), "");
  EXPECT_THAT(notes(), ElementsAre("hello"));
  EXPECT_THAT(events(), SizeIs(1));
}

TEST_P(IdempotencyTest, WithoutAKeyEachRequestCounts) {
  EXPECT_EQ(post("hello", "").status(), 201);
  EXPECT_EQ(post("hello", "").status(), 201);
  EXPECT_THAT(notes(), SizeIs(2));
}

TEST_P(IdempotencyTest, AnotherRequestUnderTheSameKeyIsRefused) {
  ASSERT_EQ(post("hello", "k1").status(), 201);
  const Reply other = post("goodbye", "k1");
  EXPECT_EQ(other.status(), 422);
  EXPECT_THAT(other.body(), HasSubstr("idempotency.mismatch"));
  EXPECT_THAT(notes(), ElementsAre("hello"));
}

TEST_P(IdempotencyTest, AKeyIsOfOnePerson) {
  EXPECT_EQ(post("hello", "k1", "1").status(), 201);
  EXPECT_EQ(post("mine", "k1", "2").status(), 201);
  EXPECT_THAT(notes(), ElementsAre("hello", "mine"));
}

TEST_P(IdempotencyTest, ARefusalLeavesTheKeyFree) {
  EXPECT_EQ(post("rude", "k1").status(), 422);
  EXPECT_THAT(notes(), SizeIs(0));
  rude.clear();
  EXPECT_EQ(post("rude", "k1").status(), 201);
  EXPECT_THAT(notes(), ElementsAre("rude"));
}

TEST_P(IdempotencyTest, FiftyAtOnceHaveOneEffect) {
  constexpr int kThreads = 50;
  std::vector<std::pair<int, std::string>> answers(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&, i] {
      const Reply reply = post("once", "k1");
      answers[static_cast<size_t>(i)] = {reply.status(), reply.body()};
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(notes(), ElementsAre("once"));
  EXPECT_THAT(events(), SizeIs(1));
  int created = 0;
  for (const auto& [status, body] : answers) {
    // The first, its replays, and those for whom it was still under way.
    if (status == 201) {
      ++created;
      EXPECT_EQ(body, R"({"words":"once"})");
    } else {
      EXPECT_EQ(status, 409) << body;
      EXPECT_THAT(body, HasSubstr("idempotency.in_flight"));
    }
  }
  EXPECT_GE(created, 1);
}

// Bodies may hold passwords. Who reads the database finds neither a hash of the body that he could
// try passwords against, nor the key that he would need for it.
TEST_P(IdempotencyTest, WhatIsKeptOfARequestTellsNothingOfItsBody) {
  ASSERT_EQ(post("hello", "k1").status(), 201);
  ASSERT_EQ(post("hello", "k2").status(), 201);
  std::vector<std::pair<std::string, std::string>> kept;
  database().read([&](db::Connection& connection) {
    connection.each("SELECT key, fingerprint FROM idempotency_keys",
                    [&](const db::Row& row) { kept.emplace_back(row.string(0), row.string(1)); });
  });
  ASSERT_THAT(kept, SizeIs(2));
  EXPECT_NE(kept[0].second, kept[1].second) << "the same for one body: guesses can be compared";
  for (const auto& [key, fingerprint] : kept) {
    EXPECT_NE(key, "k1");
    EXPECT_NE(key, "k2");
  }
}

TEST_P(IdempotencyTest, AnswersAreKeptForADay) {
  ASSERT_EQ(post("hello", "k1").status(), 201);
  const auto forget = [&] {
    std::int64_t forgotten = 0;
    database().write([&](db::Connection& tx) {
      forgotten = forget_old_keys(tx, clock.now());
      return db::Keep::yes;
    });
    return forgotten;
  };
  clock.advance(std::chrono::hours(24));
  EXPECT_EQ(forget(), 0);
  clock.advance(Millis(1));
  EXPECT_EQ(forget(), 1);
  EXPECT_EQ(post("hello", "k1").status(), 201);
  EXPECT_THAT(notes(), SizeIs(2));
}

}  // namespace
}  // namespace stagecoach::journal
