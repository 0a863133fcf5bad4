// Finds what bit rot or a hand changed: walks the hash chain of the journal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/event.h"
#include "platform/base/phrase.h"
#include "platform/base/result.h"
#include "platform/db/connection.h"

namespace stagecoach::journal {

// An event and its hash. Kept away from the database, it proves later that the journal up to that
// event is the one that was: even who can write to the database cannot replace it.
struct Anchor {
  Seq seq = 0;
  std::string hash;  // bytes

  std::string text() const;  // "1234:9f0c…"
  // invalid: not written by text().
  static Result<Anchor> parse(std::string_view text);
};

struct Verification {
  std::int64_t events = 0;
  std::int64_t redacted = 0;  // those whose data was erased, each vouched for (redaction.h)
  // The first event whose content, order or hash is not as recorded, or that is missing at the end.
  std::optional<Seq> broken_at;
  std::optional<Anchor> newest;  // none: nothing has happened yet, or the journal is broken
  Message finding;               // one sentence either way
};

// Compares the end of the chain with the newest event as every command notes it (journal_head), and
// the event of `kept` with it.
Verification verify_chain(db::Connection& connection, const std::optional<Anchor>& kept = {});

}  // namespace stagecoach::journal
