// Accounts and contacts go back to who gave them away.
#pragma once

#include "journal/commands.h"
#include "sales/team/handed.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// Those that the hand-over gave to `from`, that are still his and that nothing has happened to
// since; each gets its event, led to by the one at `cause`. Return how many. Who may is the
// caller's to check.
std::int64_t return_accounts(journal::Work& work, const Handed& handed, UserId from, const User& to,
                             std::size_t cause);
std::int64_t return_contacts(journal::Work& work, const Handed& handed, UserId from, const User& to,
                             std::size_t cause);

}  // namespace stagecoach::sales
