#include "sales/standards/publication.h"

#include <algorithm>

#include "sales/deals/gate/move_commands.h"
#include "sales/pipeline/draft/draft_commands.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/standards/draft_effect.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kWhereTo{
    "pipeline.stage_needs_target",
    "Deals stand in “{stage}”, which this draft removes. Say which stage they move to.",
    "此草稿删除了阶段“{stage}”，其中仍有商机。请指定它们移到哪个阶段。"};
constexpr Phrase kNoSuchTarget{"pipeline.no_such_target",
                               "Deals of “{stage}” can move to an open stage of the draft only.",
                               "“{stage}”中的商机只能移到草稿中进行中的阶段。"};
constexpr Phrase kNotYet{"pipeline.cannot_publish", "This draft cannot be published yet.",
                         "此草稿还不能发布。"};
constexpr Phrase kHasDeals{
    "pipeline.has_open_deals",
    "Deals in this pipeline are still open. Close them or move them on before you archive it.",
    "该销售流程中仍有未结束的商机，请先处理后再归档。"};

Error cannot_publish(const std::string& from, const Phrase& why, const Stage& stage, Lang lang) {
  return Error(Error::Code::refused, kNotYet,
               {{"moves." + from, {why, {{"stage", stage.name.in(lang)}}}}});
}

struct Rehoming {
  const Stage* from = nullptr;
  std::string to;
};

// What has to move, and where to. Only stages in which deals stand need a target.
Result<std::vector<Rehoming>> rehomings(journal::Work& work, const Pipeline& published,
                                        const Pipeline& next, const PublishDraft& wish) {
  const Lang lang = viewer_of(work.actor).language;
  std::vector<Rehoming> rehomings;
  for (const Stage& stage : published.stages) {
    if (next.find(stage.key) || !has_deals_in(work.tx, stage.id)) continue;
    const auto move = std::find_if(wish.moves.begin(), wish.moves.end(),
                                   [&](const StageMove& each) { return each.from == stage.key; });
    if (move == wish.moves.end()) return cannot_publish(stage.key, kWhereTo, stage, lang);
    const Stage* target = next.find(move->to);
    if (!target || target->kind != StageKind::open)
      return cannot_publish(stage.key, kNoSuchTarget, stage, lang);
    rehomings.push_back({&stage, move->to});
  }
  return rehomings;
}

}  // namespace

Result<Pipeline> publish_draft(journal::Work& work, PipelineId id, std::int64_t draft_version,
                               const PublishDraft& wish) {
  const std::optional<Pipeline> before = published_pipeline(work.tx, id);
  PipelineDraft draft = TRY(take_draft(work, id, draft_version));
  std::vector<Rehoming> moves;
  if (before) moves = TRY(rehomings(work, *before, draft.definition, wish));
  std::size_t event = 0;
  Pipeline published = publish_version(work, std::move(draft.definition), wish.note, event);
  const Pipelines pipelines({published});
  for (const Rehoming& move : moves)
    TRY(rehome_deals(work, pipelines, *move.from, *published.find(move.to), event));
  return published;
}

Result<Pipeline> set_pipeline_archived(journal::Work& work, PipelineId id, std::int64_t version,
                                       bool archived) {
  Pipeline pipeline = TRY(archive_pipeline(work, id, version, archived));
  if (archived && has_live_deals(work.tx, id)) return Error(Error::Code::refused, kHasDeals);
  return pipeline;
}

}  // namespace stagecoach::sales
