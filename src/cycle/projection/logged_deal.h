// One deal's way through its pipeline as the journal tells it, unpacked: what events change and
// what episodes are made of. Millions of them are kept packed (deal_chunk.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cycle/history.h"
#include "platform/base/money.h"
#include "sales/deals/deal.h"

namespace stagecoach::cycle {

// An entry into a stage; won, lost and on hold are stages too.
struct LoggedEntry {
  std::int64_t at = 0;     // seconds
  std::int32_t stage = 0;  // the stage's id

  bool operator==(const LoggedEntry&) const = default;
};

struct LoggedDeal {
  sales::DealId id;
  UserId owner;
  sales::TeamId team;
  std::uint32_t source = 0;          // DealLog::source_number
  std::vector<LoggedEntry> entries;  // in the order they were recorded; never empty
  std::vector<std::int32_t> products;
  std::optional<Money> amount;          // as it is now
  bool entry_known = true;              // false: since when it is in its first stage is unknown
  std::optional<std::int64_t> started;  // when it began, where that is known nevertheless
  bool deleted = false;
  bool imported = false;  // with or without its way so far

  bool operator==(const LoggedDeal&) const = default;
};

// Somebody let a deal pass a gate without this exit criterion.
struct GateOverride {
  std::int64_t deal = 0;
  std::int64_t move = 0;  // the event
  std::string criterion;  // its key

  bool operator==(const GateOverride&) const = default;
};

// A stage's id to its number in the pipeline, or to one of these. Stages that a pipeline no longer
// has are missing; entries into them are passed over.
using StageNumbers = std::unordered_map<std::int32_t, int>;
inline constexpr int kNumberOfWon = -1, kNumberOfLost = -2;

// The episodes of one deal, oldest first; none where nothing of its way is known any more.
std::vector<Episode> episodes_of(const LoggedDeal& deal, const StageNumbers& number_of);

}  // namespace stagecoach::cycle
