// What one hand-over gave away and nothing has happened to since: what an undo of it gives back.
#pragma once

#include <string_view>

#include "journal/event.h"
#include "platform/db/sql_text.h"

namespace stagecoach::sales {

struct Handed {
  journal::Seq cause = 0;  // the RecordsHandedOver
  journal::Seq last = 0;   // the last event of the same command
};

// " AND …" for an UPDATE of `table`: the rows that an event of this kind about this kind of subject
// told of, led to by the cause, and no later event does.
db::SqlText& add_untouched(db::SqlText& to, const Handed& handed, std::string_view table,
                           std::string_view subject, std::string_view kind);

}  // namespace stagecoach::sales
