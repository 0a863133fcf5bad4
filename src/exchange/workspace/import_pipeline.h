// Which pipeline the stages of a file belong to.
#pragma once

#include <optional>
#include <vector>

#include "cycle/history.h"
#include "exchange/records/dataset.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::exchange {

// The stage of a pipeline that each stage of the history is, by number.
struct StagePlaces {
  const sales::Pipeline* pipeline = nullptr;
  std::vector<const sales::Stage*> open;
  const sales::Stage* won = nullptr;
  const sales::Stage* lost = nullptr;
  const sales::Stage* on_hold = nullptr;  // deals that ended neither way wait here
};

// The oldest pipeline that has every stage of the history, by key or by name in either language;
// nullopt where none has. Borrows from `pipelines`.
std::optional<StagePlaces> find_pipeline(const std::vector<sales::Pipeline>& pipelines,
                                         const cycle::HistorySet& history);

// A pipeline made of the file's stages in their order, ready to be published under `key`; the
// sources of the deals become its sources.
sales::Pipeline pipeline_of(const Dataset& dataset, const cycle::HistorySet& history,
                            std::string key);

// The key of the pipeline's source that this text means; the text itself where there is none.
std::string source_key(const sales::Pipeline& pipeline, std::string_view text);

}  // namespace stagecoach::exchange
