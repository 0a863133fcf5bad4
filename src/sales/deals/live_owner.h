// Whom a deal belongs to, for readers of the journal that must not tell strangers.
#pragma once

#include <optional>

#include "platform/db/connection.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

struct DealOwner {
  UserId user;
  TeamId team;
};

// nullopt: no such deal. A deleted deal still belongs to somebody.
std::optional<DealOwner> owner_of_deal(db::Connection& connection, DealId id);

}  // namespace stagecoach::sales
