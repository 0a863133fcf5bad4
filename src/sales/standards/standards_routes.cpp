#include "sales/standards/standards_routes.h"

#include "sales/pipeline/draft/draft_commands.h"
#include "sales/standards/draft_effect.h"
#include "sales/standards/publication.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct ArchivePipeline {
  bool archived = true;
};
BOOST_DESCRIBE_STRUCT(ArchivePipeline, (), (archived))

namespace {

using http::Answer;
using http::Request;

// Runs a command that gives a published pipeline. Other nodes hear of it when the event reaches
// them; this one reads it again at once.
template <class F>
Result<Answer<Pipeline>> write_pipeline(const SalesContext& context, const Request& request,
                                        F&& command) {
  auto answer = context.commands.run(request, [&](journal::Work& work) -> Result<Answer<Pipeline>> {
    const Pipeline pipeline = TRY(command(work));
    return Answer<Pipeline>::versioned(pipeline, pipeline.version_number);
  });
  if (answer)
    context.commands.database().read(
        [&](db::Connection& connection) { context.pipelines.reload(connection); });
  return answer;
}

}  // namespace

void add_standards_routes(http::Router& router, const SalesContext& context) {
  router.get("/api/pipelines/{id}/draft/effect", rules::may_edit_pipelines,
             {"How many open deals a draft would affect, and which", {"pipelines"}},
             [context](const Request& request) -> Result<DraftEffect> {
               const auto id = TRY(request.path_id<PipelineId>("id"));
               const auto pipelines = context.pipelines.current();
               const StageClock clock(context.calendar.current(), context.commands.clock().now());
               const DealReading reading{viewer_of(*request.identity()), *pipelines, clock};
               return context.commands.database().read(
                   [&](db::Connection& connection) -> Result<DraftEffect> {
                     return effect_of(connection, reading, TRY(read_draft(connection, id)));
                   });
             });

  router
      .post(
          "/api/pipelines/{id}/publications", rules::may_edit_pipelines,
          {.summary = "Publish the draft of a pipeline as its next version",
           .tags = {"pipelines"},
           .success = 200},
          [context](const Request& request, const PublishDraft& wish) -> Result<Answer<Pipeline>> {
            const auto id = TRY(request.path_id<PipelineId>("id"));
            const std::int64_t version = request.seen_version();
            return write_pipeline(context, request, [&](journal::Work& work) {
              return publish_draft(work, id, version, wish);
            });
          })
      .versioned();

  router
      .put("/api/pipelines/{id}/archived", rules::may_edit_pipelines,
           {"Take a pipeline out of use, or back into it", {"pipelines"}},
           [context](const Request& request,
                     const ArchivePipeline& body) -> Result<Answer<Pipeline>> {
             const auto id = TRY(request.path_id<PipelineId>("id"));
             const std::int64_t version = request.seen_version();
             return write_pipeline(context, request, [&](journal::Work& work) {
               return set_pipeline_archived(work, id, version, body.archived);
             });
           })
      .versioned();
}

}  // namespace stagecoach::sales
