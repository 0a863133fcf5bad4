#include "sales/deals/past_deal.h"

#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_store.h"
#include "sales/deals/gate/move_commands.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoStage{"deal.no_such_stage", "The deal's pipeline has no such stage.",
                          "该商机的销售流程没有此阶段。"};

void write_products(journal::Work& work, DealId id, const std::vector<ProductId>& products) {
  if (products.empty()) return;
  std::vector<ProductLine> lines;
  for (const ProductId product : products) lines.push_back({product, "", 1, {}});
  replace_product_lines(work, id, lines);
}

}  // namespace

Result<void> write_past_deal(journal::Work& work, const Pipelines& pipelines, Deal& deal,
                             const std::vector<PastMove>& moves,
                             const std::vector<ProductId>& products) {
  const Pipeline* pipeline = pipelines.find(deal.pipeline_id);
  const Stage* stage = pipeline ? pipeline->find(deal.stage_id) : nullptr;
  if (!stage) return Error(Error::Code::invalid, kNoStage);
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
  const Instant began = deal.stage_entered_at;

  std::vector<journal::Draft> drafts;
  for (const PastMove& move : moves) {
    const Stage* to = pipeline->find(move.to);
    if (!to) return Error(Error::Code::invalid, kNoStage);
    DealMoved moved = enter_stage(deal, *to, move.at);
    moved.reason = move.reason;
    moved.overridden = move.overridden;
    moved.snapshot = snapshot_of(deal, pipelines);
    drafts.push_back(journal::because(moved).at(move.at));
  }
  if (!moves.empty()) deal.facts.outcome_reason = moves.back().reason;
  TRY(insert_deal(work, deal, journal::because(created).at(began)));
  write_products(work, deal.id, products);
  for (journal::Draft& draft : drafts)
    work.append(std::move(draft).about({kDealSubject, deal.id.value}));
  return {};
}

Result<void> write_imported_deal(journal::Work& work, const Pipelines& pipelines, Deal& deal,
                                 ImportedWay way, std::int64_t import_id,
                                 const std::vector<ProductId>& products) {
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
  TRY(insert_deal(work, deal, journal::because(created).at(began)));
  write_products(work, deal.id, products);
  return {};
}

}  // namespace stagecoach::sales
