#include "sales/activities/activity_routes.h"

#include "sales/activities/activity_commands.h"
#include "sales/activities/activity_store.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

using http::Answer;
using http::Request;

template <class F>
Result<Answer<Activity>> write_activity(journal::CommandRunner& commands, const Request& request,
                                        F&& command) {
  return commands.run(request, [&](journal::Work& work) -> Result<Answer<Activity>> {
    const Activity activity = TRY(command(work));
    return Answer<Activity>::versioned(activity, activity.version);
  });
}

Result<Answer<Activity>> create(journal::CommandRunner& commands, const Request& request,
                                const NewActivity& wish) {
  return commands.run(request, [&](journal::Work& work) -> Result<Answer<Activity>> {
    const Activity activity = TRY(create_activity(work, wish));
    auto answer =
        Answer<Activity>::created(activity, "/api/activities/" + std::to_string(activity.id.value));
    answer.etag(activity.version);
    return answer;
  });
}

// Done, and not done after all.
void add_completions(http::Router& router, journal::CommandRunner& commands) {
  router
      .post("/api/activities/{id}/completions", rules::may_write_activities,
            {.summary = "Complete an activity and set the next step",
             .tags = {"activities"},
             .success = 200},
            [&commands](const Request& request,
                        const Completion& completion) -> Result<Answer<Activity>> {
              const auto id = TRY(request.path_id<ActivityId>("id"));
              const std::int64_t version = request.seen_version();
              return write_activity(commands, request, [&](journal::Work& work) {
                return complete_activity(work, id, version, completion);
              });
            })
      .versioned();
  router
      .post("/api/activities/{id}/reopenings", rules::may_write_activities,
            {.summary = "Take back that an activity is done, and the next step set with it",
             .tags = {"activities"},
             .success = 200},
            [&commands](const Request& request) -> Result<Answer<Activity>> {
              const auto id = TRY(request.path_id<ActivityId>("id"));
              const std::int64_t version = request.seen_version();
              return write_activity(commands, request, [&](journal::Work& work) {
                return reopen_activity(work, id, version);
              });
            })
      .versioned();
}

}  // namespace

void add_activity_routes(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/activities", rules::signed_in,
      {"Activities of what one may see, newest first", {"activities"}},
      [&commands](const Request& request, const ActivityQuery& query) -> Result<ActivityPage> {
        return commands.database().read([&](db::Connection& connection) {
          return list_activities(connection, viewer_of(*request.identity()), query);
        });
      });
  router.post(
      "/api/activities", rules::may_write_activities, {"Plan or log an activity", {"activities"}},
      [&commands](const Request& request, const NewActivity& wish) -> Result<Answer<Activity>> {
        return create(commands, request, wish);
      });
  router
      .patch("/api/activities/{id}", rules::may_write_activities,
             {"Change an activity", {"activities"}},
             [&commands](const Request& request,
                         const ActivityChange& change) -> Result<Answer<Activity>> {
               const auto id = TRY(request.path_id<ActivityId>("id"));
               const std::int64_t version = request.seen_version();
               return write_activity(commands, request, [&](journal::Work& work) {
                 return change_activity(work, id, version, change);
               });
             })
      .versioned();
  router
      .del("/api/activities/{id}", rules::may_write_activities,
           {"Remove an activity", {"activities"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<ActivityId>("id"));
             const std::int64_t version = request.seen_version();
             return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(delete_activity(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
  add_completions(router, commands);
  router.put(
      "/api/deals/{id}/next-step", rules::may_write_activities,
      {.summary = "Plan the next step of a deal", .tags = {"activities"}, .success = 201},
      [&commands](const Request& request, const NewNextStep& step) -> Result<Answer<Activity>> {
        const auto id = TRY(request.path_id<DealId>("id"));
        NewActivity wish;
        wish.deal_id = id;
        wish.kind = step.kind;
        wish.subject = step.subject;
        wish.due = step.due;
        return create(commands, request, wish);
      });
}

}  // namespace stagecoach::sales
