// Who may say yes to leaving a stage, and what was asked and answered. Pure rules.
//
// An approver has the permission to override gates and sees the deal. Nobody answers what he asked
// for himself, but for an owner of the organisation, above whom there is nobody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sales/deals/deal.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_events.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// When what has no deadline is due.
inline constexpr Instant kNoDeadline = Instant(std::chrono::days(kNoDate));

// What the stage wants approved, inside groups too; those of this key alone where one is given.
std::vector<const Criterion*> approval_criteria(const Stage& stage,
                                                const std::string& key = std::string());

// Asked for in the present visit of the stage and not answered yet; nullptr: none.
const ApprovalRequest* waiting_request(const Deal& deal, const std::string& criterion_key);
bool has_waiting_request(const Deal& deal);
// When the first of them is due; kNoDeadline where none has a deadline. nullopt: none waits.
std::optional<Instant> approval_due(const Deal& deal);

// In his own right, or for an absent approver for whom he stands in. `request` is the one to be
// answered; nullptr: nobody asked.
bool may_approve(const Viewer& viewer, const ApprovalRule& rule, const Deal& deal,
                 const ApprovalRequest* request);

// The absent approver for whom he stands in, whatever he may do in his own right; nullopt: none.
std::optional<UserId> absent_approver(const Viewer& viewer, const ApprovalRule& rule,
                                      const Deal& deal, const ApprovalRequest* request);

// For whom he does it; nullopt: in his own right.
std::optional<UserId> approves_for(const Viewer& viewer, const ApprovalRule& rule, const Deal& deal,
                                   const ApprovalRequest* request);

// What the events do to the facts.
void add_requests(DealFacts& facts, const std::vector<ApprovalRequest>& requests);
void add_answer(DealFacts& facts, const DealApprovalAnswered& answer, UserId by, Instant at);

}  // namespace stagecoach::sales
