#include "exchange/records/stage_names.h"

#include "exchange/values/words.h"

namespace stagecoach::exchange {

StageNames::Named StageNames::find(std::string_view name) {
  if (name.empty()) return {};
  const auto known = by_text_.find(name);
  if (known != by_text_.end()) return known->second;
  Named named;
  named.kind = kind_of_stage(mapping_, name);
  if (named.kind == StageKind::open) {
    std::string folded = fold_name(name);
    if (folded.empty()) folded = std::string(name);
    const auto [at, fresh] =
        by_folded_.try_emplace(std::move(folded), static_cast<int>(names_.size()));
    if (fresh) names_.emplace_back(name);
    named.stage = at->second;
  }
  by_text_.emplace(std::string(name), named);
  return named;
}

}  // namespace stagecoach::exchange
