// Editing the draft of a pipeline. Publishing it, which may move deals, is in sales/standards.
//
// All refuse with not_found where there is no such pipeline, and with stale where `version` is not
// that of the draft: the draft as it is now comes with the refusal, as {"current": …}.
#pragma once

#include "journal/commands.h"
#include "sales/pipeline/draft/pipeline_draft.h"

namespace stagecoach::sales {

Result<PipelineDraft> read_draft(db::Connection& connection, PipelineId id);
std::vector<DraftSummary> list_drafts(db::Connection& connection);

// The same with its names, changes and faults.
PipelineDraftView view_of(db::Connection& connection, const PipelineDraft& draft);

// A draft may be unfit to be published; what is wrong with it stands in its view. Key, ids, version
// and retired stages of `definition` are those of the pipeline, whatever it says. A definition
// equal to what is stored writes nothing.
Result<PipelineDraft> save_draft(journal::Work& work, PipelineId id, std::int64_t version,
                                 const Pipeline& definition);
// Back to what is published. A pipeline that never was is gone with its draft.
Result<void> discard_draft(journal::Work& work, PipelineId id, std::int64_t version);
// Onto the version that was published since (pipeline_rebase.h). Conflict: none was.
Result<PipelineDraft> rebase_draft(journal::Work& work, PipelineId id, std::int64_t version);

// Ends the draft in order to publish it. Conflict: a version was published since it was begun
// (bring it up to date first), or there is nothing to publish; invalid: it has faults.
Result<PipelineDraft> take_draft(journal::Work& work, PipelineId id, std::int64_t version);

// A pipeline that exists as a draft only, begun from a built-in one or from another pipeline.
struct NewPipeline {
  Localized name;
  std::optional<std::string> template_key;  // of a built-in pipeline
  std::optional<PipelineId> copy_of;        // absent as well: the first built-in one
};
BOOST_DESCRIBE_STRUCT(NewPipeline, (), (name, template_key, copy_of))
constexpr auto json_rules(const NewPipeline*) {
  return std::array{json::Rule("name").length(1, 300)};
}
Result<PipelineDraft> begin_pipeline(journal::Work& work, const NewPipeline& wish);

}  // namespace stagecoach::sales
