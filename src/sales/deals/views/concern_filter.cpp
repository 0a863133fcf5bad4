#include "sales/deals/views/concern_filter.h"

namespace stagecoach::sales {

void add_over_standard(db::SqlText& to, const Stage& stage, const StageClock& clock) {
  to.add("deals.stage_id = ").bind(stage.id);
  to.add(" AND deals.stage_entered_at < ").bind(clock.over_before(stage).value());
}

void add_idle(db::SqlText& to, const Pipeline& pipeline, const StageClock& clock) {
  to.add("deals.pipeline_id = ").bind(pipeline.id);
  to.add(" AND deals.touched_at < ").bind(clock.idle_before(pipeline).value());
}

std::vector<std::function<void(db::SqlText&)>> concern_conditions(ConcernKind kind,
                                                                  const Pipelines& pipelines,
                                                                  const StageClock& clock) {
  using db::SqlText;
  switch (kind) {
    case ConcernKind::overdue:
      return {[&](SqlText& to) { to.add("deals.next_step_due < ").bind(clock.now()); }};
    case ConcernKind::due_today:
      return {[&](SqlText& to) {
        to.add("deals.next_step_due >= ").bind(clock.now());
        to.add(" AND deals.next_step_due < ").bind(clock.end_of_day());
      }};
    case ConcernKind::no_next_step:
      return {[](SqlText& to) { to.add("deals.next_step_due IS NULL"); }};
    case ConcernKind::over_standard:
    case ConcernKind::idle:
      break;
  }
  std::vector<std::function<void(SqlText&)>> conditions;
  for (const Pipeline& pipeline : pipelines.all()) {
    if (kind == ConcernKind::idle) {
      if (clock.idle_before(pipeline))
        conditions.emplace_back([&](SqlText& to) { add_idle(to, pipeline, clock); });
      continue;
    }
    for (const Stage& stage : pipeline.stages)
      if (stage.kind == StageKind::open && clock.over_before(stage))
        conditions.emplace_back([&](SqlText& to) { add_over_standard(to, stage, clock); });
  }
  return conditions;
}

void add_concern(db::SqlText& to, ConcernKind kind, const Pipelines& pipelines,
                 const StageClock& clock) {
  const auto conditions = concern_conditions(kind, pipelines, clock);
  if (conditions.empty()) {
    to.add("FALSE");
    return;
  }
  std::string_view joint = "(";
  for (const auto& add_condition : conditions) {
    add_condition(to.add(joint));
    joint = " OR ";
  }
  to.add(")");
}

}  // namespace stagecoach::sales
