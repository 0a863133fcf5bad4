#include "sales/pipeline/pipeline_commands.h"

#include <algorithm>

#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/pipeline_rules.h"
#include "sales/pipeline/pipeline_store.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kStageLeftOut{
    "pipeline.stage_left_out",
    "The stage “{stage}” is missing from the new version. Stages that deals have been in stay, so "
    "that history keeps its meaning.",
    "新版本缺少阶段“{stage}”。商机经过的阶段必须保留，历史才有意义。"};

constexpr Phrase kLastPipeline{"pipeline.last_one",
                               "This is the only pipeline that takes deals. Publish another first.",
                               "这是唯一可用的销售流程，请先发布另一个。"};

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

Pipeline publish_version(journal::Work& work, Pipeline pipeline, const std::string& note,
                         std::size_t& event) {
  return save_pipeline_version(work, std::move(pipeline), note, &event);
}

std::optional<Pipeline> published_pipeline(db::Connection& connection, PipelineId id) {
  return find_pipeline(connection, id);
}

Result<Pipeline> archive_pipeline(journal::Work& work, PipelineId id, std::int64_t version,
                                  bool archived) {
  std::optional<Pipeline> pipeline = find_pipeline(work.tx, id);
  if (!pipeline) return no_such_record();
  if (pipeline->version_number != version) return stale_record();
  if (pipeline->archived == archived) return *std::move(pipeline);
  const std::vector<Pipeline> all = load_pipelines(work.tx);
  const auto live =
      std::count_if(all.begin(), all.end(), [](const Pipeline& p) { return !p.archived; });
  if (archived && live <= 1) return Error(Error::Code::refused, kLastPipeline);
  pipeline->archived = archived;
  set_archived(work, *pipeline, archived);
  return *std::move(pipeline);
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
