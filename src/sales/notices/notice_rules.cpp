#include "sales/notices/notice_rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "sales/deals/approval/approval.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deals_by_id.h"
#include "sales/deals/filed_events.h"
#include "sales/team/team_events.h"
#include "sales/team/who_sees.h"

namespace stagecoach::sales {
namespace {

using journal::Event;

bool is_approval(const Event& event) {
  return event.kind == DealApprovalRequested::kKind || event.kind == DealApprovalAnswered::kKind;
}

NewNotice notice_of(const Event& event, UserId user, NoticeKind kind) {
  NewNotice notice{user, kind, event.recorded_at};
  notice.event = event.seq;
  if (event.actor) notice.actor = event.actor;
  if (event.subject_kind == kDealSubject) notice.deal = DealId(event.subject_id);
  return notice;
}

// Tells of a batch of events; what several of them ask the database for is asked once.
class Telling {
 public:
  Telling(db::Connection& connection, const Pipelines& pipelines, std::span<const Event> events,
          Instant now)
      : pipelines_(pipelines) {
    std::vector<DealId> ids;
    bool asked = false;
    for (const Event& event : events) {
      if (is_approval(event)) ids.emplace_back(event.subject_id);
      asked = asked || event.kind == DealApprovalRequested::kKind;
    }
    for (Deal& deal : deals_by_id(connection, ids)) deals_.emplace(deal.id, std::move(deal));
    if (asked) approvers_ = people_with(connection, Permission::gates_override, now);
  }

  void tell(const Event& event) {
    if (event.kind == kNoteWritten || event.kind == kNoteChanged)
      with<NoteNoted>(event, [&](const NoteNoted& note) {
        for (const UserId user : note.mentions) add(event, user, NoticeKind::mention);
      });
    else if (event.kind == DealApprovalRequested::kKind)
      with<DealApprovalRequested>(event, [&](const auto& asked) { tell_approvers(event, asked); });
    else if (event.kind == DealApprovalAnswered::kKind)
      with<DealApprovalAnswered>(event, [&](const auto& answer) { tell_asker(event, answer); });
    else if (event.kind == DealCreated::kKind)
      with<DealCreated>(event, [&](const DealCreated& created) {
        if (!created.import_id && event.actor)
          add(event, created.snapshot.owner_id, NoticeKind::assigned);
      });
    else if (event.kind == DealChanged::kKind && !event.cause)
      with<DealChanged>(event, [&](const DealChanged& changed) { tell_owner(event, changed); });
    else if (event.kind == RecordsHandedOver::kKind)
      with<RecordsHandedOver>(event, [&](const RecordsHandedOver& given) {
        if (!add(event, given.to_user_id, NoticeKind::handed_over)) return;
        told_.back().person = UserId(event.subject_id);
      });
  }

  std::vector<NewNotice> take() { return std::move(told_); }

 private:
  template <class E, class F>
  static void with(const Event& event, F f) {
    if (const auto data = json::read<E>(event.data)) f(*data);
  }

  // False where it is his own act.
  bool add(const Event& event, UserId user, NoticeKind kind) {
    if (!user || user == event.actor) return false;
    told_.push_back(notice_of(event, user, kind));
    return true;
  }

  void tell_owner(const Event& event, const DealChanged& changed) {
    for (const Change& change : changed.changes)
      if (change.field == "owner_id")
        if (const auto owner = json::read<UserId>(change.after.text))
          add(event, *owner, NoticeKind::assigned);
  }

  void tell_approvers(const Event& event, const DealApprovalRequested& asked) {
    const auto deal = deals_.find(DealId(event.subject_id));
    if (deal == deals_.end()) return;
    const Pipeline* pipeline = pipelines_.find(deal->second.pipeline_id);
    std::set<UserId> told;
    for (const ApprovalRequest& request : asked.requests) {
      const Stage* stage = pipeline ? pipeline->find(request.stage_id) : nullptr;
      if (!stage) continue;
      for (const Criterion* criterion : approval_criteria(*stage, request.criterion_key))
        for (const UserId user : approvers_of(*criterion, deal->second, request))
          if (told.insert(user).second) add(event, user, NoticeKind::approval_asked);
    }
  }

  std::vector<UserId> approvers_of(const Criterion& criterion, const Deal& deal,
                                   const ApprovalRequest& request) const {
    const ApprovalRule rule = criterion.approval.value_or(ApprovalRule());
    std::vector<UserId> meant, owners;
    for (const Viewer& person : approvers_) {
      if (person.user == request.by || !may_approve(person, rule, deal, &request)) continue;
      (is_meant(rule, person, deal, request) ? meant : owners).push_back(person.user);
    }
    return meant.empty() ? owners : meant;
  }

  // An owner may answer everything; he is asked where the rule names him or his role, or somebody
  // for whom he stands in.
  static bool is_meant(const ApprovalRule& rule, const Viewer& person, const Deal& deal,
                       const ApprovalRequest& request) {
    if (person.role != Role::owner || absent_approver(person, rule, deal, &request)) return true;
    const auto& deputies = rule.deputy_ids;
    return std::find(deputies.begin(), deputies.end(), person.user) != deputies.end() ||
           (rule.approver == ApproverKind::role && rule.role == Role::owner) ||
           (rule.approver == ApproverKind::person && rule.person_id == person.user);
  }

  void tell_asker(const Event& event, const DealApprovalAnswered& answer) {
    const auto deal = deals_.find(DealId(event.subject_id));
    if (deal == deals_.end()) return;
    std::set<UserId> askers;
    for (const ApprovalRequest& request : deal->second.facts.approval_requests)
      if (request.stage_id == answer.stage_id && request.answered_at == event.effective_at &&
          std::find(answer.criteria.begin(), answer.criteria.end(), request.criterion_key) !=
              answer.criteria.end())
        askers.insert(request.by);
    for (const UserId asker : askers)
      if (add(event, asker, NoticeKind::approval_answered))
        told_.back().outcome = answer.approved ? NoticeOutcome::approved : NoticeOutcome::refused;
  }

  const Pipelines& pipelines_;
  std::map<DealId, Deal> deals_;
  std::vector<Viewer> approvers_;
  std::vector<NewNotice> told_;
};

}  // namespace

bool may_concern(const Event& event) {
  return event.kind == kNoteWritten || event.kind == kNoteChanged || is_approval(event) ||
         event.kind == DealCreated::kKind || event.kind == DealChanged::kKind ||
         event.kind == RecordsHandedOver::kKind;
}

std::vector<NewNotice> notices_of(db::Connection& connection, const Pipelines& pipelines,
                                  std::span<const Event> events, Instant now) {
  Telling telling(connection, pipelines, events, now);
  for (const Event& event : events) telling.tell(event);
  return telling.take();
}

}  // namespace stagecoach::sales
