// Into which pipeline an import goes, and which of its stages each stage of the files is: what the
// mapping says, completed with the most likely. Pure and safe from any thread.
#pragma once

#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

#include "cycle/history.h"
#include "exchange/records/dataset.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::exchange {

// Why a stage of the files went where it did, the surest first.
enum class ChosenBy {
  mapping,    // somebody said so
  name,       // a stage of this name is there
  ending,     // the usual words for won, lost, no longer watched (on hold)
  new_stage,  // it becomes a stage of the new pipeline
  near_name,  // a stage of nearly this name is there
  position,   // the stage that usually stands there: a person should look at it
};
BOOST_DESCRIBE_ENUM(ChosenBy, mapping, name, ending, new_stage, near_name, position)

struct StageChoice {
  std::string stage;  // as the files spell it
  std::string to;     // as StageMapping::to: in an existing pipeline the key of a stage
  ChosenBy by = ChosenBy::mapping;
};

struct PipelineChoice {
  const sales::Pipeline* pipeline = nullptr;  // borrowed; nullptr: a new one is published, called
  std::string new_name;
  std::vector<StageChoice> stages;  // in pipeline order as far as it is known, endings last

  // Notes all of it in the mapping. Gives whether the history reads differently under it.
  bool complete(Mapping& mapping) const;
};

// `history` is the dataset's under its present mapping. Where the mapping names no pipeline: the
// oldest one that has every stage by name, else a new one, called after the first file of deals.
// invalid: no such pipeline or stage (the nearest is suggested), or the pipeline has no stage for
// the deals on hold. conflict: the new pipeline's name is taken by one with other stages.
Result<PipelineChoice> choose_stages(const std::vector<sales::Pipeline>& pipelines,
                                     const Dataset& dataset, const cycle::HistorySet& history);

}  // namespace stagecoach::exchange
