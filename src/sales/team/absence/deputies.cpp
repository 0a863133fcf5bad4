#include "sales/team/absence/deputies.h"

#include <algorithm>

#include "sales/team/absence/absence_store.h"
#include "sales/team/people.h"
#include "sales/team/roles/role_store.h"
#include "sales/team/team_store.h"

namespace stagecoach::sales {
namespace {

Date day_at(db::Connection& connection, Instant at) {
  return date_of(organization_zone(connection).to_civil(at));
}

bool leads(const Viewer& person) {
  return person.has(Permission::gates_override);
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

StandInsByDeputy stand_ins_on(db::Connection& connection, Date day,
                              const std::map<TeamId, Reach>& below, const Roles& roles) {
  const std::vector<Absence> absences = absences_on(connection, day);
  std::vector<std::pair<UserId, UserId>> pairs;  // deputy, absent
  std::vector<UserId> ids;
  for (const Absence& each : absences)
    if (const auto deputy = stand_in(absences, each.user_id, day)) {
      pairs.emplace_back(*deputy, each.user_id);
      ids.insert(ids.end(), {*deputy, each.user_id});
    }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::map<UserId, std::shared_ptr<const Viewer>> people;
  for (const User& user : find_users(connection, ids)) {
    if (!user.active) continue;
    const auto reach = user.team_id ? below.find(*user.team_id) : below.end();
    people[user.id] =
        std::make_shared<const Viewer>(Viewer::of(user, rights_of(roles, user), Viewer::By::session,
                                                  reach == below.end() ? Reach() : reach->second));
  }
  std::map<UserId, std::vector<StandIn>> lists;
  for (const auto& [deputy, absent] : pairs)
    if (people.contains(deputy) && people.contains(absent))
      lists[deputy].push_back({people[absent], leads(*people[deputy]) && leads(*people[absent])});
  StandInsByDeputy all;
  for (auto& [deputy, list] : lists)
    all.emplace(deputy, std::make_shared<const std::vector<StandIn>>(std::move(list)));
  return all;
}

StandInsByDeputy stand_ins_at(db::Connection& connection, Instant at) {
  return stand_ins_on(connection, day_at(connection, at), reaches_of_teams(connection),
                      list_roles(connection));
}

}  // namespace stagecoach::sales
