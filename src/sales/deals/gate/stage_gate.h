// The gate of a stage: what its standard asks for, and what a deal still lacks.
//
// Pure, so that the board, the deal page and the server's own check show the same list before
// anyone drags.
#pragma once

#include <vector>

#include "sales/deals/deal.h"

namespace stagecoach::sales {

// `stage` is the one the deal is in: an approval counts only for it and only for the present visit.
bool is_met(const Criterion& criterion, const Stage& stage, const Deal& deal);

// What still bars the deal from leaving the stage forward; empty means the gate is open.
std::vector<Criterion> unmet_criteria(const Stage& stage, const Deal& deal);

// Met and total, for the gate bar of a card. Counts the stage's own criteria, not those inside
// them.
struct GateProgress {
  int met = 0;
  int total = 0;
};
GateProgress gate_progress(const Stage& stage, const Deal& deal);

}  // namespace stagecoach::sales
