#include "sales/team/absence/deputies.h"

#include <algorithm>

#include "sales/team/absence/absence_store.h"
#include "sales/team/people.h"
#include "sales/team/team_store.h"

namespace stagecoach::sales {
namespace {

Date day_at(db::Connection& connection, Instant at) {
  return date_of(organization_zone(connection).to_civil(at));
}

}  // namespace

TimeZone organization_zone(db::Connection& connection) {
  const auto organization = find_organization(connection);
  if (!organization) return TimeZone();
  return TimeZone::find(organization->time_zone).value_or(TimeZone());
}

std::optional<UserId> stand_in_for(db::Connection& connection, UserId who, Instant at) {
  const Date day = day_at(connection, at);
  return stand_in(absences_on(connection, day), who, day);
}

std::vector<UserId> absent_behind(db::Connection& connection, UserId deputy, Instant at) {
  const Date day = day_at(connection, at);
  return absent_behind(absences_on(connection, day), deputy, day);
}

std::optional<Viewer> viewer_behind(db::Connection& connection, UserId deputy, UserId absent,
                                    Instant at) {
  if (stand_in_for(connection, absent, at) != deputy) return std::nullopt;
  const auto user = find_user(connection, absent);
  if (!user) return std::nullopt;
  std::vector<TeamId> reach;
  for (const auto& [ancestor, team] : list_reach(connection))
    if (ancestor == user->team_id) reach.push_back(team);
  Viewer viewer = Viewer::of(*user, Viewer::By::read_token,
                             std::make_shared<const std::vector<TeamId>>(std::move(reach)));
  viewer.permissions = {};
  return viewer;
}

}  // namespace stagecoach::sales
