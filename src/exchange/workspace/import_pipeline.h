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

// The stage or pipeline that `wanted` calls: its key, else its name in either language; nullptr
// where there is none.
const sales::Stage* find_called(const std::vector<sales::Stage>& stages, std::string_view wanted);
const sales::Pipeline* find_called(const std::vector<sales::Pipeline>& pipelines,
                                   std::string_view wanted);

// Where each stage of the history is in `pipeline`, by key or by name in either language; nullopt
// where one is missing, or a way to end. Borrows from `pipeline`.
std::optional<StagePlaces> places_in(const sales::Pipeline& pipeline,
                                     const cycle::HistorySet& history);

// As build_history, with the stages in the order in which deals came through them, where the
// mapping gives none.
Result<cycle::HistorySet> history_in_order(const Dataset& dataset);

// A pipeline made of the file's stages in their order, ready to be published under `key`, called
// `title`; the sources of the deals become its sources.
sales::Pipeline pipeline_of(const Dataset& dataset, const cycle::HistorySet& history,
                            std::string key, const std::string& title);

// The key of the pipeline's source that this text means; the text itself where there is none.
std::string source_key(const sales::Pipeline& pipeline, std::string_view text);

}  // namespace stagecoach::exchange
