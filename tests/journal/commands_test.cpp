// State and event together or not at all; sequence order is commit order.
#include "journal/commands.h"

#include <gmock/gmock.h>

#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "journal/journal_test.h"
#include "journal/verify.h"

namespace stagecoach::journal {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Phrase kNo{"test.no", "No.", "不行。"};

class CommandsTest : public JournalTest {};
EACH_ENGINE(CommandsTest);

TEST_P(CommandsTest, KeepsTheStateAndTheEventThatExplainsIt) {
  Actor ann;
  ann.user = UserId(7);
  const Instant earlier = clock.now() - Millis(86'400'000);
  const auto id = runner.run(ann, [&](Work& work) -> Result<std::int64_t> {
    Draft draft;
    draft.kind = "note.found";
    work.append(std::move(draft).about({"note", 1}).at(earlier).caused_by(1));
    return note(work, "first");
  });
  ASSERT_TRUE(id);
  EXPECT_THAT(notes(), ElementsAre("first"));
  const std::vector<Event> all = events();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].seq, 1);
  EXPECT_EQ(all[0].kind, "note.found");
  EXPECT_EQ(all[0].effective_at, earlier);
  EXPECT_EQ(all[0].recorded_at, clock.now());
  EXPECT_EQ(all[0].cause, 1);
  EXPECT_EQ(all[1].seq, 2);
  EXPECT_EQ(all[1].actor, UserId(7));
  EXPECT_EQ(all[1].subject_id, *id);
  EXPECT_EQ(all[1].effective_at, clock.now());
  EXPECT_EQ(all[1].data, R"({"words":"first"})");
}

TEST_P(CommandsTest, ARefusalLeavesNothing) {
  const auto refused = runner.run(system, [&](Work& work) -> Result<std::int64_t> {
    TRY(note(work, "written, then refused"));
    return Error(Error::Code::refused, kNo);
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.code(), "test.no");
  EXPECT_THAT(notes(), IsEmpty());
  EXPECT_THAT(events(), IsEmpty());
}

TEST_P(CommandsTest, AnExceptionLeavesNothingAndReachesTheCaller) {
  EXPECT_THROW((void)runner.run(system,
                                [&](Work& work) -> Result<std::int64_t> {
                                  TRY(note(work, "written, then thrown"));
                                  throw std::runtime_error("broken machinery");
                                }),
               std::runtime_error);
  EXPECT_THAT(notes(), IsEmpty());
  EXPECT_THAT(events(), IsEmpty());
  write_note("after it");  // the connection is as good as new
  EXPECT_EQ(events().front().seq, 1);
}

TEST_P(CommandsTest, AnEventNamesAnotherOfItsCommandAsItsCause) {
  write_note("one");
  ASSERT_TRUE(runner.run(system, [&](Work& work) -> Result<void> {
    TRY(note(work, "two"));
    Draft leading, led;
    leading.kind = led.kind = "note.found";
    const std::size_t place = work.append(std::move(leading).about({"note", 1}));
    work.append(std::move(led).about({"note", 2}).led_to_by(place));
    return {};
  }));
  EXPECT_EQ(events()[2].cause, std::nullopt);
  EXPECT_EQ(events()[3].cause, 3);
}

// Eight writers at once, some of which refuse, and a reader that never looks back: what it sees is
// gapless, and nothing appears behind it.
TEST_P(CommandsTest, NumbersAreGaplessInTheOrderOfCommits) {
  constexpr int kWriters = 8, kEach = 25;
  std::atomic<bool> writing{true};
  std::vector<Seq> followed;
  std::thread reader([&] {
    for (bool last_round = false;;) {
      const Seq after = followed.empty() ? 0 : followed.back();
      database().read([&](db::Connection& c) {
        each_after(c, after, 1000, [&](const Event& event) { followed.push_back(event.seq); });
      });
      if (last_round) return;
      last_round = !writing;
    }
  });
  std::atomic<int> kept{0};
  std::vector<std::thread> writers;
  for (int w = 0; w < kWriters; ++w)
    writers.emplace_back([&, w] {
      for (int i = 0; i < kEach; ++i) {
        const bool refuse = i % 5 == 4;
        const auto done = runner.run(system, [&](Work& work) -> Result<void> {
          TRY(note(work, std::to_string(w) + "/" + std::to_string(i)));
          if (refuse) return Error(Error::Code::refused, kNo);
          return {};
        });
        if (done) ++kept;
      }
    });
  for (std::thread& writer : writers) writer.join();
  writing = false;
  reader.join();

  EXPECT_EQ(kept, kWriters * kEach * 4 / 5);
  ASSERT_EQ(followed.size(), static_cast<size_t>(kept));
  for (size_t i = 0; i < followed.size(); ++i) ASSERT_EQ(followed[i], static_cast<Seq>(i) + 1);
  EXPECT_EQ(notes().size(), static_cast<size_t>(kept));
  std::set<std::int64_t> subjects;
  for (const Event& event : events()) subjects.insert(event.subject_id);
  EXPECT_EQ(subjects.size(), static_cast<size_t>(kept));  // one event for each record
  EXPECT_FALSE(database().read([](db::Connection& c) { return verify_chain(c); }).broken_at);
}

TEST_P(CommandsTest, AReadersCursorStaysWithItsEffects) {
  for (int i = 0; i < 5; ++i) write_note("n");
  const auto cursor = [&](std::string_view name) {
    return database().read([&](db::Connection& c) { return cursor_of(c, name); });
  };
  EXPECT_EQ(cursor("mail"), 0);
  database().write([&](db::Connection& tx) {
    move_cursor(tx, "mail", 3);
    return db::Keep::yes;
  });
  database().write([&](db::Connection& tx) {
    move_cursor(tx, "mail", 5);
    return db::Keep::no;
  });
  EXPECT_EQ(cursor("mail"), 3);
  EXPECT_EQ(cursor("webhooks"), 0);
  reopen();
  EXPECT_EQ(cursor("mail"), 3);
  const auto rest = database().read([](db::Connection& c) { return read_after(c, 3, 10); });
  ASSERT_EQ(rest.size(), 2u);
  EXPECT_EQ(rest.front().seq, 4);
}

TEST_P(CommandsTest, AHistoryIsOfOneSubjectNewestFirst) {
  for (int i = 0; i < 4; ++i)
    ASSERT_TRUE(runner.run(system, [&](Work& work) -> Result<void> {
      for (const std::int64_t subject : {1, 2}) {
        Draft draft;
        draft.kind = "note.read";
        work.append(std::move(draft).about({"note", subject}));
      }
      return {};
    }));
  const auto seqs = [&](Seq before, int limit) {
    std::vector<Seq> list;
    database().read([&](db::Connection& c) {
      for (const Event& event : history_of(c, {"note", 2}, before, limit))
        list.push_back(event.seq);
    });
    return list;
  };
  EXPECT_THAT(seqs(0, 3), ElementsAre(8, 6, 4));
  EXPECT_THAT(seqs(4, 3), ElementsAre(2));
}

TEST_P(CommandsTest, AFollowerIsWokenByACommitAndOutlivesItsOwnFailures) {
  std::mutex mutex;
  std::vector<Seq> seen;
  std::atomic<bool> failed{false};
  {
    ReaderLoop loop(database(), "test", Millis(20), [&] {
      const std::lock_guard lock(mutex);
      const Seq after = seen.empty() ? 0 : seen.back();
      database().read([&](db::Connection& c) {
        each_after(c, after, 100, [&](const Event& event) {
          if (event.seq == 2 && !failed.exchange(true)) throw std::runtime_error("once");
          seen.push_back(event.seq);
        });
      });
    });
    for (int i = 0; i < 3; ++i) write_note("n");
    for (int i = 0; i < 500; ++i) {
      {
        const std::lock_guard lock(mutex);
        if (seen.size() == 3) break;
      }
      std::this_thread::sleep_for(Millis(10));
    }
  }
  EXPECT_TRUE(failed);
  EXPECT_THAT(seen, ElementsAre(1, 2, 3));
}

}  // namespace
}  // namespace stagecoach::journal
