// Finds what bit rot or a hand changed: walks the hash chain of the journal.
#pragma once

#include <optional>

#include "journal/event.h"
#include "platform/base/phrase.h"
#include "platform/db/connection.h"

namespace stagecoach::journal {

struct Verification {
  std::int64_t events = 0;
  std::optional<Seq> broken_at;  // the first event whose content, order or hash is not as recorded
  Message finding;               // one sentence either way
};

Verification verify_chain(db::Connection& connection);

}  // namespace stagecoach::journal
