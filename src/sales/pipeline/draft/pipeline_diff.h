// What a draft changes about a pipeline, in plain words.
//
// Pure. Equal definitions give no change, one edit gives one change, and what the list does not
// name is the same in both. Ids and version numbers are not compared; stages, criteria and choices
// are told apart by their keys.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

#include "platform/base/money.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

enum class PipelineChangeKind {
  name,
  allow_skip,
  allow_back,
  idle_after,
  stage_added,
  stage_removed,
  stage_moved,
  stage_name,
  stage_kind,
  probability,
  standard,
  goal,
  key_activities,
  guidance,
  criterion_added,
  criterion_removed,
  criterion_changed,
  criterion_moved,
  loss_reasons,
  sources,
};
BOOST_DESCRIBE_ENUM(PipelineChangeKind, name, allow_skip, allow_back, idle_after, stage_added,
                    stage_removed, stage_moved, stage_name, stage_kind, probability, standard, goal,
                    key_activities, guidance, criterion_added, criterion_removed, criterion_changed,
                    criterion_moved, loss_reasons, sources)

struct PipelineChange {
  PipelineChangeKind kind = PipelineChangeKind::name;
  std::string stage_key;      // empty: about the pipeline itself
  std::string criterion_key;  // empty: not about a criterion
  Localized text;             // the whole change as a sentence
  Localized before, after;    // the values alone; empty where there is none
  bool operator==(const PipelineChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(PipelineChange, (), (kind, stage_key, criterion_key, text, before, after))

// In the order of the stages of `after`, the pipeline's own changes first. Amounts are said in
// `currency`.
std::vector<PipelineChange> changes_between(const Pipeline& before, const Pipeline& after,
                                            Currency currency);

}  // namespace stagecoach::sales
