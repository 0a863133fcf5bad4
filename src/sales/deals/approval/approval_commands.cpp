#include "sales/deals/approval/approval_commands.h"

#include "sales/deals/approval/approval.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/gate/stage_gate.h"
#include "sales/deals/waiting/waiting_commands.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNothingToAsk{"approval.nothing_to_ask",
                               "There is nothing here that still has to be approved and was not "
                               "asked for.",
                               "没有尚待审批且尚未请求的事项。"};
constexpr Phrase kNotAsked{"approval.not_asked", "Nobody has asked for this approval.",
                           "没有待处理的审批请求。"};
constexpr Phrase kNotYours{"approval.not_yours", "This is for somebody else to approve.",
                           "此事项应由他人审批。"};
constexpr Phrase kOwnRequest{"approval.own_request",
                             "You asked for this yourself; somebody else answers it.",
                             "这是您自己提出的请求，须由他人审批。"};
constexpr Phrase kReasonMissing{"approval.reason_required", "Say why you refuse.",
                                "请说明不通过的原因。"};
constexpr Phrase kDeleted{"approval.deal_deleted", "This deal was deleted.", "该商机已删除。"};

const Stage* stage_of(const Pipelines& pipelines, const Deal& deal) {
  const Pipeline* pipeline = pipelines.find(deal.pipeline_id);
  return pipeline ? pipeline->find(deal.stage_id) : nullptr;
}

std::optional<Instant> due_after(const BusinessCalendar& calendar, Instant now,
                                 const std::optional<Standard>& deadline) {
  constexpr std::int64_t kMinutesPerHour = 60;
  if (!deadline) return std::nullopt;
  if (deadline->unit == StandardUnit::business_hours)
    return calendar.add_business_minutes(now, deadline->amount * kMinutesPerHour);
  return calendar.add_working_days(now, deadline->amount);
}

// An approver may see a deal that he may not change, so it is not loaded to be written.
Result<Deal> load_to_answer(journal::Work& work, DealId id, std::int64_t version) {
  const std::optional<Deal> deal = find_deal(work.tx, id);
  if (!deal) return no_such_record();
  TRY(authorize_read(viewer_of(work.actor), deal->owner_id, deal->team_id));
  if (deal->deleted_at) return Error(Error::Code::conflict, kDeleted);
  if (deal->version != version) return stale_record();
  return *deal;
}

Result<Deal> approve_in_advance(journal::Work& work, const Deal& before, const std::string& note) {
  TRY(authorize_write(viewer_of(work.actor), before.owner_id, before.team_id));
  Deal after = before;
  after.facts.approvals.push_back({before.stage_id, work.actor.user, work.now, note, ""});
  TRY(save_deal(work, before, after,
                journal::because(DealChanged{changes_between(before, after), {}})));
  return after;
}

}  // namespace

Result<Deal> ask_approval(journal::Work& work, const Pipelines& pipelines,
                          const BusinessCalendar& calendar, DealId id, std::int64_t version,
                          const AskApproval& wish) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  DealApprovalRequested asked;
  if (const Stage* stage = stage_of(pipelines, before))
    for (const Criterion* criterion : approval_criteria(*stage, wish.criterion_key.value_or(""))) {
      if (is_met(*criterion, *stage, before) || waiting_request(before, criterion->key)) continue;
      ApprovalRequest request;
      request.criterion_key = criterion->key;
      request.stage_id = before.stage_id;
      request.by = work.actor.user;
      request.at = work.now;
      request.note = wish.note;
      request.due =
          due_after(calendar, work.now, criterion->approval.value_or(ApprovalRule()).deadline);
      asked.requests.push_back(std::move(request));
    }
  if (asked.requests.empty()) return Error(Error::Code::refused, kNothingToAsk);
  Deal after = before;
  add_requests(after.facts, asked.requests);
  TRY(save_deal(work, before, after, journal::because(asked)));
  return let_wait_on(work, after, WaitingOn::approval);
}

Result<Deal> answer_approval(journal::Work& work, const Pipelines& pipelines, DealId id,
                             std::int64_t version, const AnswerApproval& wish) {
  const Deal before = TRY(load_to_answer(work, id, version));
  const Stage* stage = stage_of(pipelines, before);
  const auto criteria = stage ? approval_criteria(*stage, wish.criterion_key.value_or(""))
                              : std::vector<const Criterion*>();
  if (criteria.empty() && wish.approve) return approve_in_advance(work, before, wish.note);
  DealApprovalAnswered answer{wish.approve, before.stage_id, {}, wish.note, {}};
  bool is_own = false, is_anothers = false;
  for (const Criterion* criterion : criteria) {
    const ApprovalRequest* request = waiting_request(before, criterion->key);
    const ApprovalRule rule = criterion->approval.value_or(ApprovalRule());
    if (!may_approve(viewer_of(work.actor), rule, before, request)) {
      (request && request->by == work.actor.user ? is_own : is_anothers) = true;
      continue;
    }
    if (wish.approve ? is_met(*criterion, *stage, before) : !request) continue;
    const auto absent = approves_for(viewer_of(work.actor), rule, before, request);
    if (answer.criteria.empty()) answer.on_behalf_of = absent;
    // One answer is given in one name; what is another's to say waits for the next.
    if (answer.on_behalf_of != absent) continue;
    answer.criteria.push_back(criterion->key);
  }
  if (answer.criteria.empty()) {
    if (is_own) return Error(Error::Code::forbidden, kOwnRequest);
    if (is_anothers) return Error(Error::Code::forbidden, kNotYours);
    return Error(Error::Code::conflict, kNotAsked);
  }
  if (!wish.approve && wish.note.empty())
    return Error(Error::Code::refused, kReasonMissing, {{"note", kReasonMissing}});
  Deal after = before;
  add_answer(after.facts, answer, work.actor.user, work.now);
  TRY(save_deal(work, before, after, journal::because(answer)));
  return end_wait_for_approval(work, before, after);
}

Result<Deal> end_wait_for_approval(journal::Work& work, const Deal& before, const Deal& after) {
  const bool is_over = has_waiting_request(before) && !has_waiting_request(after);
  if (!is_over || after.waiting_on != WaitingOn::approval) return after;
  return let_wait_on(work, after, WaitingOn::us);
}

}  // namespace stagecoach::sales
