#include "sales/handover/handover_routes.h"

#include "sales/handover/handover_commands.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

void add_handover_route(http::Router& router, journal::CommandRunner& commands) {
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
