// A pipeline's values in words, for the sentences that tell of its changes.
#pragma once

#include "platform/base/money.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

Localized words_of(bool yes);
Localized words_of(StageKind kind);
// "5 business days"; "none" where there is no standard.
Localized words_of(const std::optional<Standard>& standard);
Localized words_of_percent(int percent);
// What a criterion asks, without its label: "BANT: every element at least weak".
Localized words_of(const Criterion& criterion, Currency currency);
// One after the other, a comma between.
Localized words_of(const std::vector<Choice>& choices);
// One a line.
Localized words_of(const std::vector<Localized>& lines);

}  // namespace stagecoach::sales
