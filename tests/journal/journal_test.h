// A workspace with nothing but its journal, for the tests of this room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "journal/commands.h"
#include "journal/reader.h"
#include "platform/db/engines.h"

namespace stagecoach::journal {

class JournalTest : public testing::EngineTest {
 protected:
  JournalTest() {
    migrate();
    script("CREATE TABLE jottings (id {{id}}, words TEXT NOT NULL)");
  }

  // A record and the event that explains it.
  static Result<std::int64_t> note(Work& work, const std::string& words) {
    const auto id = work.tx.first(
        "INSERT INTO jottings (words) VALUES ($1) RETURNING id",
        [](const db::Row& row) { return row.integer(0); }, words);
    Draft draft;
    draft.kind = "note.written";
    draft.data = R"({"words":")" + words + "\"}";
    work.append(std::move(draft).about({"note", *id}));
    return *id;
  }
  void write_note(const std::string& words) {
    ASSERT_TRUE(runner.run(system, [&](Work& work) { return note(work, words); }));
  }

  std::vector<Event> events() {
    return database().read([](db::Connection& c) { return read_after(c, 0, 10'000); });
  }
  std::vector<std::string> notes() {
    std::vector<std::string> words;
    database().read([&](db::Connection& c) {
      c.each("SELECT words FROM jottings ORDER BY id",
             [&](const db::Row& row) { words.push_back(row.string(0)); });
    });
    return words;
  }

  ManualClock clock{*instant_from_iso("2026-03-02T09:00:00Z")};
  CommandRunner runner{database(), clock};
  const Actor system;
};

}  // namespace stagecoach::journal
