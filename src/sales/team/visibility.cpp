#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchRecord{"record.not_found", "There is no such record.", "记录不存在。"};
constexpr Phrase kMayNotWrite{"record.forbidden", "You may see this record but not change it.",
                              "您可以查看此记录，但无权修改。"};

bool leads_everybody(const Viewer& viewer) {
  if (viewer.role == Role::owner) return true;
  return viewer.role == Role::manager && !viewer.team && viewer.visibility == Visibility::all;
}

std::string column(std::string_view alias, std::string_view name) {
  std::string text(alias);
  text += '.';
  text += name;
  return text;
}

}  // namespace

SeenBy seen_by(const Viewer& viewer, std::string_view alias, int first_parameter) {
  if (viewer.visibility == Visibility::all) return {"TRUE", {}, 0};
  const std::string owned = column(alias, "owner_id") + " = $" + std::to_string(first_parameter);
  if (viewer.visibility == Visibility::own) return {owned, {viewer.user.value, 0}, 1};
  return {"(" + owned + " OR " + column(alias, "team_id") +
              " IN (SELECT team_id FROM team_reach WHERE ancestor_id = $" +
              std::to_string(first_parameter + 1) + "))",
          {viewer.user.value, viewer.team.value},
          2};
}

db::SqlText& add_seen(db::SqlText& to, const Viewer& viewer, std::string_view alias) {
  const SeenBy seen = seen_by(viewer, alias, to.next_parameter());
  return to.add_clause(seen.condition, std::span(seen.values).first(size_t(seen.count)));
}

bool may_see(const Viewer& viewer, UserId owner, TeamId team) {
  switch (viewer.visibility) {
    case Visibility::all:
      return true;
    case Visibility::team:
      return owner == viewer.user || viewer.reaches(team);
    case Visibility::own:
      return owner == viewer.user;
  }
  return false;
}

bool may_write(const Viewer& viewer, UserId owner, TeamId team) {
  if (!viewer.has(Permission::deals_write) || !may_see(viewer, owner, team)) return false;
  if (owner == viewer.user || leads_everybody(viewer)) return true;
  return viewer.role == Role::manager && viewer.reaches(team);
}

Result<void> authorize_read(const Viewer& viewer, UserId owner, TeamId team) {
  if (!may_see(viewer, owner, team)) return no_such_record();
  return {};
}

Result<void> authorize_write(const Viewer& viewer, UserId owner, TeamId team) {
  if (!may_see(viewer, owner, team)) return no_such_record();
  if (!may_write(viewer, owner, team)) return may_not_write();
  return {};
}

Error no_such_record() {
  return {Error::Code::not_found, kNoSuchRecord};
}

Error may_not_write() {
  return {Error::Code::forbidden, kMayNotWrite};
}

bool may_assign_to(const Viewer& viewer, UserId owner, TeamId team) {
  if (!viewer.has(Permission::deals_write)) return false;
  if (owner == viewer.user || leads_everybody(viewer)) return true;
  return viewer.has(Permission::deals_assign) && viewer.reaches(team);
}

}  // namespace stagecoach::sales
