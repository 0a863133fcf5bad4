// What lists find records by: kept beside the records, in the same transaction.
#pragma once

#include "journal/commands.h"
#include "sales/fields/custom_field.h"

namespace stagecoach::sales {

// Brings the rows of one record from `before` to `after`; nothing is written where they are equal.
void index_values(journal::Work& work, FieldRecord record, std::int64_t id,
                  const FieldValues& before, const FieldValues& after);

}  // namespace stagecoach::sales
