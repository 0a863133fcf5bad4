#include "sales/views/view_routes.h"

#include "sales/team/rules.h"
#include "sales/views/view_commands.h"
#include "sales/views/view_store.h"

namespace stagecoach::sales {

struct ViewQuery {
  ListKind list = ListKind::deals;
};
BOOST_DESCRIBE_STRUCT(ViewQuery, (), (list))

struct ViewList {
  std::vector<ListView> items;
};
BOOST_DESCRIBE_STRUCT(ViewList, (), (items))

namespace {

using http::Answer;
using http::Request;

// Runs `command(work, reading)` and answers its view.
template <class F>
Result<Answer<ListView>> write(const SalesContext& context, const Request& request, F&& command) {
  const auto pipelines = context.pipelines.current();
  return context.commands.run(request, [&](journal::Work& work) -> Result<Answer<ListView>> {
    const StageClock clock(context.calendar.current(), work.now);
    const ListView view = TRY(command(work, DealReading{viewer_of(work.actor), *pipelines, clock}));
    Answer<ListView> answer =
        view.version == 1 ? Answer<ListView>::created(view) : Answer<ListView>(view);
    answer.etag(view.version);
    return answer;
  });
}

}  // namespace

void add_view_routes(http::Router& router, const SalesContext& context) {
  router.get("/api/views", rules::signed_in,
             {"The views of a list: one's own and shared ones", {"views"}},
             [context](const Request& request, const ViewQuery& query) -> Result<ViewList> {
               const Viewer& viewer = viewer_of(*request.identity());
               ViewList found{context.commands.database().read([&](db::Connection& connection) {
                 return list_views(connection, viewer, query.list);
               })};
               for (ListView& view : found.items) view.may_change = may_change(viewer, view);
               return found;
             });
  router.post("/api/views", rules::in_person, {"Keep a list as a view", {"views"}},
              [context](const Request& request, const NewView& wish) -> Result<Answer<ListView>> {
                return write(context, request,
                             [&](journal::Work& work, const DealReading& reading) {
                               return create_view(work, reading, wish);
                             });
              });
  router
      .patch(
          "/api/views/{id}", rules::in_person, {"Change or share a view", {"views"}},
          [context](const Request& request, const ViewChange& change) -> Result<Answer<ListView>> {
            const auto id = TRY(request.path_id<ViewId>("id"));
            const std::int64_t version = request.seen_version();
            return write(context, request, [&](journal::Work& work, const DealReading& reading) {
              return change_view(work, reading, id, version, change);
            });
          })
      .versioned();
  router
      .del("/api/views/{id}", rules::in_person, {"Delete a view", {"views"}},
           [context](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<ViewId>("id"));
             const std::int64_t version = request.seen_version();
             return context.commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(remove_view(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
}

}  // namespace stagecoach::sales
