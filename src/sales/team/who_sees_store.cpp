#include "sales/team/who_sees.h"

#include <algorithm>
#include <map>

#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/people.h"
#include "sales/team/roles/role_store.h"
#include "sales/team/team_store.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

std::set<UserId> who_sees(db::Connection& connection, const std::vector<UserId>& people,
                          UserId owner, TeamId team, Instant at) {
  std::set<UserId> seeing;
  if (people.empty()) return seeing;
  db::SqlText sql("SELECT id FROM users WHERE active AND id IN ");
  sql.bind_list(people).add(" AND (visibility = 'all' OR id = ").bind(owner);
  sql.add(" OR (visibility = 'team' AND team_id IN (SELECT ancestor_id FROM team_reach WHERE ");
  sql.add("team_id = ").bind(team).add(")))");
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { seeing.insert(row.id<UserId>(0)); });
  for (const auto& [deputy, behind] : stand_ins_at(connection, at))
    if (std::find(people.begin(), people.end(), deputy) != people.end() &&
        std::any_of(behind->begin(), behind->end(),
                    [&](const StandIn& each) { return covers(each, owner, team); }))
      seeing.insert(deputy);
  return seeing;
}

std::optional<Viewer> viewer_of_person(db::Connection& connection, UserId id) {
  const auto user = find_user(connection, id);
  if (!user || !user->active) return std::nullopt;
  std::vector<TeamId> reach;
  for (const auto& [ancestor, team] : list_reach(connection))
    if (ancestor == user->team_id) reach.push_back(team);
  return Viewer::of(*user, rights_of(list_roles(connection), *user), Viewer::By::session,
                    std::make_shared<const std::vector<TeamId>>(std::move(reach)));
}

std::vector<Viewer> people_with(db::Connection& connection, Permission permission, Instant at) {
  const std::map<TeamId, Reach> reaches = reaches_of_teams(connection);
  const Roles roles = list_roles(connection);
  const StandInsByDeputy stand_ins = stand_ins_at(connection, at);
  std::vector<Viewer> people;
  connection.each(
      "SELECT id, role, visibility, team_id, role_key FROM users WHERE active = TRUE ORDER BY id",
      [&](const db::Row& row) {
        User user;
        user.id = row.id<UserId>(0);
        user.role = from_name<Role>(row.text(1)).value_or(Role::viewer);
        user.visibility = from_name<Visibility>(row.text(2)).value_or(Visibility::own);
        user.team_id = row.optional_id<TeamId>(3);
        user.role_key = row.string(4);
        const auto reach = reaches.find(user.team_id.value_or(TeamId()));
        Viewer viewer = Viewer::of(user, rights_of(roles, user), Viewer::By::session,
                                   reach == reaches.end() ? Reach() : reach->second);
        const auto behind = stand_ins.find(user.id);
        if (behind != stand_ins.end()) viewer.stands_in_for = behind->second;
        if (viewer.has(permission)) people.push_back(std::move(viewer));
      });
  return people;
}

}  // namespace stagecoach::sales
