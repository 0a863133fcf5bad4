#include "sales/pipeline/pipeline_routes.h"

#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct PipelineList {
  std::vector<Pipeline> items;
};
BOOST_DESCRIBE_STRUCT(PipelineList, (), (items))

namespace {

constexpr Phrase kKeyDiffers{"pipeline.key_differs",
                             "The body's key must be the one in the address.",
                             "请求体中的键必须与地址一致。"};

}  // namespace

void add_pipeline_routes(http::Router& router, journal::CommandRunner& commands,
                         PipelineCatalog& catalog) {
  router
      .get("/api/pipelines", rules::signed_in,
           {"The published pipelines with their stages and standards", {"pipelines"}},
           [&catalog](const http::Request&) -> Result<PipelineList> {
             return PipelineList{catalog.current()->all()};
           })
      .runs(http::Runs::inline_on_io);

  router.put(
      "/api/pipelines/{key}", rules::may_edit_pipelines,
      {"Publish a pipeline as its next version", {"pipelines"}},
      [&](const http::Request& request, const Pipeline& body) -> Result<http::Answer<Pipeline>> {
        if (request.path_text("key") != body.key)
          return Error(Error::Code::invalid, kKeyDiffers, {{"key", kKeyDiffers}});
        auto answer =
            commands.run(request, [&](journal::Work& work) -> Result<http::Answer<Pipeline>> {
              const Pipeline published = TRY(publish_pipeline(work, body));
              return http::Answer<Pipeline>::versioned(published, published.version_number);
            });
        // Readers on other nodes reload when the event reaches them; this one at once.
        if (answer) commands.database().read([&](db::Connection& c) { catalog.reload(c); });
        return answer;
      });
}

}  // namespace stagecoach::sales
