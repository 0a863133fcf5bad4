// All SQL of pipelines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// The published version of every pipeline, oldest pipeline first.
std::vector<Pipeline> load_pipelines(db::Connection& connection);
// The published version; nullopt: no such pipeline, or never published.
std::optional<Pipeline> find_pipeline(db::Connection& connection, PipelineId id);

// Stores `pipeline` as its next version (or its first), gives ids to it and to stages whose key is
// new, keeps the stages that the version before had as retired ones, and notes PipelinePublished.
// Returns it as stored, and in `event` (where given) the place of that event in the work.
// REQUIRES: check_pipeline(pipeline).
Pipeline save_pipeline_version(journal::Work& work, Pipeline pipeline, const std::string& note = {},
                               std::size_t* event = nullptr);

// Gives the pipeline's stages their ids: those of earlier versions by key, new ones anew.
void number_stages(journal::Work& work, Pipeline& pipeline);

// Creates a pipeline that is not published yet; its key must be free.
PipelineId insert_pipeline(journal::Work& work, const std::string& key);
std::vector<std::string> pipeline_keys(db::Connection& connection);
// REQUIRES: it was never published and has no draft.
void remove_unpublished(journal::Work& work, PipelineId id);

void set_archived(journal::Work& work, const Pipeline& pipeline, bool archived);

struct StoredVersion {
  Pipeline pipeline;
  Instant published_at;
  UserId published_by;    // none: the system
  std::string publisher;  // the name
  std::string note;
};
// Older than `before` (0 = from the newest), newest first.
std::vector<StoredVersion> load_versions(db::Connection& connection, PipelineId id,
                                         std::int64_t before, int limit);

}  // namespace stagecoach::sales
