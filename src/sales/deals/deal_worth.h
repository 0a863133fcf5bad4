// What deals are worth and whose they are, for figures that are about neither.
#pragma once

#include <optional>
#include <vector>

#include "platform/db/connection.h"
#include "sales/deals/deal.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// What a won deal of the pipeline brings on average, of those the viewer sees, in the currency most
// of them have. Deals without an amount do not count. Read from the kept totals.
std::optional<Money> mean_won_amount(db::Connection& connection, const Viewer& viewer,
                                     const Pipeline& pipeline, std::optional<UserId> owner,
                                     std::optional<TeamId> team);

struct DealAccount {
  DealId deal;
  AccountId account;
};
// The account of every deal that has one, in the order of the deals. Read from an index.
std::vector<DealAccount> accounts_of_deals(db::Connection& connection);

}  // namespace stagecoach::sales
