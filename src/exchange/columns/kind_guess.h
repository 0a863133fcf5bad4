// Which kind of file a header announces. Internal to recognise.cpp.
#pragma once

#include <string>
#include <vector>

#include "exchange/columns/field.h"
#include "exchange/table/table.h"

namespace stagecoach::exchange {

struct ColumnGuess {
  Field field = Field::ignored;
  std::string stage;
};

// A field per header column under the assumption of `kind`; where two columns claim one field, the
// more telling name has it.
std::vector<ColumnGuess> guess_columns(const std::vector<std::string>& header, FileKind kind);

// The kind that explains the header best. Deals and histories can have the same header; then the
// rows decide: a history repeats its deal ids.
FileKind guess_kind(const Table& table);

}  // namespace stagecoach::exchange
