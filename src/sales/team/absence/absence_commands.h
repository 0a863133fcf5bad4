// Being away: for oneself, or for people whom one manages.
#pragma once

#include <array>
#include <optional>

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/team/absence/absence.h"

namespace stagecoach::sales {

struct SetAbsence {
  std::optional<UserId> user_id;  // absent: oneself
  std::optional<UserId> deputy_id;
  Date from;
  Date to;
};
BOOST_DESCRIBE_STRUCT(SetAbsence, (), (user_id, deputy_id, from, to))

struct ChangeAbsence {
  json::Patch<UserId> deputy_id;
  json::Maybe<Date> from;
  json::Maybe<Date> to;
};
BOOST_DESCRIBE_STRUCT(ChangeAbsence, (), (deputy_id, from, to))

// invalid: it ends before it begins or today, lasts longer than a year, no such active deputy, or
// the deputy is who is away. conflict: he is away then already. forbidden: neither himself nor one
// whom the actor manages (grants.h).
Result<Absence> set_absence(journal::Work& work, const SetAbsence& wish);
// As above; stale: `version` is not the stored one.
Result<Absence> change_absence(journal::Work& work, AbsenceId id, std::int64_t version,
                               const ChangeAbsence& wish);
Result<void> remove_absence(journal::Work& work, AbsenceId id, std::int64_t version);

}  // namespace stagecoach::sales
