// The golden case of the cohort table.
#pragma once

#include <utility>
#include <vector>

#include "cycle/visits.h"

namespace stagecoach::cycle {

inline Episode episode(std::vector<StageEntry> entries, Ending ending, std::int64_t ended_at = 0) {
  Episode e;
  e.entries = std::move(entries);
  if (!e.entries.empty()) e.start = e.entries.front().at;
  e.ending = ending;
  if (ending != Ending::open) e.ended_at = ended_at;
  return e;
}

// G6 of the golden cases, A = 0 and B = 1. Deals 4 and 7 are watched until 10 and 8: as one as-of
// cannot say that, they are censored there, and a second reading takes them as open.
inline VisitTable g6(Ending unfinished = Ending::censored) {
  VisitTable table(ClockUnit::days);
  table.append(0, episode({{0, 0}, {1, 3}}, Ending::won, 7));
  table.append(1, episode({{0, 0}}, Ending::lost, 2));
  table.append(2, episode({{0, 0}, {1, 4}, {0, 6}, {1, 9}}, Ending::won, 12));
  table.append(3, episode({{0, 0}, {1, 5}}, unfinished, 10));
  table.append(4, episode({{0, 0}}, Ending::lost, 6));
  table.append(5, episode({{0, 0}, {1, 1}}, Ending::lost, 8));
  table.append(6, episode({{0, 0}}, unfinished, 8));
  table.append(7, episode({{0, 0}}, Ending::won, 3));
  return table;
}

}  // namespace stagecoach::cycle
