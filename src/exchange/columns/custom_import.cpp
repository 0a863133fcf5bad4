#include "exchange/columns/custom_import.h"

#include "exchange/values/words.h"

namespace stagecoach::exchange {

const sales::CustomField* CustomImport::by_key(std::string_view key) const {
  for (const sales::CustomField& field : fields)
    if (field.key == key) return &field;
  return nullptr;
}

const sales::CustomField* CustomImport::by_name(std::string_view column) const {
  const std::string folded = fold_name(column);
  if (folded.empty()) return nullptr;
  for (const sales::CustomField& field : fields)
    for (const std::string* name : {&field.key, &field.label.en, &field.label.zh})
      if (fold_name(*name) == folded) return &field;
  return nullptr;
}

}  // namespace stagecoach::exchange
