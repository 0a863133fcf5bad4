#include "sales/deals/approval/approval.h"

#include <algorithm>

#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

// What is older is in the journal.
constexpr std::size_t kRequestsKept = 50;

void collect(const std::vector<Criterion>& criteria, const std::string& key,
             std::vector<const Criterion*>& found) {
  for (const Criterion& criterion : criteria) {
    if (criterion.kind == CriterionKind::approval && (key.empty() || criterion.key == key))
      found.push_back(&criterion);
    collect(criterion.items, key, found);
  }
}

bool is_waiting(const ApprovalRequest& request, const Deal& deal) {
  return request.state == ApprovalState::waiting && request.stage_id == deal.stage_id &&
         request.at >= deal.stage_entered_at;
}

bool is_deputy(const ApprovalRule& rule, UserId user) {
  return std::find(rule.deputy_ids.begin(), rule.deputy_ids.end(), user) != rule.deputy_ids.end();
}

// Whether the rule means this person.
bool is_named(const Viewer& person, const ApprovalRule& rule, const Deal& deal) {
  if (is_deputy(rule, person.user)) return true;
  switch (rule.approver) {
    case ApproverKind::manager:
      return may_give_away(person, deal.owner_id, deal.team_id);
    case ApproverKind::role:
      return rule.role && person.role == *rule.role;
    case ApproverKind::person:
      return rule.person_id && person.user == *rule.person_id;
  }
  return false;
}

bool approves_himself(const Viewer& viewer, const ApprovalRule& rule, const Deal& deal,
                      const ApprovalRequest* request) {
  if (viewer.role == Role::owner) return true;
  return !(request && request->by == viewer.user) && is_named(viewer, rule, deal);
}

}  // namespace

std::vector<const Criterion*> approval_criteria(const Stage& stage, const std::string& key) {
  std::vector<const Criterion*> found;
  collect(stage.exit_criteria, key, found);
  return found;
}

const ApprovalRequest* waiting_request(const Deal& deal, const std::string& criterion_key) {
  for (const ApprovalRequest& request : deal.facts.approval_requests)
    if (request.criterion_key == criterion_key && is_waiting(request, deal)) return &request;
  return nullptr;
}

bool has_waiting_request(const Deal& deal) {
  return std::any_of(deal.facts.approval_requests.begin(), deal.facts.approval_requests.end(),
                     [&](const ApprovalRequest& request) { return is_waiting(request, deal); });
}

std::optional<Instant> approval_due(const Deal& deal) {
  std::optional<Instant> first;
  for (const ApprovalRequest& request : deal.facts.approval_requests)
    if (is_waiting(request, deal))
      first = std::min(first.value_or(kNoDeadline), request.due.value_or(kNoDeadline));
  return first;
}

bool may_approve(const Viewer& viewer, const ApprovalRule& rule, const Deal& deal,
                 const ApprovalRequest* request) {
  if (!viewer.has(Permission::gates_override)) return false;
  if (!may_see(viewer, deal.owner_id, deal.team_id)) return false;
  return approves_himself(viewer, rule, deal, request) ||
         approves_for(viewer, rule, deal, request).has_value();
}

std::optional<UserId> absent_approver(const Viewer& viewer, const ApprovalRule& rule,
                                      const Deal& deal, const ApprovalRequest* request) {
  if (!viewer.stands_in_for) return std::nullopt;
  if (request && request->by == viewer.user) return std::nullopt;
  for (const StandIn& each : *viewer.stands_in_for)
    if (each.leads && may_see(*each.absent, deal.owner_id, deal.team_id) &&
        !(request && request->by == each.absent->user) && is_named(*each.absent, rule, deal))
      return each.absent->user;
  return std::nullopt;
}

std::optional<UserId> approves_for(const Viewer& viewer, const ApprovalRule& rule, const Deal& deal,
                                   const ApprovalRequest* request) {
  if (approves_himself(viewer, rule, deal, request)) return std::nullopt;
  return absent_approver(viewer, rule, deal, request);
}

void add_requests(DealFacts& facts, const std::vector<ApprovalRequest>& requests) {
  auto& all = facts.approval_requests;
  all.insert(all.end(), requests.begin(), requests.end());
  if (all.size() > kRequestsKept)
    all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kRequestsKept));
}

void add_answer(DealFacts& facts, const DealApprovalAnswered& answer, UserId by, Instant at) {
  for (const std::string& key : answer.criteria) {
    if (answer.approved)
      facts.approvals.push_back({answer.stage_id, by, at, answer.reason, key, answer.on_behalf_of});
    for (ApprovalRequest& request : facts.approval_requests) {
      if (request.criterion_key != key || request.stage_id != answer.stage_id ||
          request.state != ApprovalState::waiting)
        continue;
      request.state = answer.approved ? ApprovalState::approved : ApprovalState::refused;
      request.answered_by = by;
      request.on_behalf_of = answer.on_behalf_of;
      request.answered_at = at;
      request.reason = answer.reason;
    }
  }
}

}  // namespace stagecoach::sales
