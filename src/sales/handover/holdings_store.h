// What somebody owns: what has to go to others when he leaves.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>

#include "platform/db/connection.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// Without what was deleted.
struct Holdings {
  std::int64_t open_deals = 0;
  std::int64_t closed_deals = 0;
  std::int64_t accounts = 0;
  std::int64_t contacts = 0;
  std::int64_t activities = 0;  // planned, not done
};
BOOST_DESCRIBE_STRUCT(Holdings, (), (open_deals, closed_deals, accounts, contacts, activities))

Holdings holdings_of(db::Connection& connection, UserId user);

}  // namespace stagecoach::sales
