#include "sales/team/grants.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNotYours{"user.beyond_reach", "This person or team is beyond your reach.",
                           "此人员或团队不在您的管理范围内。"};
constexpr Phrase kRoleBeyond{"user.role_beyond", "You can only make somebody a rep or a viewer.",
                             "您只能将他人设为销售或只读成员。"};
constexpr Phrase kRightsBeyond{"user.rights_beyond",
                               "You cannot give a role that may do what you may not.",
                               "您不能授予权限超出您自己的角色。"};
constexpr Phrase kVisibilityBeyond{"user.visibility_beyond",
                                   "You cannot let somebody see more than you see yourself.",
                                   "您不能授予他人超出您自己的可见范围。"};
constexpr Phrase kNotOneself{
    "user.not_oneself", "Your own role, visibility, team and state are changed by somebody else.",
    "您自己的角色、可见范围、团队和状态须由他人更改。"};
constexpr Phrase kMayNotManage{"user.may_not_manage", "You may not manage people or teams.",
                               "您无权管理人员或团队。"};

bool reaches_everybody(const Viewer& viewer) {
  return viewer.role == Role::owner || (!viewer.team && viewer.visibility == Visibility::all);
}

bool is_subordinate(Role role) {
  return role == Role::rep || role == Role::viewer;
}

bool same_rights(const User& a, const User& b) {
  return a.role == b.role && a.role_key == b.role_key && a.visibility == b.visibility &&
         a.team_id == b.team_id && a.active == b.active;
}

Error forbidden(const Phrase& phrase) {
  return {Error::Code::forbidden, phrase};
}

}  // namespace

Result<void> may_grant(const Viewer& viewer, const std::optional<User>& before, const User& after,
                       const Roles& roles) {
  if (!viewer.has(Permission::users_manage)) return forbidden(kMayNotManage);
  if (viewer.role == Role::owner) return {};
  if (before && before->id == viewer.user) {
    if (!same_rights(*before, after)) return forbidden(kNotOneself);
    return {};
  }
  if (before && !is_subordinate(before->role)) return forbidden(kNotYours);
  if (!is_subordinate(after.role)) return forbidden(kRoleBeyond);
  if (before && !has_all_of(viewer, rights_of(roles, *before))) return forbidden(kNotYours);
  if (!has_all_of(viewer, rights_of(roles, after))) return forbidden(kRightsBeyond);
  if (after.visibility > viewer.visibility) return forbidden(kVisibilityBeyond);
  if (reaches_everybody(viewer)) return {};
  if (before && !viewer.reaches(before->team_id.value_or(TeamId()))) return forbidden(kNotYours);
  if (!viewer.reaches(after.team_id.value_or(TeamId()))) return forbidden(kNotYours);
  return {};
}

Result<void> may_lead(const Viewer& viewer, TeamId team) {
  if (!viewer.has(Permission::users_manage)) return forbidden(kMayNotManage);
  if (reaches_everybody(viewer) || viewer.reaches(team)) return {};
  return forbidden(kNotYours);
}

}  // namespace stagecoach::sales
