// Taking a hand-over back.
#pragma once

#include <boost/describe/class.hpp>
#include <vector>

#include "journal/reader.h"
#include "sales/handover/handover_commands.h"

namespace stagecoach::sales {

struct HandoverUndone {
  HandedOver back;
  std::int64_t kept = 0;  // given then, and something has happened to them since
};
BOOST_DESCRIBE_STRUCT(HandoverUndone, (), (back, kept))

// Gives back what the RecordsHandedOver at `seq` led to: every record that is still with who got it
// and that nothing has happened to since, as it was; the others stay, and are counted. not_found:
// no such hand-over. forbidden: either person is beyond the actor's reach. conflict: who gave is
// deactivated, or nothing of it is left.
Result<HandoverUndone> undo_handover(journal::Work& work, journal::Seq seq);

// One hand-over: what one person got of another's.
struct PastHandover {
  journal::Seq seq = 0;
  Instant at;
  std::optional<UserId> by;
  UserId to_user_id;
  bool undone = false;
};
BOOST_DESCRIBE_STRUCT(PastHandover, (), (seq, at, by, to_user_id, undone))

// Of this person's records, the newest first, at most fifty. Refuses as hand_over does.
Result<std::vector<PastHandover>> past_handovers(db::Connection& connection, const Viewer& viewer,
                                                 UserId of);

}  // namespace stagecoach::sales
