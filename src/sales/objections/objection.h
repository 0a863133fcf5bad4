// What a customer holds against buying: the worry in his words, our answer, and what came of it.
#pragma once

#include <optional>
#include <string>

#include "sales/deals/deal.h"
#include "sales/deals/filed_events.h"

namespace stagecoach::sales {

struct Objection {
  ObjectionId id;
  std::int64_t version = 1;
  DealId deal_id;
  ObjectionKind kind = ObjectionKind::other;
  std::string worry;      // in their words
  bool blocking = false;  // the deal does not go on while it is open
  std::string answer;
  ObjectionResult result = ObjectionResult::open;
  Date raised_on;
  std::optional<Date> answered_on;  // known where it is not open
  Instant created_at;
  bool operator==(const Objection&) const = default;
};
BOOST_DESCRIBE_STRUCT(Objection, (),
                      (id, version, deal_id, kind, worry, blocking, answer, result, raised_on,
                       answered_on, created_at))

}  // namespace stagecoach::sales
