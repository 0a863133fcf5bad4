// Publishing pipelines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// Publishes `pipeline` as a new pipeline, or as the next version of the one with its key, which
// then keeps all its stages (refused otherwise). What people edit is published from a draft
// (sales/standards), which may take stages away.
Result<Pipeline> publish_pipeline(journal::Work& work, Pipeline pipeline);

// A version of an edited pipeline, with the note of whoever publishes it; `event` receives the
// place of the event in the work.
Pipeline publish_version(journal::Work& work, Pipeline pipeline, const std::string& note,
                         std::size_t& event);

// The published version as it is stored now; nullopt: no such pipeline, or never published.
std::optional<Pipeline> published_pipeline(db::Connection& connection, PipelineId id);

// `version` is the published one that the caller saw (stale otherwise). Whether deals keep it from
// being archived is the caller's to check.
Result<Pipeline> archive_pipeline(journal::Work& work, PipelineId id, std::int64_t version,
                                  bool archived);

// Publishes the built-in pipelines that are not there yet. Part of setting up a workspace.
Result<std::vector<Pipeline>> install_builtin_pipelines(journal::Work& work);

}  // namespace stagecoach::sales
