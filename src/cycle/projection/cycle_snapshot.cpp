#include "cycle/projection/cycle_snapshot.h"

namespace stagecoach::cycle {

std::optional<FoundDeal> find_deal(const CycleSnapshot& snapshot, sales::DealId id) {
  for (const auto& [pipeline, columns] : snapshot.pipelines)
    for (const std::shared_ptr<const DealChunk>& chunk : columns->chunks)
      if (const auto slot = chunk->find(id.value))
        return FoundDeal{columns, chunk->deal(*slot, columns->passages)};
  return std::nullopt;
}

StageNumbers number_stages(const sales::Pipeline& pipeline,
                           std::vector<const sales::Stage*>& stages) {
  StageNumbers number_of;
  for (const sales::StageKind kind : {sales::StageKind::open, sales::StageKind::on_hold})
    for (const sales::Stage& stage : pipeline.stages)
      if (stage.kind == kind) {
        number_of[static_cast<std::int32_t>(stage.id.value)] = static_cast<int>(stages.size());
        stages.push_back(&stage);
      }
  for (const sales::Stage& stage : pipeline.stages) {
    const auto id = static_cast<std::int32_t>(stage.id.value);
    if (stage.kind == sales::StageKind::won) number_of[id] = kNumberOfWon;
    if (stage.kind == sales::StageKind::lost) number_of[id] = kNumberOfLost;
  }
  return number_of;
}

}  // namespace stagecoach::cycle
