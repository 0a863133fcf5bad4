#include "sales/team/who_sees.h"

#include "platform/db/sql_text.h"

namespace stagecoach::sales {

std::set<UserId> who_sees(db::Connection& connection, const std::vector<UserId>& people,
                          UserId owner, TeamId team) {
  std::set<UserId> seeing;
  if (people.empty()) return seeing;
  db::SqlText sql("SELECT id FROM users WHERE active AND id IN ");
  sql.bind_list(people).add(" AND (visibility = 'all' OR id = ").bind(owner);
  sql.add(" OR (visibility = 'team' AND team_id IN (SELECT ancestor_id FROM team_reach WHERE ");
  sql.add("team_id = ").bind(team).add(")))");
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { seeing.insert(row.id<UserId>(0)); });
  return seeing;
}

}  // namespace stagecoach::sales
