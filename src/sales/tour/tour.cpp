#include "sales/tour/tour.h"

#include "sales/deals/deal_events.h"
#include "sales/pipeline/pipeline_events.h"
#include "sales/team/links/link_events.h"

namespace stagecoach::sales {

std::vector<TourStep> tour_steps_for(const Viewer& viewer) {
  std::vector<TourStep> steps{TourStep::open_deal};
  if (viewer.has(Permission::deals_write))
    steps.insert(steps.end(), {TourStep::next_step, TourStep::log_call, TourStep::pass_gate});
  steps.push_back(TourStep::read_cycle);
  if (viewer.has(Permission::users_manage)) steps.push_back(TourStep::invite);
  if (viewer.has(Permission::pipelines_edit)) steps.push_back(TourStep::set_standard);
  return steps;
}

std::optional<TourStep> tour_step_of(const journal::Event& event) {
  if (!event.actor) return std::nullopt;
  if (event.kind == kActivityPlanned) return TourStep::next_step;
  if (event.kind == DealMoved::kKind) return TourStep::pass_gate;
  if (event.kind == LinkMade::kKind) return TourStep::invite;
  if (event.kind == PipelinePublished::kKind) {
    // The first version may have come with an import.
    const auto published = json::read<PipelinePublished>(event.data);
    return published && published->version_number > 1 ? std::optional(TourStep::set_standard)
                                                      : std::nullopt;
  }
  if (event.kind != kActivityDone) return std::nullopt;
  const auto noted = json::read<ActivityNoted>(event.data);
  return noted && noted->kind == ActivityKind::call ? std::optional(TourStep::log_call)
                                                    : std::nullopt;
}

}  // namespace stagecoach::sales
