// What makes a pipeline fit to be published.
#pragma once

#include <vector>

#include "platform/base/result.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// Everything that keeps it from being published, by the path of each field: duplicate keys of
// stages or criteria, no open stage, no won or lost stage, two stages of one closed kind, an open
// stage behind another, a name that is missing or too long, a probability that contradicts the
// kind, and criteria without a label, without what their kind measures, or nested deeper than three
// levels.
std::vector<FieldError> faults_of(const Pipeline& pipeline);

// What of `next` contradicts the version that is published: a stage of another kind under the same
// key, and won or lost stages left out, for closed deals stay in them.
std::vector<FieldError> faults_beside(const Pipeline& published, const Pipeline& next);

// Refuses (invalid) with these faults.
Result<void> check_pipeline(const Pipeline& pipeline);
Error unfit_pipeline(std::vector<FieldError> faults);

}  // namespace stagecoach::sales
