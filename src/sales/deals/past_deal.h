// Writing a deal whose way is already behind it: sample data, and imports with stage history.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/deals/deal.h"
#include "sales/deals/deal_events.h"
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

// What an import knows of a deal's way: `entries` oldest first, the present stage last, endings and
// reopenings among them. With `entry_known` false nobody knows since when it is in the first of
// them; `started` may still say when the deal began.
struct ImportedWay {
  std::vector<StageEntered> entries;
  bool entry_known = true;
  std::optional<Instant> started;
};

// Stores `deal` as one event that carries the whole way behind it. `deal` comes out standing in the
// last stage of the way; before, it needs neither stage nor status. Its facts are taken as they
// are. invalid: no entry, or a stage that its pipeline does not have. Conflict: its external key is
// taken.
Result<void> write_imported_deal(journal::Work& work, const Pipelines& pipelines, Deal& deal,
                                 ImportedWay way, std::int64_t import_id,
                                 const std::vector<ProductId>& products);

}  // namespace stagecoach::sales
