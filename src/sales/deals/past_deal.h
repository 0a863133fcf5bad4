// Writing a deal whose way is already behind it: sample data, and imports with stage history.
#pragma once

#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/deals/deal.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

struct PastMove {
  StageId to;
  Instant at;
  std::string reason;
  std::vector<std::string> overridden;  // criteria that were let pass
};

// Stores `deal`, which stands in its first stage since `deal.stage_entered_at`, and then moves it
// as told, each move with its own event at its own time. No gate is asked: it has happened. `deal`
// comes out as it stands after the last move. Its facts are taken as they are.
// invalid: a stage that its pipeline does not have. Conflict: its external key is taken.
Result<void> write_past_deal(journal::Work& work, const Pipelines& pipelines, Deal& deal,
                             const std::vector<PastMove>& moves,
                             const std::vector<ProductId>& products);

}  // namespace stagecoach::sales
