// Who is away, and who stands in for him meanwhile. Pure.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <vector>

#include "platform/base/time.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

using AbsenceId = Id<struct AbsenceTag>;

// Days of the organisation's time zone, both included. Over by itself when the last has passed.
struct Absence {
  AbsenceId id;
  UserId user_id;
  std::optional<UserId> deputy_id;  // none: away, and nobody stands in
  Date from;
  Date to;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Absence, (), (id, user_id, deputy_id, from, to, version))

// Who stands in for `who` on `day`: his deputy or, where that one is away too, the deputy's, and so
// on. nullopt: he is there, or nobody stands in for him, or the last in the row is away as well.
std::optional<UserId> stand_in(const std::vector<Absence>& absences, UserId who, Date day);

// For whom `deputy` stands in on `day`, by their ids.
std::vector<UserId> absent_behind(const std::vector<Absence>& absences, UserId deputy, Date day);

}  // namespace stagecoach::sales
