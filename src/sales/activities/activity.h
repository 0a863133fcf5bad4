// What people do with customers: calls, e-mails, meetings, demos, tasks, notes.
//
// An activity is planned (it has a due time) or done. The open one that is due first is the next
// step of its deal.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "sales/deals/deal.h"

namespace stagecoach::sales {

struct Activity {
  ActivityId id;
  std::int64_t version = 1;
  std::optional<DealId> deal_id;
  std::optional<AccountId> account_id;
  std::optional<ContactId> contact_id;
  UserId owner_id;
  ActivityKind kind = ActivityKind::task;
  std::optional<Direction> direction;
  std::string subject;
  std::string body;
  std::optional<Instant> due;
  std::optional<Instant> done_at;
  Instant created_at;
  bool operator==(const Activity&) const = default;
};
BOOST_DESCRIBE_STRUCT(Activity, (),
                      (id, version, deal_id, account_id, contact_id, owner_id, kind, direction,
                       subject, body, due, done_at, created_at))

}  // namespace stagecoach::sales
