#include "sales/pipeline/pipeline_store.h"

#include <stdexcept>

#include "sales/pipeline/pipeline_events.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kLoadAll =
    "SELECT v.definition FROM pipelines p "
    "JOIN pipeline_versions v ON v.pipeline_id = p.id AND v.number = p.version_number "
    "ORDER BY p.id";

constexpr std::string_view kUpsertPipeline =
    "INSERT INTO pipelines (key, version_number, created_at) VALUES ($1, 1, $2) "
    "ON CONFLICT (key) DO UPDATE SET version_number = pipelines.version_number + 1 "
    "RETURNING id, version_number";

constexpr std::string_view kUpsertStage =
    "INSERT INTO stages (pipeline_id, key) VALUES ($1, $2) "
    "ON CONFLICT (pipeline_id, key) DO UPDATE SET key = excluded.key RETURNING id";

constexpr std::string_view kInsertVersion =
    "INSERT INTO pipeline_versions (pipeline_id, number, definition, published_at) "
    "VALUES ($1, $2, $3, $4)";

}  // namespace

std::vector<Pipeline> load_pipelines(db::Connection& connection) {
  std::vector<Pipeline> pipelines;
  connection.each(kLoadAll, [&](const db::Row& row) {
    auto pipeline = json::read<Pipeline>(row.text(0));
    if (!pipeline) throw std::runtime_error("a stored pipeline cannot be read");
    pipelines.push_back(*std::move(pipeline));
  });
  return pipelines;
}

Pipeline save_pipeline_version(journal::Work& work, Pipeline pipeline) {
  work.tx.each(
      kUpsertPipeline,
      [&](const db::Row& row) {
        pipeline.id = row.id<PipelineId>(0);
        pipeline.version_number = row.integer(1);
      },
      pipeline.key, work.now);
  for (Stage& stage : pipeline.stages)
    work.tx.each(
        kUpsertStage, [&](const db::Row& row) { stage.id = row.id<StageId>(0); }, pipeline.id,
        stage.key);
  work.tx.execute(kInsertVersion, pipeline.id, pipeline.version_number, json::write(pipeline),
                  work.now);
  work.append(journal::because(PipelinePublished{pipeline.key, pipeline.version_number})
                  .about({"pipeline", pipeline.id.value}));
  return pipeline;
}

}  // namespace stagecoach::sales
