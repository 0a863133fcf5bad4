// Whether the criteria of a pipeline ask the organisation's own fields for what they can hold.
#pragma once

#include <vector>

#include "sales/fields/custom_field.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

bool asks_custom_fields(const Pipeline& pipeline);

// What is wrong, by the path of the criterion ("stages[0].exit_criteria[1]"): a field that is not
// there or archived, a formula, a value it cannot hold, an order where it has none.
std::vector<FieldError> custom_field_faults(const Pipeline& pipeline, const CustomFields& fields);

}  // namespace stagecoach::sales
