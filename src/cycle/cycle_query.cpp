#include "cycle/cycle_query.h"

#include <algorithm>

namespace stagecoach::cycle {
namespace {

constexpr Phrase kNoPipeline{"cycle.no_pipeline", "There is no such pipeline.", "没有该销售流程。"};

std::int64_t start_of(const BusinessCalendar& calendar, Date day) {
  const Civil midnight{day.time_since_epoch()};
  return std::chrono::floor<std::chrono::seconds>(calendar.zone().to_instant(midnight))
      .time_since_epoch()
      .count();
}

DealSelection selection_of(const CycleSnapshot& snapshot, const sales::Viewer& viewer,
                           const CycleQuery& query, const BusinessCalendar& calendar) {
  DealSelection selection;
  selection.viewer = &viewer;
  selection.owner = query.owner_id;
  selection.team = query.team_id;
  selection.product = query.product_id;
  if (query.source) {
    const auto known = snapshot.source_numbers.find(*query.source);
    selection.source = known == snapshot.source_numbers.end() ? -1 : std::int64_t{known->second};
  }
  if (query.from) selection.from = start_of(calendar, *query.from);
  if (query.to) selection.until = start_of(calendar, *query.to + std::chrono::days(1));
  return selection;
}

}  // namespace

Result<AskedCycle> ask_cycle(const CycleProjection& projection, const CycleQuery& query,
                             const http::Request& request, const BusinessCalendar& calendar,
                             Instant now) {
  AskedCycle asked;
  asked.snapshot = TRY(projection.ready());
  const auto& all = asked.snapshot->pipelines;
  const auto at = query.pipeline_id ? all.find(query.pipeline_id->value) : all.begin();
  if (at == all.end())
    return Error(Error::Code::invalid, kNoPipeline, {{"pipeline_id", kNoPipeline}});
  asked.columns = at->second;
  asked.selection =
      selection_of(*asked.snapshot, sales::viewer_of(*request.identity()), query, calendar);
  const std::int64_t seconds =
      std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  asked.as_of = query.as_of
                    ? std::min(seconds, start_of(calendar, *query.as_of + std::chrono::days(1)) - 1)
                    : seconds;
  return asked;
}

}  // namespace stagecoach::cycle
