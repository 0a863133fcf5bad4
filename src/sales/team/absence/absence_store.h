// Absences in the database.
#pragma once

#include <optional>
#include <vector>

#include "journal/commands.h"
#include "sales/team/absence/absence_events.h"

namespace stagecoach::sales {

// Those that are not over on `day`, by their first day.
std::vector<Absence> list_absences(db::Connection& connection, Date day);
// Those of that very day; a deputy who was deactivated is left out of them.
std::vector<Absence> absences_on(db::Connection& connection, Date day);
std::optional<Absence> find_absence(db::Connection& connection, AbsenceId id);
// Whether another of this person shares a day with it.
bool overlaps(db::Connection& connection, const Absence& absence);

// `absence.id` is given by the database.
void insert_absence(journal::Work& work, Absence& absence);
// Over the version that it carries, which becomes the new one. stale: somebody saved first.
Result<void> save_absence(journal::Work& work, Absence& absence, const AbsenceSet& why);
Result<void> delete_absence(journal::Work& work, const Absence& absence, const AbsenceRemoved& why);

}  // namespace stagecoach::sales
