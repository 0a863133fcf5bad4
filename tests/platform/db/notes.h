// A small schema for tests of the database itself.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "platform/db/engines.h"

namespace stagecoach::db {

inline constexpr std::string_view kInsert = "INSERT INTO notes (words) VALUES ($1)";
inline constexpr std::string_view kCount = "SELECT count(*) FROM notes";

class NotesTest : public testing::EngineTest {
 protected:
  NotesTest() {
    script(R"(CREATE TABLE notes (id {{id}}, words TEXT NOT NULL,
                                  CONSTRAINT notes_not_empty CHECK (words <> ''));
              CREATE UNIQUE INDEX notes_words ON notes (words);
              CREATE TABLE replies (id {{id}}, note_id BIGINT NOT NULL REFERENCES notes (id),
                                    code TEXT UNIQUE, author BIGINT, day BIGINT,
                                    UNIQUE (author, day)))");
  }

  static std::int64_t count(Connection& c) {
    return c.first(kCount, [](const Row& row) { return row.integer(0); }).value();
  }
  std::int64_t count() {
    return database().read([](Connection& c) { return count(c); });
  }
  Keep add(const std::string& words, Keep keep = Keep::yes) {
    return database().write([&](Connection& c) {
      c.execute(kInsert, words);
      return keep;
    });
  }
  // The rule and name that refuse the statement.
  std::pair<ConstraintViolation::Rule, std::string> violation(std::string_view sql) {
    try {
      database().write([&](Connection& c) {
        c.execute(sql);
        return Keep::yes;
      });
    } catch (const ConstraintViolation& e) {
      return {e.rule(), e.name()};
    }
    throw std::runtime_error("not refused: " + std::string(sql));
  }
};

}  // namespace stagecoach::db
