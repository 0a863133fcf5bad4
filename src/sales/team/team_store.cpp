#include "sales/team/team_store.h"

#include <cassert>

#include "sales/team/identity_keys.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

#define TEAM_COLUMNS "id, name, parent_id, version"

Team team_from(const db::Row& row) {
  return {row.id<TeamId>(0), row.string(1), row.optional_id<TeamId>(2), row.integer(3)};
}

// A new team lies below its parent and below whatever that lies below.
void enter_reach(journal::Work& work, TeamId team, std::optional<TeamId> parent) {
  constexpr std::string_view kEnter =
      "INSERT INTO team_reach (ancestor_id, team_id) "
      "SELECT ancestor_id, CAST($1 AS BIGINT) FROM team_reach WHERE team_id = $2 "
      "UNION ALL SELECT CAST($1 AS BIGINT), CAST($1 AS BIGINT)";
  work.tx.execute(kEnter, team, parent.value_or(TeamId()));
}

// The whole branch leaves what it lay below and goes below the new parent.
void move_reach(journal::Work& work, TeamId team, std::optional<TeamId> parent) {
  constexpr std::string_view kLeave =
      "DELETE FROM team_reach "
      "WHERE team_id IN (SELECT team_id FROM team_reach WHERE ancestor_id = $1) "
      "AND ancestor_id NOT IN (SELECT team_id FROM team_reach WHERE ancestor_id = $1)";
  constexpr std::string_view kEnter =
      "INSERT INTO team_reach (ancestor_id, team_id) "
      "SELECT above.ancestor_id, branch.team_id FROM team_reach above, team_reach branch "
      "WHERE above.team_id = $2 AND branch.ancestor_id = $1";
  work.tx.execute(kLeave, team);
  if (parent) work.tx.execute(kEnter, team, *parent);
}

}  // namespace

std::optional<Team> find_team(db::Connection& connection, TeamId id) {
  constexpr std::string_view kFind =
      "SELECT " TEAM_COLUMNS " FROM teams WHERE id = $1 AND deleted_at IS NULL";
  return connection.first(kFind, team_from, id);
}

std::optional<Team> find_team_by_name(db::Connection& connection, std::string_view name_key,
                                      std::optional<TeamId> parent) {
  constexpr std::string_view kFind =
      "SELECT " TEAM_COLUMNS
      " FROM teams WHERE name_key = $1 AND COALESCE(parent_id, 0) = $2 "
      "AND deleted_at IS NULL ORDER BY id LIMIT 1";
  return connection.first(kFind, team_from, name_key, parent.value_or(TeamId()));
}

std::vector<Team> list_teams(db::Connection& connection) {
  constexpr std::string_view kList =
      "SELECT " TEAM_COLUMNS " FROM teams WHERE deleted_at IS NULL ORDER BY id";
  std::vector<Team> teams;
  connection.each(kList, [&](const db::Row& row) { teams.push_back(team_from(row)); });
  return teams;
}

void lock_teams(journal::Work& work) {
  work.tx.lock_until_commit("teams");
}

bool is_below(db::Connection& connection, TeamId team, TeamId ancestor) {
  constexpr std::string_view kFind =
      "SELECT 1 FROM team_reach WHERE ancestor_id = $1 AND team_id = $2";
  return connection
      .first(
          kFind, [](const db::Row&) { return true; }, ancestor, team)
      .has_value();
}

std::vector<std::pair<TeamId, TeamId>> list_reach(db::Connection& connection) {
  constexpr std::string_view kList =
      "SELECT ancestor_id, team_id FROM team_reach ORDER BY ancestor_id, team_id";
  std::vector<std::pair<TeamId, TeamId>> pairs;
  connection.each(
      kList, [&](const db::Row& row) { pairs.emplace_back(row.id<TeamId>(0), row.id<TeamId>(1)); });
  return pairs;
}

std::map<TeamId, Reach> reaches_of_teams(db::Connection& connection) {
  std::map<TeamId, std::vector<TeamId>> lists;
  for (const auto& [ancestor, team] : list_reach(connection)) lists[ancestor].push_back(team);
  std::map<TeamId, Reach> reaches;
  for (auto& [ancestor, teams] : lists)
    reaches[ancestor] = std::make_shared<const std::vector<TeamId>>(std::move(teams));
  return reaches;
}

std::int64_t teams_version(db::Connection& connection) {
  constexpr std::string_view kFind = "SELECT teams_version FROM organization WHERE id = 1";
  return connection.first(kFind, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

void note_change_of_reach(journal::Work& work) {
  constexpr std::string_view kCount =
      "UPDATE organization SET teams_version = teams_version + 1 WHERE id = 1";
  work.tx.execute(kCount);
}

bool is_team_in_use(db::Connection& connection, TeamId team) {
  constexpr std::string_view kFind =
      "SELECT 1 FROM users WHERE team_id = $1 "
      "UNION ALL SELECT 1 FROM teams WHERE parent_id = $1 AND deleted_at IS NULL LIMIT 1";
  return connection
      .first(
          kFind, [](const db::Row&) { return true; }, team)
      .has_value();
}

TeamId insert_team(journal::Work& work, const Team& team) {
  constexpr std::string_view kInsert =
      "INSERT INTO teams (name, name_key, parent_id, version, created_at) "
      "VALUES ($1, $2, $3, 1, $4) RETURNING id";
  const auto id = work.tx.first(
      kInsert, [](const db::Row& row) { return row.id<TeamId>(0); }, team.name,
      folded_key(team.name), team.parent_id, work.now);
  assert(id.has_value());
  enter_reach(work, *id, team.parent_id);
  note_change_of_reach(work);
  work.append(about_team(*id, TeamCreated{team.name, team.parent_id}));
  return *id;
}

Result<void> save_team(journal::Work& work, Team& team, std::vector<journal::Draft> why) {
  constexpr std::string_view kUpdate =
      "UPDATE teams SET name = $3, name_key = $4, parent_id = $5, version = version + 1 "
      "WHERE id = $1 AND version = $2 AND deleted_at IS NULL";
  const std::int64_t rows = work.tx.execute(kUpdate, team.id, team.version, team.name,
                                            folded_key(team.name), team.parent_id);
  if (rows == 0) return stale_record();
  ++team.version;
  move_reach(work, team.id, team.parent_id);
  note_change_of_reach(work);
  for (journal::Draft& draft : why) work.append(std::move(draft));
  return {};
}

Result<void> delete_team(journal::Work& work, const Team& team, const TeamDeleted& why) {
  constexpr std::string_view kDelete =
      "UPDATE teams SET deleted_at = $3, version = version + 1 "
      "WHERE id = $1 AND version = $2 AND deleted_at IS NULL";
  if (work.tx.execute(kDelete, team.id, team.version, work.now) == 0) return stale_record();
  note_change_of_reach(work);
  work.append(about_team(team.id, why));
  return {};
}

}  // namespace stagecoach::sales
