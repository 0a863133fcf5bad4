// Who reads or writes: the one value that every permission and every visibility is decided from.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "journal/commands.h"
#include "sales/team/permission.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// The teams that lie below a team, itself included, in ascending order. Shared by all its members.
using Reach = std::shared_ptr<const std::vector<TeamId>>;

// Immutable after it was made, and shared between threads. `user` and `language` come from Actor.
class Viewer : public journal::Actor {
 public:
  // How this person proved who he is. A token acts within its scope and cannot manage the account
  // it belongs to.
  enum class By { session, read_token, write_token, system };

  Role role = Role::viewer;
  Visibility visibility = Visibility::own;
  TeamId team;  // none = in no team
  By by = By::session;
  Permissions permissions;
  Reach reach;  // of `team`; empty where there is no team

  bool has(Permission permission) const { return permissions.has(permission); }
  bool reaches(TeamId other) const;

  // The system itself: demo data, maintenance, the command line. Sees and may do everything.
  static const Viewer& system();
};

// The viewer behind a request or a unit of work (`viewer_of(work.actor)`); the system where the
// actor is the system.
// REQUIRES: the route's rule needs a sign-in.
const Viewer& viewer_of(const http::Identity& identity);

}  // namespace stagecoach::sales
