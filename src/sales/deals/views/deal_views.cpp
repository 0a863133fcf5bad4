#include "sales/deals/views/deal_views.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "journal/reader.h"
#include "sales/deals/approval/approval.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/fields/deal_values.h"
#include "sales/deals/stage_path.h"
#include "sales/deals/views/timeline_text.h"
#include "sales/team/people.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

struct PathVisit {
  StageId stage;
  Instant from;
  std::optional<Instant> until;
};

// The deal's visits, oldest first.
std::vector<PathVisit> visits_of(db::Connection& connection, const Deal& deal) {
  std::vector<PathVisit> visits;
  for (const StageEntered& entry : path_of(connection, deal)) {
    if (!visits.empty()) visits.back().until = entry.at;
    visits.push_back({entry.stage_id, entry.at, {}});
  }
  return visits;
}

std::vector<PathStep> steps_of(const Pipeline& pipeline, const StageClock& clock, const Deal& deal,
                               const std::vector<PathVisit>& visits) {
  int furthest = -1;
  for (const PathVisit& visit : visits)
    furthest = std::max(furthest, pipeline.position_of(visit.stage));
  if (deal.status == StageKind::won) furthest = pipeline.open_stages();
  std::vector<PathStep> path;
  for (const Stage& stage : pipeline.stages) {
    PathStep step;
    step.stage_id = stage.id;
    step.age = clock.age(stage, clock.now());
    for (const PathVisit& visit : visits) {
      if (visit.stage != stage.id) continue;
      const StageAge age = clock.age(stage, visit.from, visit.until);
      step.age.elapsed += age.elapsed;
      if (step.visits++ == 0) step.age.since = age.since;
    }
    step.age.over = step.age.standard && step.age.elapsed > *step.age.standard;
    const int position = pipeline.position_of(stage.id);
    if (stage.id == deal.stage_id)
      step.state = PathState::current;
    else if (step.visits > 0)
      step.state = PathState::done;
    else if (position >= 0 && position < furthest)
      step.state = PathState::passed;
    path.push_back(step);
  }
  return path;
}

std::optional<Instant> last_contact(const Deal& deal, ContactId contact) {
  for (const ContactTouch& touch : deal.facts.contacts)
    if (touch.contact_id == contact) return touch.last_at;
  return std::nullopt;
}

std::vector<std::string> may_approve_unasked(const DealReading& reading, const Deal& deal) {
  std::vector<std::string> keys;
  const Pipeline* pipeline = reading.pipelines.find(deal.pipeline_id);
  const Stage* stage = pipeline ? pipeline->find(deal.stage_id) : nullptr;
  if (!stage) return keys;
  for (const Criterion* criterion : approval_criteria(*stage)) {
    const ApprovalRequest* request = waiting_request(deal, criterion->key);
    if (may_approve(reading.viewer, criterion->approval.value_or(ApprovalRule()), deal, request))
      keys.push_back(criterion->key);
  }
  return keys;
}

bool is_undoable(const journal::Event& event) {
  if (event.kind == DealMoved::kKind || event.kind == DealDeleted::kKind) return true;
  if (event.kind == DealWaitingOnChanged::kKind) {
    const auto changed = json::read<DealWaitingOnChanged>(event.data);
    return changed && !changed->undoes;
  }
  if (event.kind != DealChanged::kKind) return false;
  const auto changed = json::read<DealChanged>(event.data);
  return changed && can_undo(*changed);
}

}  // namespace

std::vector<std::vector<ApprovalRequestView>> approval_requests_of(
    db::Connection& connection, const DealReading& reading, const std::vector<const Deal*>& deals) {
  std::vector<UserId> people;
  for (const Deal* deal : deals)
    for (const ApprovalRequest& request : deal->facts.approval_requests) {
      people.push_back(request.by);
      if (request.answered_by) people.push_back(*request.answered_by);
      if (request.on_behalf_of) people.push_back(*request.on_behalf_of);
    }
  const std::map<UserId, std::string> names = names_of_people(connection, people);
  const auto named = [&](UserId id) {
    const auto found = names.find(id);
    return NamedUser{id, found == names.end() ? "" : found->second};
  };
  std::vector<std::vector<ApprovalRequestView>> all;
  for (const Deal* deal : deals) {
    auto& views = all.emplace_back();
    const Pipeline* pipeline = reading.pipelines.find(deal->pipeline_id);
    const Stage* stage = pipeline ? pipeline->find(deal->stage_id) : nullptr;
    for (const ApprovalRequest& request : deal->facts.approval_requests) {
      if (request.stage_id != deal->stage_id || request.at < deal->stage_entered_at) continue;
      ApprovalRequestView view{request.criterion_key,
                               {},
                               named(request.by),
                               request.at,
                               request.note,
                               request.due,
                               false,
                               request.state,
                               {},
                               {},
                               request.answered_at,
                               request.reason,
                               false};
      if (request.answered_by) view.answered_by = named(*request.answered_by);
      if (request.on_behalf_of) view.on_behalf_of = named(*request.on_behalf_of);
      const auto criteria = stage ? approval_criteria(*stage, request.criterion_key)
                                  : std::vector<const Criterion*>();
      const bool waits = request.state == ApprovalState::waiting;
      view.overdue = waits && request.due && *request.due < reading.clock.now();
      if (!criteria.empty()) {
        const Criterion& criterion = *criteria.front();
        view.label = criterion.label;
        view.may_answer =
            waits && may_approve(reading.viewer, criterion.approval.value_or(ApprovalRule()), *deal,
                                 &request);
      }
      views.push_back(std::move(view));
    }
  }
  return all;
}

DealDetail detail_of(db::Connection& connection, const DealReading& reading, const Deal& deal) {
  DealDetail detail;
  static_cast<DealCard&>(detail) = card_of(connection, reading, deal);
  if (deal.team_id) detail.team_id = deal.team_id;
  detail.own_probability = deal.probability;
  detail.own_forecast_category = deal.forecast_category;
  detail.forecast_category =
      deal.forecast_category.value_or(category_by(deal.status, detail.probability));
  detail.episode = deal.episode;
  detail.closed_at = deal.closed_at;
  if (const Pipeline* pipeline = reading.pipelines.find(deal.pipeline_id)) {
    detail.stage_path = steps_of(*pipeline, reading.clock, deal, visits_of(connection, deal));
    if (const Stage* stage = pipeline->find(deal.stage_id))
      for (const Criterion& criterion : stage->exit_criteria)
        detail.gate_checks.push_back({criterion, is_met(criterion, *stage, deal)});
  }
  detail.bant = deal.facts.bant;
  for (CommitteeMember& member : load_committee(connection, deal.id))
    detail.committee.push_back({std::move(member), last_contact(deal, member.contact_id)});
  detail.checklist = deal.facts.checklist;
  if (deal.facts.has_products) detail.products = load_product_lines(connection, deal.id);
  detail.approvals = deal.facts.approvals;
  detail.approval_requests = approval_requests_of(connection, reading, {&deal}).front();
  detail.may_approve = may_approve_unasked(reading, deal);
  detail.pains = deal.facts.pains;
  detail.competitor = deal.facts.competitor;
  detail.outcome_reason = deal.facts.outcome_reason;
  detail.close_date_changes = deal.facts.close_date_changes;
  detail.deleted = deal.deleted_at.has_value();
  detail.may_write = may_write(reading.viewer, deal.owner_id, deal.team_id);
  return detail;
}

namespace {

void add_kinds(TimelineKind kind, std::vector<std::string_view>& names) {
  const auto add = [&](std::initializer_list<std::string_view> more) {
    names.insert(names.end(), more);
  };
  switch (kind) {
    case TimelineKind::moves:
      return add({DealCreated::kKind, DealMoved::kKind, DealMoveUndone::kKind, DealDeleted::kKind,
                  DealRestored::kKind});
    case TimelineKind::changes:
      return add({DealChanged::kKind, DealWaitingOnChanged::kKind});
    case TimelineKind::activities:
      return add({"activity."});
    case TimelineKind::objections:
      return add({"objection."});
    case TimelineKind::notes:
      return add({"note."});
    case TimelineKind::files:
      return add({"attachment."});
    case TimelineKind::approvals:
      return add({"approval."});
  }
}

std::vector<journal::Event> events_of(db::Connection& connection, const Deal& deal,
                                      const std::vector<TimelineKind>& kinds, std::int64_t before,
                                      int limit) {
  const journal::Subject subject{kDealSubject, deal.id.value};
  if (kinds.empty()) return journal::history_of(connection, subject, before, limit);
  std::vector<std::string_view> names;
  for (const TimelineKind kind : kinds) add_kinds(kind, names);
  return journal::history_of_kinds(connection, subject, names, before, limit);
}

}  // namespace

Timeline timeline_of(db::Connection& connection, const DealReading& reading, const Deal& deal,
                     const std::vector<TimelineKind>& kinds, std::int64_t before, int limit) {
  std::vector<journal::Event> events = events_of(connection, deal, kinds, before, limit + 1);
  std::map<UserId, std::string> names;  // one look-up per person, not per event
  Timeline timeline;
  const bool more = static_cast<int>(events.size()) > limit;
  if (more) events.pop_back();
  for (journal::Event& event : events) {
    if (!redact(event, reading.pipelines.fields(), reading.viewer, deal.pipeline_id)) continue;
    TimelineEntry entry;
    entry.seq = event.seq;
    entry.at = event.effective_at;
    entry.recorded_at = event.recorded_at;
    if (event.actor) {
      const auto [known, is_new] = names.try_emplace(event.actor);
      if (is_new)
        if (const auto user = find_user(connection, event.actor)) known->second = user->name;
      entry.actor = NamedUser{event.actor, known->second};
    }
    entry.kind = event.kind;
    entry.summary = summarize(event, reading.pipelines, reading.viewer.language);
    entry.data = {event.data};
    entry.undoable = is_undoable(event);
    timeline.items.push_back(std::move(entry));
  }
  if (more) timeline.next_cursor = std::to_string(events.back().seq);
  return timeline;
}

}  // namespace stagecoach::sales
