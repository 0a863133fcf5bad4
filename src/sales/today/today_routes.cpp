#include "sales/team/rules.h"
#include "sales/today/today.h"

namespace stagecoach::sales {

void add_today_route(http::Router& router, const SalesContext& context) {
  router.get("/api/today", rules::signed_in,
             {"What to do next, ranked, and what is at risk", {"today"}},
             [context](const http::Request& request, const TodayQuery& query) -> Result<Today> {
               const auto pipelines = context.pipelines.current();
               const StageClock clock(context.calendar.current(), context.commands.clock().now());
               const Viewer& viewer = viewer_of(*request.identity());
               return context.commands.database().read([&](db::Connection& connection) {
                 const DealReading reading{viewer, *pipelines, clock};
                 return read_today(connection, reading, query);
               });
             });
}

}  // namespace stagecoach::sales
