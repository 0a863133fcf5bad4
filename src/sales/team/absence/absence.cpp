#include "sales/team/absence/absence.h"

#include <algorithm>

namespace stagecoach::sales {
namespace {

const Absence* absence_of(const std::vector<Absence>& absences, UserId who, Date day) {
  const auto found = std::find_if(absences.begin(), absences.end(), [&](const Absence& each) {
    return each.user_id == who && each.from <= day && day <= each.to;
  });
  return found == absences.end() ? nullptr : &*found;
}

}  // namespace

std::optional<UserId> stand_in(const std::vector<Absence>& absences, UserId who, Date day) {
  const Absence* away = absence_of(absences, who, day);
  if (!away) return std::nullopt;
  // No longer than there are absences: deputies who point at each other lead nowhere.
  for (std::size_t step = 0; step < absences.size(); ++step) {
    if (!away->deputy_id || *away->deputy_id == who) return std::nullopt;
    const UserId deputy = *away->deputy_id;
    away = absence_of(absences, deputy, day);
    if (!away) return deputy;
  }
  return std::nullopt;
}

std::vector<UserId> absent_behind(const std::vector<Absence>& absences, UserId deputy, Date day) {
  std::vector<UserId> absent;
  for (const Absence& each : absences)
    if (stand_in(absences, each.user_id, day) == deputy) absent.push_back(each.user_id);
  std::sort(absent.begin(), absent.end());
  absent.erase(std::unique(absent.begin(), absent.end()), absent.end());
  return absent;
}

}  // namespace stagecoach::sales
