#include "sales/deals/past_deal.h"

#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/gate/move_commands.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoStage{"deal.no_such_stage", "The deal's pipeline has no such stage.",
                          "该商机的销售流程没有此阶段。"};

}  // namespace

Result<NewDeal> past_deal(const Pipelines& pipelines, Deal deal, const std::vector<PastMove>& moves,
                          std::vector<ProductId> products) {
  const Pipeline* pipeline = pipelines.find(deal.pipeline_id);
  const Stage* stage = pipeline ? pipeline->find(deal.stage_id) : nullptr;
  if (!stage) return Error(Error::Code::invalid, kNoStage);
  deal.path = {{stage->id, deal.stage_entered_at}};
  NewDeal made;
  DealCreated created{deal.name,
                      deal.pipeline_id,
                      deal.stage_id,
                      deal.status,
                      deal.source,
                      products,
                      snapshot_of(deal, pipelines),
                      {},
                      true,
                      {}};
  tell_of_origin(created, deal);
  made.why.push_back(journal::because(created).at(deal.stage_entered_at));
  for (const PastMove& move : moves) {
    const Stage* to = pipeline->find(move.to);
    if (!to) return Error(Error::Code::invalid, kNoStage);
    DealMoved moved = enter_stage(deal, *to, move.at);
    moved.reason = move.reason;
    moved.overridden = move.overridden;
    moved.snapshot = snapshot_of(deal, pipelines);
    made.why.push_back(journal::because(moved).at(move.at));
  }
  if (!moves.empty()) deal.facts.outcome_reason = moves.back().reason;
  made.deal = std::move(deal);
  made.products = std::move(products);
  return made;
}

Result<NewDeal> imported_deal(const Pipelines& pipelines, Deal deal, ImportedWay way,
                              std::int64_t import_id, std::vector<ProductId> products) {
  const Pipeline* pipeline = pipelines.find(deal.pipeline_id);
  if (!pipeline || way.entries.empty()) return Error(Error::Code::invalid, kNoStage);
  for (const StageEntered& entry : way.entries) {
    const Stage* stage = pipeline->find(entry.stage_id);
    if (!stage) return Error(Error::Code::invalid, kNoStage);
    enter_stage(deal, *stage, entry.at);
  }
  const Instant began = way.entries.front().at;
  DealCreated created{deal.name,
                      deal.pipeline_id,
                      deal.stage_id,
                      deal.status,
                      deal.source,
                      products,
                      snapshot_of(deal, pipelines),
                      std::move(way.entries),
                      way.entry_known,
                      import_id,
                      way.started};
  tell_of_origin(created, deal);
  NewDeal made;
  made.why.push_back(journal::because(created).at(began));
  made.deal = std::move(deal);
  made.products = std::move(products);
  return made;
}

}  // namespace stagecoach::sales
