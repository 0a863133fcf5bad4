// Reading the columns of an event, for the statements of this room.
#pragma once

#include "journal/event.h"
#include "platform/db/row.h"

namespace stagecoach::journal {

// Every query of events selects these columns first, in this order.
#define EVENT_COLUMNS \
  "seq, recorded_at, effective_at, actor_id, cause_seq, kind, subject_kind, subject_id, data"

// Fills `event`, reusing its strings' storage.
inline void read_into(Event& event, const db::Row& row) {
  event.seq = row.integer(0);
  event.recorded_at = from_millis(row.integer(1));
  event.effective_at = from_millis(row.integer(2));
  event.actor = row.optional<UserId>(3).value_or(UserId());
  event.cause = row.optional_integer(4);
  event.kind = row.text(5);
  event.subject_kind = row.text(6);
  event.subject_id = row.integer(7);
  event.data = row.text(8);
}

}  // namespace stagecoach::journal
