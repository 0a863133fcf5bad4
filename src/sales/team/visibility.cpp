#include "sales/team/visibility.h"

#include <algorithm>

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchRecord{"record.not_found", "There is no such record.", "记录不存在。"};
constexpr Phrase kMayNotWrite{"record.forbidden", "You may see this record but not change it.",
                              "您可以查看此记录，但无权修改。"};

bool changes_everything(const Viewer& viewer) {
  if (viewer.visibility != Visibility::all) return false;
  return viewer.changes == Visibility::all || (viewer.changes == Visibility::team && !viewer.team);
}

const std::vector<StandIn>& stand_ins(const Viewer& viewer) {
  static const std::vector<StandIn> kNobody;
  return viewer.stands_in_for ? *viewer.stands_in_for : kNobody;
}

bool leads_team(const StandIn& stand_in) {
  return stand_in.leads && stand_in.absent->visibility == Visibility::team;
}

// " = $3" or " IN ($3, $4)"; `next` goes on behind them.
std::string one_of(std::size_t count, int& next) {
  if (count == 1) return " = $" + std::to_string(next++);
  std::string text = " IN (";
  for (std::size_t i = 0; i < count; ++i) text += (i ? ", $" : "$") + std::to_string(next++);
  return text + ")";
}

std::string column(std::string_view alias, std::string_view name) {
  std::string text(alias);
  text += '.';
  text += name;
  return text;
}

}  // namespace

SeenBy seen_by(const Viewer& viewer, std::string_view alias, int first_parameter) {
  SeenBy seen;
  if (sees_everything(viewer)) {
    seen.condition = "TRUE";
    return seen;
  }
  std::vector<std::int64_t> teams;
  seen.values.push_back(viewer.user.value);
  if (viewer.visibility == Visibility::team) teams.push_back(viewer.team.value);
  for (const StandIn& each : stand_ins(viewer)) {
    seen.values.push_back(each.absent->user.value);
    if (leads_team(each)) teams.push_back(each.absent->team.value);
  }
  int next = first_parameter;
  seen.condition = column(alias, "owner_id") + one_of(seen.values.size(), next);
  if (teams.empty()) return seen;
  seen.condition = "(" + seen.condition + " OR " + column(alias, "team_id") +
                   " IN (SELECT team_id FROM team_reach WHERE ancestor_id" +
                   one_of(teams.size(), next) + "))";
  seen.values.insert(seen.values.end(), teams.begin(), teams.end());
  return seen;
}

db::SqlText& add_seen(db::SqlText& to, const Viewer& viewer, std::string_view alias) {
  const SeenBy seen = seen_by(viewer, alias, to.next_parameter());
  return to.add_clause(seen.condition, std::span(seen.values));
}

bool sees_everything(const Viewer& viewer) {
  if (viewer.visibility == Visibility::all) return true;
  const auto& behind = stand_ins(viewer);
  return std::any_of(behind.begin(), behind.end(), [](const StandIn& each) {
    return each.leads && each.absent->visibility == Visibility::all;
  });
}

bool covers(const StandIn& stand_in, UserId owner, TeamId team) {
  return owner == stand_in.absent->user ||
         (stand_in.leads && may_see(*stand_in.absent, owner, team));
}

bool may_see(const Viewer& viewer, UserId owner, TeamId team) {
  if (owner == viewer.user || viewer.visibility == Visibility::all) return true;
  if (viewer.visibility == Visibility::team && viewer.reaches(team)) return true;
  const auto& behind = stand_ins(viewer);
  return std::any_of(behind.begin(), behind.end(),
                     [&](const StandIn& each) { return covers(each, owner, team); });
}

bool may_write(const Viewer& viewer, UserId owner, TeamId team, Permission verb) {
  if (may_give_away(viewer, owner, team, verb)) return true;
  if (!viewer.has(verb)) return false;
  const auto& behind = stand_ins(viewer);
  return std::any_of(behind.begin(), behind.end(), [&](const StandIn& each) {
    return covers(each, owner, team) && may_write(*each.absent, owner, team, verb);
  });
}

bool may_give_away(const Viewer& viewer, UserId owner, TeamId team, Permission verb) {
  if (!viewer.has(verb)) return false;
  if (owner == viewer.user || changes_everything(viewer)) return true;
  return viewer.changes != Visibility::own && viewer.visibility != Visibility::own &&
         viewer.reaches(team);
}

Result<void> authorize_read(const Viewer& viewer, UserId owner, TeamId team) {
  if (!may_see(viewer, owner, team)) return no_such_record();
  return {};
}

Result<void> authorize_write(const Viewer& viewer, UserId owner, TeamId team, Permission verb) {
  if (!may_see(viewer, owner, team)) return no_such_record();
  if (!may_write(viewer, owner, team, verb)) return may_not_write();
  return {};
}

Error no_such_record() {
  return {Error::Code::not_found, kNoSuchRecord};
}

Error may_not_write() {
  return {Error::Code::forbidden, kMayNotWrite};
}

bool may_assign_to(const Viewer& viewer, UserId owner, TeamId team) {
  if (!viewer.has(Permission::deals_write) && !viewer.has(Permission::accounts_write)) return false;
  if (owner == viewer.user) return true;
  return viewer.has(Permission::deals_assign) &&
         (changes_everything(viewer) || viewer.reaches(team));
}

}  // namespace stagecoach::sales
