// What a reader of the analysis should know before believing it. Pure function.
#pragma once

#include <span>
#include <vector>

#include "cycle/analysis.h"

namespace stagecoach::cycle {

// `to_close` is the risk table of deals.to_close, which the caller has made already.
std::vector<Warning> warnings_about(const Analysis& analysis, const DealTally& deals,
                                    std::span<const StageTally> stages, const RiskTable& to_close);

// More stages than can be told apart (visits.h); the stage figures were left out.
Warning too_many_stages(std::int64_t stages);

}  // namespace stagecoach::cycle
