#include "sales/team/absence/absence_store.h"

#include <cassert>

#include "sales/team/stale.h"
#include "sales/team/team_store.h"

namespace stagecoach::sales {
namespace {

#define ABSENCE_COLUMNS "id, user_id, deputy_id, first_day, last_day, version"

Absence absence_from(const db::Row& row) {
  return {row.id<AbsenceId>(0), row.id<UserId>(1), row.optional_id<UserId>(2),
          row.date(3),          row.date(4),       row.integer(5)};
}

AbsenceSet as_set(const Absence& absence) {
  return {absence.id, absence.deputy_id, absence.from, absence.to};
}

}  // namespace

std::vector<Absence> list_absences(db::Connection& connection, Date day) {
  constexpr std::string_view kList =
      "SELECT " ABSENCE_COLUMNS " FROM absences WHERE last_day >= $1 ORDER BY first_day, id";
  std::vector<Absence> absences;
  connection.each(
      kList, [&](const db::Row& row) { absences.push_back(absence_from(row)); }, day);
  return absences;
}

std::vector<Absence> absences_on(db::Connection& connection, Date day) {
  constexpr std::string_view kList =
      "SELECT a.id, a.user_id, d.id, a.first_day, a.last_day, a.version FROM absences a "
      "LEFT JOIN users d ON d.id = a.deputy_id AND d.active = TRUE "
      "WHERE a.last_day >= $1 AND a.first_day <= $1 ORDER BY a.first_day, a.id";
  std::vector<Absence> absences;
  connection.each(
      kList, [&](const db::Row& row) { absences.push_back(absence_from(row)); }, day);
  return absences;
}

std::optional<Absence> find_absence(db::Connection& connection, AbsenceId id) {
  constexpr std::string_view kFind = "SELECT " ABSENCE_COLUMNS " FROM absences WHERE id = $1";
  return connection.first(kFind, absence_from, id);
}

bool overlaps(db::Connection& connection, const Absence& absence) {
  constexpr std::string_view kFind =
      "SELECT 1 FROM absences WHERE user_id = $1 AND id <> $2 AND first_day <= $4 "
      "AND last_day >= $3";
  return connection
      .first(
          kFind, [](const db::Row&) { return true; }, absence.user_id, absence.id, absence.from,
          absence.to)
      .has_value();
}

void insert_absence(journal::Work& work, Absence& absence) {
  constexpr std::string_view kInsert =
      "INSERT INTO absences (user_id, deputy_id, first_day, last_day, version, created_at) "
      "VALUES ($1, $2, $3, $4, 1, $5) RETURNING id";
  const auto id = work.tx.first(
      kInsert, [](const db::Row& row) { return row.id<AbsenceId>(0); }, absence.user_id,
      absence.deputy_id, absence.from, absence.to, work.now);
  assert(id.has_value());
  absence.id = *id;
  absence.version = 1;
  note_change_of_reach(work);
  work.append(about_user(absence.user_id, as_set(absence)));
}

Result<void> save_absence(journal::Work& work, Absence& absence, const AbsenceSet& why) {
  constexpr std::string_view kUpdate =
      "UPDATE absences SET deputy_id = $3, first_day = $4, last_day = $5, version = version + 1 "
      "WHERE id = $1 AND version = $2";
  if (work.tx.execute(kUpdate, absence.id, absence.version, absence.deputy_id, absence.from,
                      absence.to) == 0)
    return stale_record();
  ++absence.version;
  note_change_of_reach(work);
  work.append(about_user(absence.user_id, why));
  return {};
}

Result<void> delete_absence(journal::Work& work, const Absence& absence,
                            const AbsenceRemoved& why) {
  constexpr std::string_view kDelete = "DELETE FROM absences WHERE id = $1 AND version = $2";
  if (work.tx.execute(kDelete, absence.id, absence.version) == 0) return stale_record();
  note_change_of_reach(work);
  work.append(about_user(absence.user_id, why));
  return {};
}

}  // namespace stagecoach::sales
