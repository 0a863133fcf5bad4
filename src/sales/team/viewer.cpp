#include "sales/team/viewer.h"

#include <algorithm>
#include <cassert>

namespace stagecoach::sales {

bool Viewer::reaches(TeamId other) const {
  return reach && other && std::binary_search(reach->begin(), reach->end(), other);
}

Viewer Viewer::of(const User& user, const RoleRights& rights, By by, Reach reach) {
  Viewer viewer;
  viewer.user = user.id;
  viewer.language = user.lang;
  viewer.role = user.role;
  viewer.role_key = user.role_key;
  viewer.changes = rights.changes;
  viewer.visibility = user.visibility;
  viewer.team = user.team_id.value_or(TeamId());
  viewer.by = by;
  viewer.permissions = permissions_of(rights, user.visibility);
  if (by == By::read_token) viewer.permissions = viewer.permissions.reading_only();
  viewer.reach = std::move(reach);
  return viewer;
}

const Viewer& Viewer::system() {
  static const Viewer kSystem = [] {
    Viewer viewer;
    viewer.role = Role::owner;
    viewer.role_key = "owner";
    viewer.changes = Visibility::all;
    viewer.visibility = Visibility::all;
    viewer.by = By::system;
    viewer.permissions = Permissions::all();
    return viewer;
  }();
  return kSystem;
}

const Viewer& viewer_of(const http::Identity& identity) {
  if (const auto* viewer = dynamic_cast<const Viewer*>(&identity)) return *viewer;
  // Work done for nobody in particular runs as a plain Actor without a user.
  [[maybe_unused]] const auto* actor = dynamic_cast<const journal::Actor*>(&identity);
  assert(actor != nullptr && !actor->user);
  return Viewer::system();
}

}  // namespace stagecoach::sales
