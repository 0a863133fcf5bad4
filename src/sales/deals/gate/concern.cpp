#include "sales/deals/gate/concern.h"

#include <algorithm>

namespace stagecoach::sales {

Instant touched_at(const Deal& deal) {
  Instant latest = std::max(deal.created_at, deal.stage_entered_at);
  for (const ActivityTally& tally : deal.facts.activities) latest = std::max(latest, tally.last_at);
  return latest;
}

std::vector<Concern> concerns_of(const Deal& deal, const Pipeline& pipeline,
                                 const StageClock& clock) {
  std::vector<Concern> concerns;
  if (deal.status != StageKind::open || deal.deleted_at) return concerns;
  const Instant touched = touched_at(deal);
  if (!deal.facts.next_step)
    concerns.push_back({ConcernKind::no_next_step, touched});
  else if (deal.facts.next_step->due < clock.now())
    concerns.push_back({ConcernKind::overdue, deal.facts.next_step->due});
  else if (deal.facts.next_step->due < clock.end_of_day())
    concerns.push_back({ConcernKind::due_today, deal.facts.next_step->due});
  const Stage* stage = pipeline.find(deal.stage_id);
  if (stage && clock.age(*stage, deal.stage_entered_at).over)
    concerns.push_back({ConcernKind::over_standard, deal.stage_entered_at});
  if (const auto before = clock.idle_before(pipeline); before && touched < *before)
    concerns.push_back({ConcernKind::idle, touched});
  return concerns;
}

}  // namespace stagecoach::sales
