#include "sales/deals/views/concern_filter.h"

namespace stagecoach::sales {
namespace {

// Alternatives in parentheses; FALSE where there is none.
class AnyOf {
 public:
  explicit AnyOf(db::SqlText& to) : to_(to) {}
  void begin() {
    to_.add(first_ ? "(" : " OR ");
    first_ = false;
  }
  void end() { to_.add(first_ ? "FALSE" : ")"); }

 private:
  db::SqlText& to_;
  bool first_ = true;
};

}  // namespace

void add_over_standard(db::SqlText& to, const Stage& stage, const StageClock& clock) {
  to.add("deals.stage_id = ").bind(stage.id);
  to.add(" AND deals.stage_entered_at < ").bind(clock.over_before(stage).value());
}

void add_idle(db::SqlText& to, const Pipeline& pipeline, const StageClock& clock) {
  to.add("deals.pipeline_id = ").bind(pipeline.id);
  to.add(" AND deals.touched_at < ").bind(clock.idle_before(pipeline).value());
}

void add_concern(db::SqlText& to, ConcernKind kind, const Pipelines& pipelines,
                 const StageClock& clock) {
  AnyOf any(to);
  switch (kind) {
    case ConcernKind::overdue:
      to.add("deals.next_step_due < ").bind(clock.now());
      return;
    case ConcernKind::due_today:
      to.add("deals.next_step_due >= ").bind(clock.now());
      to.add(" AND deals.next_step_due < ").bind(clock.end_of_day());
      return;
    case ConcernKind::no_next_step:
      to.add("deals.next_step_due IS NULL");
      return;
    case ConcernKind::over_standard:
      for (const Pipeline& pipeline : pipelines.all())
        for (const Stage& stage : pipeline.stages)
          if (stage.kind == StageKind::open && clock.over_before(stage)) {
            any.begin();
            add_over_standard(to, stage, clock);
          }
      return any.end();
    case ConcernKind::idle:
      for (const Pipeline& pipeline : pipelines.all())
        if (clock.idle_before(pipeline)) {
          any.begin();
          add_idle(to, pipeline, clock);
        }
      return any.end();
  }
}

}  // namespace stagecoach::sales
