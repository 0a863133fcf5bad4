#include "sales/pipeline/pipeline_commands.h"

#include <algorithm>

#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/pipeline_rules.h"
#include "sales/pipeline/pipeline_store.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kStageLeftOut{
    "pipeline.stage_left_out",
    "The stage “{stage}” is missing from the new version. Stages that deals have been in stay, so "
    "that history keeps its meaning.",
    "新版本缺少阶段“{stage}”。商机经过的阶段必须保留，历史才有意义。"};

}  // namespace

Result<Pipeline> publish_pipeline(journal::Work& work, Pipeline pipeline) {
  TRY(check_pipeline(pipeline));
  for (const Pipeline& published : load_pipelines(work.tx)) {
    if (published.key != pipeline.key) continue;
    for (const Stage& stage : published.stages)
      if (!pipeline.find(stage.key))
        return Error(Error::Code::refused, {kStageLeftOut, {{"stage", stage.key}}});
  }
  return save_pipeline_version(work, std::move(pipeline));
}

Result<std::vector<Pipeline>> install_builtin_pipelines(journal::Work& work) {
  std::vector<Pipeline> pipelines = load_pipelines(work.tx);
  for (Pipeline& builtin : builtin_pipelines()) {
    const bool there = std::any_of(pipelines.begin(), pipelines.end(),
                                   [&](const Pipeline& p) { return p.key == builtin.key; });
    if (!there) pipelines.push_back(TRY(publish_pipeline(work, std::move(builtin))));
  }
  return pipelines;
}

}  // namespace stagecoach::sales
