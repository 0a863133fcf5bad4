// On whom a deal waits: a clock inside its stage, so that a slow approval is not taken for a slow
// salesperson. It is kept when the deal changes its stage; a visit's share of it is where the two
// overlap.
#pragma once

#include "journal/commands.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

struct WaitOn {
  WaitingOn on = WaitingOn::us;
  std::optional<Instant> since;  // absent: now
};
BOOST_DESCRIBE_STRUCT(WaitOn, (), (on, since))

// What a person says. Refusals as in deal_commands.h; refused: since a time in the future, or
// before the deal began to wait on whom it waits on now.
Result<Deal> set_waiting_on(journal::Work& work, DealId id, std::int64_t version,
                            const WaitOn& wish);

// For other commands, inside their own unit of work: saves that `deal`, which they have loaded,
// waits on somebody else from now on, with the event that tells of it. Returns the deal with its
// new version, or as it is where it waits on him already. Who may is the caller's to check.
Result<Deal> let_wait_on(journal::Work& work, const Deal& deal, WaitingOn on);

// Takes back a DealWaitingOnChanged. Conflict: the deal waits on somebody else since.
Result<Deal> undo_waiting_on(journal::Work& work, const journal::Event& event);

}  // namespace stagecoach::sales
