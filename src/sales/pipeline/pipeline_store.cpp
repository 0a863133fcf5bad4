#include "sales/pipeline/pipeline_store.h"

#include <limits>
#include <map>
#include <stdexcept>

#include "sales/pipeline/pipeline_events.h"

namespace stagecoach::sales {
namespace {

#define PUBLISHED                                        \
  "SELECT v.definition, p.archived_at FROM pipelines p " \
  "JOIN pipeline_versions v ON v.pipeline_id = p.id AND v.number = p.version_number "
constexpr std::string_view kLoadAll = PUBLISHED "ORDER BY p.id";
constexpr std::string_view kFind = PUBLISHED "WHERE p.id = $1";
#undef PUBLISHED

constexpr std::string_view kUpsertPipeline =
    "INSERT INTO pipelines (key, version_number, created_at) VALUES ($1, 1, $2) "
    "ON CONFLICT (key) DO UPDATE SET version_number = pipelines.version_number + 1 "
    "RETURNING id, version_number";

constexpr std::string_view kInsertVersion =
    "INSERT INTO pipeline_versions (pipeline_id, number, definition, published_at, published_by, "
    "note) VALUES ($1, $2, $3, $4, $5, $6)";

constexpr std::string_view kVersions =
    "SELECT v.definition, v.published_at, v.published_by, u.name, v.note FROM pipeline_versions v "
    "LEFT JOIN users u ON u.id = v.published_by "
    "WHERE v.pipeline_id = $1 AND v.number < $2 ORDER BY v.number DESC LIMIT $3";

Pipeline pipeline_from(std::string_view definition) {
  auto pipeline = json::read<Pipeline>(definition);
  if (!pipeline) throw std::runtime_error("a stored pipeline cannot be read");
  return *std::move(pipeline);
}

Pipeline published_from(const db::Row& row) {
  Pipeline pipeline = pipeline_from(row.text(0));
  pipeline.archived = !row.is_null(1);
  return pipeline;
}

// What the version before still had, and what it kept of those before it.
std::vector<Stage> retired_by(const Pipeline& before, const Pipeline& next) {
  std::vector<Stage> retired;
  for (const auto* stages : {&before.retired_stages, &before.stages})
    for (const Stage& stage : *stages)
      if (!next.find(stage.key)) retired.push_back(stage);
  return retired;
}

}  // namespace

std::vector<Pipeline> load_pipelines(db::Connection& connection) {
  std::vector<Pipeline> pipelines;
  connection.each(kLoadAll, [&](const db::Row& row) { pipelines.push_back(published_from(row)); });
  return pipelines;
}

std::optional<Pipeline> find_pipeline(db::Connection& connection, PipelineId id) {
  return connection.first(kFind, published_from, id);
}

void number_stages(journal::Work& work, Pipeline& pipeline) {
  std::map<std::string, StageId, std::less<>> known;
  work.tx.each(
      "SELECT key, id FROM stages WHERE pipeline_id = $1",
      [&](const db::Row& row) { known.emplace(row.text(0), row.id<StageId>(1)); }, pipeline.id);
  for (Stage& stage : pipeline.stages) {
    if (const auto at = known.find(stage.key); at != known.end()) {
      stage.id = at->second;
      continue;
    }
    work.tx.each(
        "INSERT INTO stages (pipeline_id, key) VALUES ($1, $2) RETURNING id",
        [&](const db::Row& row) { stage.id = row.id<StageId>(0); }, pipeline.id, stage.key);
    known.emplace(stage.key, stage.id);
  }
}

Pipeline save_pipeline_version(journal::Work& work, Pipeline pipeline, const std::string& note,
                               std::size_t* event) {
  work.tx.each(
      kUpsertPipeline,
      [&](const db::Row& row) {
        pipeline.id = row.id<PipelineId>(0);
        pipeline.version_number = row.integer(1);
      },
      pipeline.key, work.now);
  const std::vector<StoredVersion> before =
      load_versions(work.tx, pipeline.id, pipeline.version_number, 1);
  if (!before.empty()) pipeline.retired_stages = retired_by(before.front().pipeline, pipeline);
  number_stages(work, pipeline);
  work.tx.execute(kInsertVersion, pipeline.id, pipeline.version_number, json::write(pipeline),
                  work.now, work.actor.user ? std::optional(work.actor.user) : std::nullopt, note);
  const std::size_t at =
      work.append(journal::because(PipelinePublished{pipeline.key, pipeline.version_number, note})
                      .about({"pipeline", pipeline.id.value}));
  if (event) *event = at;
  return pipeline;
}

PipelineId insert_pipeline(journal::Work& work, const std::string& key) {
  PipelineId id;
  work.tx.each(
      "INSERT INTO pipelines (key, version_number, created_at) VALUES ($1, 0, $2) RETURNING id",
      [&](const db::Row& row) { id = row.id<PipelineId>(0); }, key, work.now);
  return id;
}

std::vector<std::string> pipeline_keys(db::Connection& connection) {
  std::vector<std::string> keys;
  connection.each("SELECT key FROM pipelines",
                  [&](const db::Row& row) { keys.push_back(row.string(0)); });
  return keys;
}

void remove_unpublished(journal::Work& work, PipelineId id) {
  work.tx.execute("DELETE FROM pipeline_drafts WHERE pipeline_id = $1", id);
  work.tx.execute("DELETE FROM stages WHERE pipeline_id = $1", id);
  work.tx.execute("DELETE FROM pipelines WHERE id = $1 AND version_number = 0", id);
}

void set_archived(journal::Work& work, const Pipeline& pipeline, bool archived) {
  work.tx.execute("UPDATE pipelines SET archived_at = $2 WHERE id = $1", pipeline.id,
                  archived ? std::optional(work.now) : std::nullopt);
  auto why = archived ? journal::because(PipelineArchived{pipeline.key})
                      : journal::because(PipelineReopened{pipeline.key});
  work.append(std::move(why).about({"pipeline", pipeline.id.value}));
}

std::vector<StoredVersion> load_versions(db::Connection& connection, PipelineId id,
                                         std::int64_t before, int limit) {
  std::vector<StoredVersion> versions;
  connection.each(
      kVersions,
      [&](const db::Row& row) {
        versions.push_back({pipeline_from(row.text(0)), row.instant(1),
                            row.optional<UserId>(2).value_or(UserId()),
                            row.optional_text(3).value_or(""), row.string(4)});
      },
      id, before > 0 ? before : std::numeric_limits<std::int64_t>::max(), limit);
  return versions;
}

}  // namespace stagecoach::sales
