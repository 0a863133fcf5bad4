#include "sales/handover/handover_routes.h"

#include "sales/handover/handover_commands.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

void add_handover_routes(http::Router& router, journal::CommandRunner& commands,
                         const Sessions& sessions) {
  router.get("/api/users/{id}/holdings", rules::may_assign,
             {"What somebody owns, counted", {"team"}},
             [&commands](const http::Request& request) -> Result<Holdings> {
               const auto id = TRY(request.path_id<UserId>("id"));
               return commands.database().read([&](db::Connection& connection) {
                 return read_holdings(connection, viewer_of(*request.identity()), id);
               });
             });
  router
      .post("/api/users/{id}/deactivations", rules::may_manage,
            {.summary = "Deactivate somebody and hand over what he owns, in one",
             .tags = {"team"},
             .success = 200},
            [&commands, &sessions](const http::Request& request,
                                   const Deactivate& wish) -> Result<http::Answer<Deactivated>> {
              const auto id = TRY(request.path_id<UserId>("id"));
              const auto version = request.seen_version();
              auto answer = commands.run(
                  request, [&](journal::Work& work) -> Result<http::Answer<Deactivated>> {
                    const Deactivated done = TRY(deactivate(work, id, version, wish));
                    return http::Answer<Deactivated>::versioned(done, done.user.version);
                  });
              if (answer)
                sessions.tell_over([id](const Viewer& viewer) { return viewer.user == id; });
              return answer;
            })
      .versioned();
  router.post(
      "/api/users/{id}/handovers", rules::may_assign,
      {.summary = "Give somebody's records to somebody else", .tags = {"team"}, .success = 200},
      [&commands](const http::Request& request,
                  const HandOver& wish) -> Result<http::Answer<HandedOver>> {
        const auto id = TRY(request.path_id<UserId>("id"));
        return commands.run(request, [&](journal::Work& work) -> Result<http::Answer<HandedOver>> {
          return http::Answer<HandedOver>(TRY(hand_over(work, id, wish)));
        });
      });
}

}  // namespace stagecoach::sales
