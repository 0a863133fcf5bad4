// The deals of a workspace at one moment, as the cycle page reads them. Immutable and shared: a
// later snapshot shares every chunk of deals in which nothing changed.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cycle/projection/deal_chunk.h"
#include "journal/event.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::cycle {

// The deals of one pipeline. Stage number s is `stages[s]`.
struct PipelineColumns {
  std::shared_ptr<const sales::Pipelines> pipelines;  // keeps `pipeline` alive
  const sales::Pipeline* pipeline = nullptr;
  std::vector<const sales::Stage*> stages;  // the open ones in order, then on hold
  StageNumbers number_of;
  PassageBook passages;
  std::vector<std::shared_ptr<const DealChunk>> chunks;
  std::size_t entries = 0;  // of all deals
  std::vector<GateOverride> overrides;
};

struct CycleSnapshot {
  journal::Seq seq = 0;  // up to and including this event
  std::map<std::int64_t, std::shared_ptr<const PipelineColumns>> pipelines;  // by pipeline id
  std::unordered_map<std::string, std::uint32_t> source_numbers;
};

// A deal and the pipeline it is in; unset where no pipeline has it. Looks at every chunk's bounds.
struct FoundDeal {
  std::shared_ptr<const PipelineColumns> columns;
  LoggedDeal deal;
};
std::optional<FoundDeal> find_deal(const CycleSnapshot& snapshot, sales::DealId id);

// The pipeline's stages in the order of their numbers, and the numbers by stage id.
StageNumbers number_stages(const sales::Pipeline& pipeline,
                           std::vector<const sales::Stage*>& stages);

}  // namespace stagecoach::cycle
