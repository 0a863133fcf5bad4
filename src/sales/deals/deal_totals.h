// What deals add to the count and sum of their stages, which a board reads instead of the deals.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "journal/commands.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

// The changes of one unit of work, gathered so that each total is written once. A deleted deal adds
// nothing.
class DealTotals {
 public:
  void add(const Deal& deal) { change(deal, +1); }
  void take(const Deal& deal) { change(deal, -1); }
  void save(journal::Work& work) const;

 private:
  using Place = std::tuple<StageId, UserId, TeamId, std::string>;  // the last: the currency
  struct Share {
    std::int64_t deals = 0, without_next_step = 0, amount = 0, own_amount = 0, own_weighted = 0;
    bool operator==(const Share&) const = default;
  };

  void change(const Deal& deal, std::int64_t sign);

  std::map<Place, Share> changes_;
};

}  // namespace stagecoach::sales
