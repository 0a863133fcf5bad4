#include "sales/pipeline/draft/draft_routes.h"

#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/draft/draft_commands.h"
#include "sales/pipeline/draft/pipeline_history.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct DraftList {
  std::vector<DraftSummary> items;
};
BOOST_DESCRIBE_STRUCT(DraftList, (), (items))

// A built-in pipeline that a new one may start from.
struct PipelineTemplate {
  std::string key;
  Localized name;
  int open_stages = 0;
};
BOOST_DESCRIBE_STRUCT(PipelineTemplate, (), (key, name, open_stages))

struct TemplateList {
  std::vector<PipelineTemplate> items;
};
BOOST_DESCRIBE_STRUCT(TemplateList, (), (items))

namespace {

using http::Answer;
using http::Request;

// Several times what the largest pipeline in use takes.
constexpr std::size_t kDraftBytesMax = 512 * 1024;

// Runs a command that gives a draft and answers it as its editors see it.
template <class F>
Result<Answer<PipelineDraftView>> write_draft(journal::CommandRunner& commands,
                                              const Request& request, F&& command) {
  return commands.run(request, [&](journal::Work& work) -> Result<Answer<PipelineDraftView>> {
    const PipelineDraft draft = TRY(command(work));
    return Answer<PipelineDraftView>::versioned(view_of(work.tx, draft), draft.version);
  });
}

void add_draft_reads(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/pipeline-drafts", rules::may_edit_pipelines,
             {"Drafts of pipelines that are not published yet", {"pipelines"}},
             [&commands](const Request&) -> Result<DraftList> {
               return DraftList{commands.database().read(list_drafts)};
             });

  router.get("/api/pipeline-templates", rules::may_edit_pipelines,
             {"Built-in pipelines that a new one may start from", {"pipelines"}},
             [](const Request&) -> Result<TemplateList> {
               TemplateList templates;
               for (const Pipeline& pipeline : builtin_pipelines())
                 templates.items.push_back({pipeline.key, pipeline.name, pipeline.open_stages()});
               return templates;
             });

  router.get("/api/pipelines/{id}/draft", rules::may_edit_pipelines,
             {"The draft of a pipeline beside what is published", {"pipelines"}},
             [&commands](const Request& request) -> Result<Answer<PipelineDraftView>> {
               const auto id = TRY(request.path_id<PipelineId>("id"));
               return commands.database().read(
                   [&](db::Connection& connection) -> Result<Answer<PipelineDraftView>> {
                     const PipelineDraft draft = TRY(read_draft(connection, id));
                     return Answer<PipelineDraftView>::versioned(view_of(connection, draft),
                                                                 draft.version);
                   });
             });
}

void add_draft_writes(http::Router& router, journal::CommandRunner& commands) {
  router.post("/api/pipelines", rules::may_edit_pipelines,
              {"Begin a new pipeline as a draft", {"pipelines"}},
              [&commands](const Request& request,
                          const NewPipeline& wish) -> Result<Answer<PipelineDraftView>> {
                return commands.run(
                    request, [&](journal::Work& work) -> Result<Answer<PipelineDraftView>> {
                      const PipelineDraft draft = TRY(begin_pipeline(work, wish));
                      auto answer = Answer<PipelineDraftView>::created(
                          view_of(work.tx, draft),
                          "/api/pipelines/" + std::to_string(draft.definition.id.value) + "/draft");
                      answer.etag(draft.version);
                      return answer;
                    });
              });

  router
      .put("/api/pipelines/{id}/draft", rules::may_edit_pipelines,
           {"Save the draft of a pipeline", {"pipelines"}},
           [&commands](const Request& request,
                       const Pipeline& body) -> Result<Answer<PipelineDraftView>> {
             const auto id = TRY(request.path_id<PipelineId>("id"));
             const std::int64_t version = request.seen_version();
             return write_draft(commands, request, [&](journal::Work& work) {
               return save_draft(work, id, version, body);
             });
           })
      .takes_up_to(kDraftBytesMax)
      .versioned();

  router
      .del("/api/pipelines/{id}/draft", rules::may_edit_pipelines,
           {"Discard the draft of a pipeline", {"pipelines"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<PipelineId>("id"));
             const std::int64_t version = request.seen_version();
             return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(discard_draft(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();

  router
      .post("/api/pipelines/{id}/draft/rebases", rules::may_edit_pipelines,
            {.summary = "Bring a draft onto the version that was published since it was begun",
             .tags = {"pipelines"},
             .success = 200},
            [&commands](const Request& request) -> Result<Answer<PipelineDraftView>> {
              const auto id = TRY(request.path_id<PipelineId>("id"));
              const std::int64_t version = request.seen_version();
              return write_draft(commands, request, [&](journal::Work& work) {
                return rebase_draft(work, id, version);
              });
            })
      .versioned();
}

void add_history_routes(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/pipelines/{id}/versions", rules::signed_in,
      {"The published versions of a pipeline, newest first, and what each changed", {"pipelines"}},
      [&commands](const Request& request,
                  const VersionsQuery& query) -> Result<PipelineVersionPage> {
        const auto id = TRY(request.path_id<PipelineId>("id"));
        return commands.database().read(
            [&](db::Connection& connection) { return list_versions(connection, id, query); });
      });

  router.get("/api/pipelines/{id}/versions/{number}", rules::signed_in,
             {"A pipeline as one version had it", {"pipelines"}},
             [&commands](const Request& request) -> Result<Pipeline> {
               const auto id = TRY(request.path_id<PipelineId>("id"));
               const auto number = TRY(request.path_id<Id<struct VersionTag>>("number"));
               return commands.database().read([&](db::Connection& connection) {
                 return read_version(connection, id, number.value);
               });
             });
}

}  // namespace

void add_draft_routes(http::Router& router, journal::CommandRunner& commands) {
  add_draft_reads(router, commands);
  add_draft_writes(router, commands);
  add_history_routes(router, commands);
}

}  // namespace stagecoach::sales
