// Bringing a draft onto a newer published version.
#pragma once

#include <vector>

#include "sales/pipeline/draft/pipeline_draft.h"

namespace stagecoach::sales {

// What `mine` changed of `base`, done to `theirs`. Where both changed the same value mine stays;
// a stage or criterion that one of them removed and the other did not touch is gone, and one that
// the other changed stays. Pure.
Pipeline rebased(const Pipeline& base, const Pipeline& mine, const Pipeline& theirs);

// What both changed, each to something else.
std::vector<RebaseClash> clashes_between(const Pipeline& base, const Pipeline& mine,
                                         const Pipeline& theirs, Currency currency);

}  // namespace stagecoach::sales
