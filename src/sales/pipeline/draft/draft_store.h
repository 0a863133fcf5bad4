// All SQL of drafts.
#pragma once

#include <optional>
#include <vector>

#include "journal/commands.h"
#include "sales/pipeline/draft/pipeline_draft.h"

namespace stagecoach::sales {

// Also where nobody has begun one; nullopt: no such pipeline.
std::optional<PipelineDraft> find_draft(db::Connection& connection, PipelineId id);

// The drafts that exist, in the order of their pipelines.
std::vector<DraftSummary> load_draft_summaries(db::Connection& connection);

// Stores `draft` over the version it carries and notes DraftSaved; the version becomes the next.
// False: somebody saved first.
bool store_draft(journal::Work& work, PipelineDraft& draft);
// Ends the draft at the version it carries, without an event: what became of it has one. False:
// somebody saved first.
bool end_draft(journal::Work& work, PipelineDraft& draft);

}  // namespace stagecoach::sales
