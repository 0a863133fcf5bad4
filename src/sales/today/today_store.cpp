#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "sales/activities/open_activities.h"
#include "sales/deals/views/concern_filter.h"
#include "sales/team/visibility.h"
#include "sales/today/today.h"

namespace stagecoach::sales {
namespace {

using db::SqlText;

constexpr int kCountedMax = 999;
constexpr int kStepsDefault = 50;
constexpr int kAtRiskMax = 20;
constexpr int kAgendaMax = 50;
constexpr int kAwaitedMax = 200;

// Whose day it is, and how the database is asked for it.
struct Asked {
  db::Connection& connection;
  const DealReading& reading;
  std::optional<UserId> person;  // absent: everybody whose deals the viewer sees

  // " AND …": the person's deals, and only what the viewer sees.
  SqlText& add_whose(SqlText& to) const {
    if (person) to.add(" AND deals.owner_id = ").bind(*person);
    return add_seen(to.add(" AND "), reading.viewer, "deals");
  }
};

std::vector<DealId> ids_of(const Asked& asked, SqlText& sql) {
  std::vector<DealId> ids;
  asked.connection.each_of(sql.text(), sql.params(),
                           [&](const db::Row& row) { ids.push_back(row.id<DealId>(0)); });
  return ids;
}

// ---- counting ----

TodayCounters count(const Asked& asked) {
  SqlText sql("SELECT ");
  bool first = true;
  for (const ConcernKind kind :
       {ConcernKind::overdue, ConcernKind::due_today, ConcernKind::no_next_step,
        ConcernKind::over_standard, ConcernKind::idle}) {
    if (!first) sql.add(", ");
    first = false;
    sql.add("(");
    add_count_of_concern(
        sql, kind, asked.reading, [&](SqlText& to) { asked.add_whose(to); }, kCountedMax);
    sql.add(")");
  }
  TodayCounters counters;
  asked.connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    counters = {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)};
  });
  return counters;
}

bool sees_any_deal(const Asked& asked) {
  SqlText sql("SELECT 1 FROM deals WHERE deals.deleted_at IS NULL AND ");
  add_seen(sql, asked.reading.viewer, "deals").add(" LIMIT 1");
  return asked.connection.first_of(sql.text(), sql.params(), [](const db::Row&) { return true; })
      .has_value();
}

// ---- which deals ----

// A step of the day before its deal is looked up.
struct Step {
  Instant due = Instant::max();
  std::optional<DealId> deal;
  const Activity* activity = nullptr;  // one that is no deal's next step
};

// Due before the end of the day, the longest overdue first.
std::vector<Step> due_deals(const Asked& asked, int limit) {
  SqlText sql("SELECT deals.next_step_due, deals.id FROM deals WHERE ");
  sql.add(kIsOpen).add(" AND deals.next_step_due < ").bind(asked.reading.clock.end_of_day());
  asked.add_whose(sql);
  sql.add(" ORDER BY deals.next_step_due, deals.amount_minor, deals.id LIMIT ")
      .add(std::to_string(limit));
  std::vector<Step> due;
  asked.connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    due.push_back({row.instant(0), row.id<DealId>(1)});
  });
  return due;
}

std::vector<DealId> deals_without_step(const Asked& asked, int limit) {
  SqlText sql("SELECT deals.id FROM deals WHERE ");
  sql.add(kIsOpen).add(" AND deals.next_step_due IS NULL");
  asked.add_whose(sql);
  sql.add(" ORDER BY deals.amount_minor DESC, deals.id DESC LIMIT ").add(std::to_string(limit));
  return ids_of(asked, sql);
}

// A deal at risk, and what ranks it: by how many times it is over its standard (0 where it is not),
// and since when it is idle.
struct Risk {
  DealId id;
  double times_over = 0;
  Instant idle_since = Instant::max();

  bool operator<(const Risk& other) const {
    return times_over != other.times_over ? times_over > other.times_over
                                          : idle_since < other.idle_since;
  }
};

Risk risk_of(const DealReading& reading, const db::Row& row) {
  Risk risk{row.id<DealId>(0)};
  const Pipeline* pipeline = reading.pipelines.find(row.id<PipelineId>(1));
  const Stage* stage = pipeline ? pipeline->find(row.id<StageId>(2)) : nullptr;
  if (!stage) return risk;
  if (const StageAge age = reading.clock.age(*stage, row.instant(3)); age.over)
    risk.times_over = static_cast<double>(age.elapsed) / std::max(1, age.standard.value_or(1));
  const auto idle_before = reading.clock.idle_before(*pipeline);
  if (idle_before && row.instant(4) < *idle_before) risk.idle_since = row.instant(4);
  return risk;
}

// The most at risk first, `shown` left out. The oldest of each stage (of each pipeline) are asked
// for, as many as there is room for: an index gives them in this order, where sorting all that are
// over would take as long as there are deals.
std::vector<DealId> deals_at_risk(const Asked& asked, const std::vector<DealId>& shown) {
  constexpr int kPartsMax = 400;  // SQLite takes 500 in one question
  const StageClock& clock = asked.reading.clock;
  const std::size_t room = kAtRiskMax + shown.size();
  std::unordered_set<std::int64_t> taken;
  for (const DealId id : shown) taken.insert(id.value);
  std::vector<Risk> risks;
  auto sql = std::make_unique<SqlText>();
  int parts = 0;
  const auto ask = [&] {
    if (parts == 0) return;
    asked.connection.each_of(sql->text(), sql->params(), [&](const db::Row& row) {
      if (taken.insert(row.integer(0)).second) risks.push_back(risk_of(asked.reading, row));
    });
    sql = std::make_unique<SqlText>();
    parts = 0;
  };
  const auto add_part = [&](auto add_condition, std::string_view order) {
    if (parts == kPartsMax) ask();
    sql->add(parts++ == 0 ? "" : " UNION ALL ");
    sql->add("SELECT * FROM (SELECT deals.id, deals.pipeline_id, deals.stage_id, ");
    sql->add("deals.stage_entered_at, deals.touched_at FROM deals WHERE ").add(kIsOpen);
    add_condition(sql->add(" AND "));
    asked.add_whose(*sql).add(" ORDER BY ").add(order).add(", deals.id LIMIT ");
    sql->add(std::to_string(room)).add(") AS part");
  };
  for (const Pipeline& pipeline : asked.reading.pipelines.all()) {
    for (const Stage& stage : pipeline.stages)
      if (stage.kind == StageKind::open && clock.over_before(stage))
        add_part([&](SqlText& to) { add_over_standard(to, stage, clock); },
                 "deals.stage_entered_at");
    if (clock.idle_before(pipeline))
      add_part([&](SqlText& to) { add_idle(to, pipeline, clock); }, "deals.touched_at");
  }
  ask();
  std::stable_sort(risks.begin(), risks.end());
  if (risks.size() > kAtRiskMax) risks.resize(kAtRiskMax);
  std::vector<DealId> ids;
  for (const Risk& risk : risks) ids.push_back(risk.id);
  return ids;
}

// ---- activities ----

// Open activities of the person that are due by the end of the day and that no deal of his own
// shows as its next step: those of other people's deals, of accounts, of nothing.
std::vector<Activity> due_elsewhere(const Asked& asked, int limit) {
  if (!asked.person) return {};
  return open_activities(
      asked.connection, asked.reading.viewer,
      [&](SqlText& to) {
        to.add("activities.owner_id = ").bind(*asked.person).add(" AND activities.due < ");
        to.bind(asked.reading.clock.end_of_day());
        to.add(" AND (deals.id IS NULL OR deals.owner_id <> ").bind(*asked.person).add(")");
      },
      limit);
}

std::vector<Activity> agenda_of(const Asked& asked) {
  return open_activities(
      asked.connection, asked.reading.viewer,
      [&](SqlText& to) {
        to.add("activities.due >= ").bind(asked.reading.clock.start_of_day());
        to.add(" AND activities.due < ").bind(asked.reading.clock.end_of_day());
        to.add(" AND activities.kind IN ('call', 'meeting', 'demo')");
        if (asked.person) to.add(" AND activities.owner_id = ").bind(*asked.person);
      },
      kAgendaMax);
}

// ---- approvals ----

// Deals in which an approval is awaited, as far as the gate of an approval asks for them.
std::vector<Deal> deals_awaiting_approval(const Asked& asked) {
  SqlText sql(
      "SELECT deals.id, deals.pipeline_id, deals.stage_id, deals.owner_id, deals.team_id, "
      "deals.stage_entered_at, deals.facts FROM deals WHERE deals.approval_due IS NOT NULL AND ");
  add_seen(sql.add(kIsOpen).add(" AND "), asked.reading.viewer, "deals");
  sql.add(" ORDER BY deals.approval_due, deals.id LIMIT ").add(std::to_string(kAwaitedMax));
  std::vector<Deal> deals;
  asked.connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    Deal deal;
    deal.id = row.id<DealId>(0);
    deal.pipeline_id = row.id<PipelineId>(1);
    deal.stage_id = row.id<StageId>(2);
    deal.owner_id = row.id<UserId>(3);
    deal.team_id = row.optional<TeamId>(4).value_or(TeamId());
    deal.stage_entered_at = row.instant(5);
    auto facts = json::read<DealFacts>(row.text(6));
    if (!facts) throw std::runtime_error("the stored facts of a deal cannot be read");
    deal.facts = *std::move(facts);
    deals.push_back(std::move(deal));
  });
  return deals;
}

std::vector<AwaitedApproval> awaited_approvals(const Asked& asked) {
  const std::vector<Deal> deals = deals_awaiting_approval(asked);
  std::vector<const Deal*> pointers;
  for (const Deal& deal : deals) pointers.push_back(&deal);
  auto requests = approval_requests_of(asked.connection, asked.reading, pointers);
  std::vector<DealId> ids;
  std::vector<ApprovalRequestView> awaited;
  for (std::size_t i = 0; i < deals.size(); ++i)
    for (ApprovalRequestView& request : requests[i]) {
      const bool is_his = request.may_answer || request.by.id == asked.reading.viewer.user;
      if (request.state != ApprovalState::waiting || !is_his) continue;
      ids.push_back(deals[i].id);
      awaited.push_back(std::move(request));
    }
  std::vector<DealCard> cards = cards_of(asked.connection, asked.reading, ids);
  std::vector<AwaitedApproval> approvals;
  for (std::size_t i = 0; i < cards.size(); ++i)
    approvals.push_back({std::move(cards[i]), std::move(awaited[i])});
  return approvals;
}

// ---- putting the day together ----

// The cards and steps that the day shows, each looked up once.
class Shown {
 public:
  Shown(const Asked& asked, const std::vector<DealId>& deals,
        const std::vector<const Activity*>& others) {
    std::vector<DealId> wanted = deals;
    for (const Activity* activity : others)
      if (activity->deal_id) wanted.push_back(*activity->deal_id);
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::vector<ActivityId> steps;
    for (DealCard& card : cards_of(asked.connection, asked.reading, wanted)) {
      if (card.next_step) steps.push_back(card.next_step->activity_id);
      cards_.emplace(card.id.value, std::move(card));
    }
    for (Activity& step : find_activities(asked.connection, steps))
      steps_.emplace(step.id.value, std::move(step));
  }

  const DealCard& card(DealId id) const { return cards_.at(id.value); }

  TodayItem item(DealId id) const {
    TodayItem item{card(id), {}};
    if (item.deal->next_step)
      if (const auto step = steps_.find(item.deal->next_step->activity_id.value);
          step != steps_.end())
        item.activity = step->second;
    return item;
  }
  TodayItem item(const Activity& activity) const {
    TodayItem item{{}, activity};
    if (activity.deal_id)
      if (const auto known = cards_.find(activity.deal_id->value); known != cards_.end())
        item.deal = known->second;
    return item;
  }

 private:
  std::unordered_map<std::int64_t, DealCard> cards_;
  std::unordered_map<std::int64_t, Activity> steps_;
};

// What is due, whosever deal it is on, the longest overdue first; then deals without a next step.
std::vector<Step> steps_of(const Asked& asked, const std::vector<Activity>& elsewhere, int limit) {
  std::vector<Step> steps = due_deals(asked, limit);
  for (const Activity& activity : elsewhere)
    steps.push_back({activity.due.value_or(Instant::max()), {}, &activity});
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.due < b.due; });
  const auto most = static_cast<std::size_t>(limit);
  if (steps.size() > most) steps.resize(most);
  if (const std::size_t room = most - steps.size(); room > 0)
    for (const DealId id : deals_without_step(asked, static_cast<int>(room)))
      steps.push_back({Instant::max(), id});
  return steps;
}

}  // namespace

Today read_today(db::Connection& connection, const DealReading& reading, const TodayQuery& query) {
  Asked asked{connection, reading, query.owner_id};
  if (!asked.person && query.scope.value_or(TodayScope::mine) == TodayScope::mine)
    asked.person = reading.viewer.user;
  const int limit = query.limit.value_or(kStepsDefault);

  const std::vector<Activity> elsewhere = due_elsewhere(asked, limit);
  const std::vector<Activity> agenda = agenda_of(asked);
  const std::vector<Step> steps = steps_of(asked, elsewhere, limit);
  std::vector<DealId> deals;
  std::vector<const Activity*> others;
  for (const Step& step : steps)
    step.deal ? deals.push_back(*step.deal) : others.push_back(step.activity);
  const std::vector<DealId> risky = deals_at_risk(asked, deals);
  deals.insert(deals.end(), risky.begin(), risky.end());
  for (const Activity& activity : agenda) others.push_back(&activity);
  const Shown shown(asked, deals, others);

  Today today;
  today.as_of = reading.clock.now();
  today.end_of_day = reading.clock.end_of_day();
  today.any_deals = sees_any_deal(asked);
  today.counters = count(asked);
  for (const Step& step : steps)
    today.steps.push_back(step.deal ? shown.item(*step.deal) : shown.item(*step.activity));
  for (const DealId id : risky) today.at_risk.push_back(shown.item(id));
  for (const Activity& activity : agenda) today.agenda.push_back(shown.item(activity));
  if (!query.owner_id) today.approvals = awaited_approvals(asked);
  return today;
}

}  // namespace stagecoach::sales
