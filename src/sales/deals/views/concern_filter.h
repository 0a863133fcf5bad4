// The concerns of gate/concern.h as conditions in SQL.
#pragma once

#include <functional>
#include <vector>

#include "platform/db/sql_text.h"
#include "sales/deals/gate/concern.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// What the partial indexes of open deals are made for; every condition below needs it beside it.
inline constexpr std::string_view kIsOpen = "deals.status = 0 AND deals.deleted_at IS NULL";

// Adds the condition under which an open deal of the table `deals` has this concern: one
// comparison, or one a stage or pipeline joined by OR.
void add_concern(db::SqlText& to, ConcernKind kind, const Pipelines& pipelines,
                 const StageClock& clock);

// The alternatives of add_concern one by one: an open deal that has this concern meets exactly one
// of them, since it is in one stage of one pipeline, and an index answers each. They refer to
// `pipelines` and `clock`.
std::vector<std::function<void(db::SqlText&)>> concern_conditions(ConcernKind kind,
                                                                  const Pipelines& pipelines,
                                                                  const StageClock& clock);

// One comparison each, for queries that take them one by one so that an index orders them.
// REQUIRES: the stage (the pipeline) sets a limit.
void add_over_standard(db::SqlText& to, const Stage& stage, const StageClock& clock);
void add_idle(db::SqlText& to, const Pipeline& pipeline, const StageClock& clock);

}  // namespace stagecoach::sales
