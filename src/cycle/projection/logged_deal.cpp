#include "cycle/projection/logged_deal.h"

namespace stagecoach::cycle {

std::vector<Episode> episodes_of(const LoggedDeal& deal, const StageNumbers& number_of) {
  std::vector<Episode> episodes;
  bool closed = true;  // the first entry opens the first episode
  for (const LoggedEntry& entry : deal.entries) {
    const auto known = number_of.find(entry.stage);
    if (known == number_of.end()) continue;
    // Only the entry an import did not date is unknown; later moves were watched. An import that
    // knows when a deal began knows when it ended, too.
    const bool is_dated_ending = known->second < 0 && deal.started;
    const bool undated = !deal.entry_known && &entry == &deal.entries.front() && !is_dated_ending;
    const std::int64_t at = undated ? kUnknownTime : entry.at;
    if (closed && known->second >= 0) {
      episodes.emplace_back();
      if (at != kUnknownTime) episodes.back().start = at;
      closed = false;
    }
    if (known->second >= 0) {
      episodes.back().entries.push_back({known->second, at});
      continue;
    }
    if (closed) {
      if (!episodes.empty()) continue;  // lost after won: the first outcome stays
      episodes.emplace_back();          // imported as closed, its way there unknown
    }
    episodes.back().ending = known->second == kNumberOfWon ? Ending::won : Ending::lost;
    if (at != kUnknownTime) episodes.back().ended_at = at;
    closed = true;
  }
  if (!deal.entry_known && deal.started && !episodes.empty())
    episodes.front().start = *deal.started;
  return episodes;
}

}  // namespace stagecoach::cycle
