#include "sales/board/board.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

void add_board_routes(http::Router& router, const SalesContext& context) {
  router
      .get("/api/pipelines", rules::signed_in,
           {"The published pipelines with their stages and standards", {"pipelines"}},
           [context](const http::Request& request) -> Result<PipelineList> {
             const Viewer& viewer = viewer_of(*request.identity());
             const auto pipelines = context.pipelines.current();
             return context.commands.database().read([&](db::Connection& connection) {
               return list_pipelines(connection, viewer, *pipelines);
             });
           })
      .runs(http::Runs::inline_on_io);

  router.get("/api/board", rules::signed_in,
             {"The stages of a pipeline with totals and first cards", {"deals"}},
             [context](const http::Request& request, const BoardQuery& query) -> Result<Board> {
               const auto pipelines = context.pipelines.current();
               const StageClock clock(context.calendar.current(), context.commands.clock().now());
               const DealReading reading{viewer_of(*request.identity()), *pipelines, clock};
               return context.commands.database().read([&](db::Connection& connection) {
                 return read_board(connection, reading, query);
               });
             });
}

}  // namespace stagecoach::sales
