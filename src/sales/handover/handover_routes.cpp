#include "sales/handover/handover_routes.h"

#include "sales/handover/handover_undo.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

using HandoverId = Id<struct HandoverTag>;

struct HandoverList {
  std::vector<PastHandover> items;
};
BOOST_DESCRIBE_STRUCT(HandoverList, (), (items))

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
  router.get(
      "/api/users/{id}/handovers", rules::may_assign,
      {"What was given of somebody's records, the newest first", {"team"}},
      [&commands](const http::Request& request) -> Result<HandoverList> {
        const auto id = TRY(request.path_id<UserId>("id"));
        return commands.database().read([&](db::Connection& connection) -> Result<HandoverList> {
          return HandoverList{TRY(past_handovers(connection, viewer_of(*request.identity()), id))};
        });
      });
  router.post("/api/handovers/{seq}/undo", rules::may_assign,
              {.summary = "Take a hand-over back, as far as nothing has happened since",
               .tags = {"team"},
               .success = 200},
              [&commands](const http::Request& request) -> Result<http::Answer<HandoverUndone>> {
                const auto seq = TRY(request.path_id<HandoverId>("seq"));
                return commands.run(
                    request, [&](journal::Work& work) -> Result<http::Answer<HandoverUndone>> {
                      return http::Answer<HandoverUndone>(TRY(undo_handover(work, seq.value)));
                    });
              });
}

}  // namespace stagecoach::sales
