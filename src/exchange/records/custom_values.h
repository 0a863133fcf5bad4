// What a cell says of one of the organisation's own fields.
#pragma once

#include <optional>

#include "exchange/columns/custom_import.h"
#include "exchange/records/row_cells.h"

namespace stagecoach::exchange {

// nullopt: the cell is empty, or cannot be read (complained about, the cell left empty).
std::optional<sales::FieldValue> custom_value(RowCells& row, const BoundColumn& column,
                                              const CustomImport& custom);

}  // namespace stagecoach::exchange
