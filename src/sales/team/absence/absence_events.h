// What the journal records of absences. The subject is who is away.
#pragma once

#include "sales/team/absence/absence.h"
#include "sales/team/team_events.h"

namespace stagecoach::sales {

struct AbsenceSet {
  static constexpr std::string_view kKind = "user.absence_set";
  AbsenceId absence_id;
  std::optional<UserId> deputy_id;
  Date from;
  Date to;
};
BOOST_DESCRIBE_STRUCT(AbsenceSet, (), (absence_id, deputy_id, from, to))
struct AbsenceRemoved {
  static constexpr std::string_view kKind = "user.absence_removed";
  AbsenceId absence_id;
};
BOOST_DESCRIBE_STRUCT(AbsenceRemoved, (), (absence_id))

}  // namespace stagecoach::sales
