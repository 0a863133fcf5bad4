// The catalogue of column names behind field.h.
#pragma once

#include <span>
#include <string_view>

#include "exchange/columns/field.h"

namespace stagecoach::exchange {

// Names separated by "|", the most telling first.
struct FieldNames {
  Field field;
  std::string_view names;
};

// The names that count in files of this kind, on top of those of `shared_field_names`.
std::span<const FieldNames> own_field_names(FileKind kind);
// Names that mean the same in every kind of file.
std::span<const FieldNames> shared_field_names();

}  // namespace stagecoach::exchange
