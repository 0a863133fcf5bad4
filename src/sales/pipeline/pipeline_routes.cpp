#include "sales/pipeline/pipeline_routes.h"

#include "sales/team/rules.h"

namespace stagecoach::sales {

struct PipelineList {
  std::vector<Pipeline> items;
};
BOOST_DESCRIBE_STRUCT(PipelineList, (), (items))

void add_pipeline_routes(http::Router& router, const PipelineCatalog& catalog) {
  router
      .get("/api/pipelines", rules::signed_in,
           {"The published pipelines with their stages and standards", {"pipelines"}},
           [&catalog](const http::Request&) -> Result<PipelineList> {
             return PipelineList{catalog.current()->all()};
           })
      .runs(http::Runs::inline_on_io);
}

}  // namespace stagecoach::sales
