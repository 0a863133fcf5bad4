// All SQL of the definitions of custom fields.
#pragma once

#include <optional>
#include <vector>

#include "journal/commands.h"
#include "sales/fields/custom_field.h"

namespace stagecoach::sales {

// Of all kinds of record, in their order, the archived ones included.
std::vector<CustomField> list_custom_fields(db::Connection& connection);
std::optional<CustomField> find_custom_field(db::Connection& connection, CustomFieldId id);

// Gives the id; version 1.
void insert_custom_field(journal::Work& work, CustomField& field);
// Raises the version. Stale: someone saved first.
Result<void> save_custom_field(journal::Work& work, CustomField& field);
// Stores their positions. No version is raised: who edits one of them is not in the way.
void place_custom_fields(journal::Work& work, const std::vector<CustomField>& fields);

}  // namespace stagecoach::sales
