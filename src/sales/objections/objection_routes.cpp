#include "sales/objections/objection_routes.h"

#include "sales/deals/deal_commands.h"
#include "sales/objections/objection_commands.h"
#include "sales/objections/objection_store.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct ObjectionList {
  std::vector<Objection> items;
};
BOOST_DESCRIBE_STRUCT(ObjectionList, (), (items))

namespace {

using http::Answer;
using http::Request;

template <class F>
Result<Answer<Objection>> write(journal::CommandRunner& commands, const Request& request,
                                F&& command) {
  return commands.run(request, [&](journal::Work& work) -> Result<Answer<Objection>> {
    const Objection objection = TRY(command(work));
    return Answer<Objection>::versioned(objection, objection.version);
  });
}

void add_of_deal(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/deals/{id}/objections", rules::signed_in,
      {"The objections of a deal, the open ones first", {"objections"}},
      [&commands](const Request& request) -> Result<ObjectionList> {
        const auto id = TRY(request.path_id<DealId>("id"));
        return commands.database().read([&](db::Connection& connection) -> Result<ObjectionList> {
          TRY(load_deal_to_read(connection, viewer_of(*request.identity()), id));
          return ObjectionList{list_objections(connection, id)};
        });
      });
  router.post(
      "/api/deals/{id}/objections", rules::may_write,
      {"Note what the customer holds against buying", {"objections"}},
      [&commands](const Request& request, const NewObjection& wish) -> Result<Answer<Objection>> {
        const auto id = TRY(request.path_id<DealId>("id"));
        return commands.run(request, [&](journal::Work& work) -> Result<Answer<Objection>> {
          const Objection objection = TRY(raise_objection(work, id, wish));
          auto answer = Answer<Objection>::created(objection);
          answer.etag(objection.version);
          return answer;
        });
      });
}

}  // namespace

void add_objection_routes(http::Router& router, journal::CommandRunner& commands) {
  add_of_deal(router, commands);
  router
      .patch("/api/objections/{id}", rules::may_write,
             {"Change an objection, its answer or its result", {"objections"}},
             [&commands](const Request& request,
                         const ObjectionChange& change) -> Result<Answer<Objection>> {
               const auto id = TRY(request.path_id<ObjectionId>("id"));
               const std::int64_t version = request.seen_version();
               return write(commands, request, [&](journal::Work& work) {
                 return change_objection(work, id, version, change);
               });
             })
      .versioned();
  router
      .del("/api/objections/{id}", rules::may_write,
           {"Delete an objection; it can be restored", {"objections"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<ObjectionId>("id"));
             const std::int64_t version = request.seen_version();
             return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(delete_objection(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
  router
      .post("/api/objections/{id}/restorations", rules::may_write,
            {.summary = "Restore a deleted objection", .tags = {"objections"}, .success = 200},
            [&commands](const Request& request) -> Result<Answer<Objection>> {
              const auto id = TRY(request.path_id<ObjectionId>("id"));
              const std::int64_t version = request.seen_version();
              return write(commands, request, [&](journal::Work& work) {
                return restore_objection(work, id, version);
              });
            })
      .versioned();
}

}  // namespace stagecoach::sales
