#include "sales/team/devices/device_routes.h"

#include "sales/team/devices/device_commands.h"
#include "sales/team/rules_of_trust.h"

namespace stagecoach::sales {

struct SessionView {
  SessionId id;
  std::string agent;    // as the browser calls itself
  std::string address;  // where it signed in from
  Instant created_at;
  Instant seen_at;
  Instant expires_at;
  bool current = false;  // the one that asks
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (id, agent, address, created_at, seen_at, expires_at, current))

struct SessionList {
  std::vector<SessionView> items;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))

namespace {

using http::Request;

SessionList list_for(SignInDesk& desk, const Viewer& viewer, UserId user) {
  SessionList list;
  for (const Device& device : devices_of(desk, user))
    list.items.push_back({device.id, device.agent, device.address, device.created_at,
                          device.seen_at, device.expires_at, device.hash == viewer.credential});
  return list;
}

// None keeps an answer for a repeated key: what has ended stays ended.
void add_own_routes(http::Router& router, SignInDesk& desk) {
  router.get("/api/sessions", rules::in_person, {"Where I am signed in", {"team"}},
             [&desk](const Request& request) -> Result<SessionList> {
               const Viewer& viewer = viewer_of(*request.identity());
               return list_for(desk, viewer, viewer.user);
             });
  router
      .del("/api/sessions", rules::in_person, {"End all my sessions but this one", {"team"}},
           [&desk](const Request& request) -> Result<void> {
             const Viewer& viewer = viewer_of(*request.identity());
             return end_other_devices(desk, viewer, viewer.user);
           })
      .without_key();
  router
      .del("/api/sessions/{id}", rules::in_person,
           {"End one of my sessions, or as an owner anybody's", {"team"}},
           [&desk](const Request& request) -> Result<void> {
             const auto id = TRY(request.path_id<SessionId>("id"));
             return end_device(desk, viewer_of(*request.identity()), id);
           })
      .without_key();
}

void add_owner_routes(http::Router& router, SignInDesk& desk) {
  router.get("/api/users/{id}/sessions", rules::may_administer_in_person,
             {"Where somebody is signed in", {"team"}},
             [&desk](const Request& request) -> Result<SessionList> {
               const auto id = TRY(request.path_id<UserId>("id"));
               return list_for(desk, viewer_of(*request.identity()), id);
             });
  router
      .del("/api/users/{id}/sessions", rules::may_administer_in_person,
           {"End all sessions of somebody", {"team"}},
           [&desk](const Request& request) -> Result<void> {
             const auto id = TRY(request.path_id<UserId>("id"));
             return end_other_devices(desk, viewer_of(*request.identity()), id);
           })
      .without_key();
}

}  // namespace

void add_device_routes(http::Router& router, SignInDesk& desk) {
  add_own_routes(router, desk);
  add_owner_routes(router, desk);
}

}  // namespace stagecoach::sales
