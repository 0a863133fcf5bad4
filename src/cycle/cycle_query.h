// Which pipeline, deals and day the pages of the cycle ask about; the same parameters everywhere.
#pragma once

#include "cycle/projection/cycle_projection.h"
#include "cycle/projection/deal_selection.h"
#include "platform/base/business_calendar.h"
#include "platform/http/request.h"

namespace stagecoach::cycle {

struct CycleQuery {
  std::optional<sales::PipelineId> pipeline_id;  // absent: the first pipeline
  std::optional<UserId> owner_id;
  std::optional<sales::TeamId> team_id;
  std::optional<std::string> source;
  std::optional<sales::ProductId> product_id;
  std::optional<Date> from, to;  // deals started in this period, both days included
  std::optional<Date> as_of;     // the end of this day; absent: now
};
BOOST_DESCRIBE_STRUCT(CycleQuery, (),
                      (pipeline_id, owner_id, team_id, source, product_id, from, to, as_of))
constexpr auto json_rules(const CycleQuery*) {
  return std::array{json::Rule("source").length(0, 100)};
}

// The selection refers to the viewer of the request it was made for.
struct AskedCycle {
  std::shared_ptr<const CycleSnapshot> snapshot;
  std::shared_ptr<const PipelineColumns> columns;
  DealSelection selection;
  std::int64_t as_of = 0;  // seconds; never later than `now`
};

// `invalid`: no such pipeline. `unavailable`: the journal is still being read.
Result<AskedCycle> ask_cycle(const CycleProjection& projection, const CycleQuery& query,
                             const http::Request& request, const BusinessCalendar& calendar,
                             Instant now);

}  // namespace stagecoach::cycle
