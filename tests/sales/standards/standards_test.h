// A workspace in which pipelines are edited while deals are in them.
#pragma once

#include "sales/deals/deal_test.h"
#include "sales/pipeline/draft/draft_commands.h"
#include "sales/standards/draft_effect.h"
#include "sales/standards/publication.h"

namespace stagecoach::sales {

class StandardsTest : public DealTest {
 protected:
  PipelineDraft draft_of(PipelineId id) {
    return database().read([&](db::Connection& c) { return read_draft(c, id); }).value();
  }
  PipelineDraftView view(PipelineId id) {
    return database().read(
        [&](db::Connection& c) { return view_of(c, read_draft(c, id).value()); });
  }
  Result<PipelineDraft> save(const Pipeline& definition, std::int64_t version, UserId by = {}) {
    return as(by ? by : owner, [&](journal::Work& work) {
      return save_draft(work, definition.id, version, definition);
    });
  }
  // Saves an edit of what the draft is now.
  template <class F>
  PipelineDraft edit(PipelineId id, F&& change) {
    const PipelineDraft draft = draft_of(id);
    Pipeline definition = draft.definition;
    change(definition);
    return save(definition, draft.version).value();
  }
  Result<Pipeline> publish(const PipelineDraft& draft, PublishDraft wish = {}) {
    return as(owner, [&](journal::Work& work) {
      return publish_draft(work, draft.definition.id, draft.version, wish);
    });
  }
  DraftEffect effect(PipelineId id, UserId viewer_id, std::int64_t read_max = kReadMax) {
    const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
    const DealReading reading{viewer(viewer_id), pipelines(), stage_clock};
    const PipelineDraft draft = draft_of(id);
    return database().read(
        [&](db::Connection& c) { return effect_of(c, reading, draft, read_max); });
  }
  static std::string field_of(const Error& error) {
    return error.fields.empty() ? "" : error.fields.front().field;
  }
};

}  // namespace stagecoach::sales
