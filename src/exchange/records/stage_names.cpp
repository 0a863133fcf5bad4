#include "exchange/records/stage_names.h"

#include "exchange/values/words.h"

namespace stagecoach::exchange {

StageNames::Named StageNames::find(std::string_view name) {
  if (name.empty()) return {};
  const auto known = by_text_.find(name);
  if (known != by_text_.end()) return known->second;
  Named named;
  const StageMeaning meaning = meaning_of_stage(mapping_, name);
  named.kind = meaning.kind;
  if (named.kind == StageKind::open && !meaning.ignored) {
    std::string folded = fold_name(meaning.name);
    if (folded.empty()) folded = std::string(meaning.name);
    const auto [at, fresh] =
        by_folded_.try_emplace(std::move(folded), static_cast<int>(names_.size()));
    if (fresh) names_.emplace_back(meaning.name);
    named.stage = at->second;
  }
  by_text_.emplace(std::string(name), named);
  return named;
}

}  // namespace stagecoach::exchange
