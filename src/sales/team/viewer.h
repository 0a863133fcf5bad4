// Who reads or writes: the one value that every permission and every visibility is decided from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/team/permission.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// The teams that lie below a team, itself included, in ascending order. Shared by all its members.
using Reach = std::shared_ptr<const std::vector<TeamId>>;

class Viewer;

// Somebody who is away, and what his deputy has of him meanwhile: what he owns, and where both
// lead, all that he sees. Never more than the absent one may, nor than the deputy's own role
// allows.
struct StandIn {
  std::shared_ptr<const Viewer> absent;
  bool leads = false;
};
// Shared by all requests of the deputy; empty where he stands in for nobody.
using StandIns = std::shared_ptr<const std::vector<StandIn>>;

// Immutable after it was made, and shared between threads. `user` and `language` come from Actor.
class Viewer : public journal::Actor {
 public:
  // How this person proved who he is. A token acts within its scope and cannot manage the account
  // it belongs to. What `by` allows is already taken off `permissions`.
  enum class By { session, read_token, write_token, system };

  Role role = Role::viewer;
  std::string role_key = "viewer";
  Visibility changes = Visibility::own;  // whose records, among those he sees
  Visibility visibility = Visibility::own;
  TeamId team;  // none = in no team
  By by = By::session;
  Permissions permissions;
  Reach reach;                          // of `team`; empty where there is no team
  StandIns stands_in_for;               // today
  std::string credential;               // the hash of the session or token; never the secret itself
  Instant expires_at = Instant::max();  // when that ends at the latest

  bool has(Permission permission) const { return permissions.has(permission); }
  bool reaches(TeamId other) const;

  // A person with the permissions of his role and visibility.
  static Viewer of(const User& user, const RoleRights& rights, By by, Reach reach);
  // The system itself: demo data, maintenance, the command line. Sees and may do everything.
  static const Viewer& system();
};

// The viewer behind a request or a unit of work (`viewer_of(work.actor)`); the system where the
// actor is the system.
// REQUIRES: the route's rule needs a sign-in.
const Viewer& viewer_of(const http::Identity& identity);

}  // namespace stagecoach::sales
