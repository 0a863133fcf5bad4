// Deals whose way is already behind them, ready to be stored: sample data, and imports with stage
// history.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sales/deals/deal_bulk.h"
#include "sales/deals/deal_events.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

struct PastMove {
  StageId to;
  Instant at;
  std::string reason;
  std::vector<std::string> overridden;  // criteria that were let pass
};

// `deal`, which stands in its first stage since `deal.stage_entered_at`, moved as told, each move
// with its own event at its own time. No gate is asked: it has happened. Its facts are taken as
// they are. invalid: a stage that its pipeline does not have.
Result<NewDeal> past_deal(const Pipelines& pipelines, Deal deal, const std::vector<PastMove>& moves,
                          std::vector<ProductId> products);

// What an import knows of a deal's way: `entries` oldest first, the present stage last, endings and
// reopenings among them. With `entry_known` false nobody knows since when it is in the first of
// them; `started` may still say when the deal began.
struct ImportedWay {
  std::vector<StageEntered> entries;
  bool entry_known = true;
  std::optional<Instant> started;
};

// `deal` with one event that carries the whole way behind it, standing in the last stage of the
// way; it needs neither stage nor status. Its facts are taken as they are. invalid: no entry, or a
// stage that its pipeline does not have.
Result<NewDeal> imported_deal(const Pipelines& pipelines, Deal deal, ImportedWay way,
                              std::int64_t import_id, std::vector<ProductId> products);

}  // namespace stagecoach::sales
