#include "sales/deals/bulk_edit/bulk_edit_routes.h"

#include "sales/deals/bulk_edit/bulk_edit.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

using http::Answer;
using http::Request;

void add_bulk_edit_routes(http::Router& router, const SalesContext& context) {
  router
      .post("/api/deals/bulk-previews", rules::may_write,
            {.summary = "What a change to many deals would do, and what would refuse it",
             .tags = {"deals"},
             .success = 200},
            [context](const Request& request, const BulkPreview& wish) -> Result<BulkAnswer> {
              const auto pipelines = context.pipelines.current();
              const StageClock clock(context.calendar.current(), context.commands.clock().now());
              const DealReading reading{viewer_of(*request.identity()), *pipelines, clock};
              return context.commands.database().read([&](db::Connection& connection) {
                return preview_bulk_edit(connection, reading, wish);
              });
            })
      .without_key();
  router.post(
      "/api/deals/bulk-edits", rules::may_write,
      {.summary = "Change many deals at once, each as it was seen",
       .tags = {"deals"},
       .success = 200},
      [context](const Request& request, const BulkEdit& wish) -> Result<Answer<BulkAnswer>> {
        return context.commands.run(request,
                                    [&](journal::Work& work) -> Result<Answer<BulkAnswer>> {
                                      return Answer<BulkAnswer>(TRY(edit_deals(work, wish)));
                                    });
      });
}

}  // namespace stagecoach::sales
