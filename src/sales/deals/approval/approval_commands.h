// Asking for an approval, and answering.
//
// While an answer is awaited the deal waits on approval; afterwards it waits on us again.
#pragma once

#include "platform/base/business_calendar.h"
#include "sales/deals/deal_commands.h"

namespace stagecoach::sales {

struct AskApproval {
  std::optional<std::string> criterion_key;  // absent: all that the stage wants approved
  std::string note;
};
BOOST_DESCRIBE_STRUCT(AskApproval, (), (criterion_key, note))
constexpr auto json_rules(const AskApproval*) {
  return std::array{json::Rule("criterion_key").length(1, 60),
                    json::Rule("note").length(0, 2000).defaulted()};
}

// Refused: the stage wants nothing (of this key) approved that is not approved or asked for.
Result<Deal> ask_approval(journal::Work& work, const Pipelines& pipelines,
                          const BusinessCalendar& calendar, DealId id, std::int64_t version,
                          const AskApproval& wish);

struct AnswerApproval {
  std::optional<std::string> criterion_key;  // absent: all that one may answer
  bool approve = true;
  std::string note;  // the reason; a refusal cannot do without
};
BOOST_DESCRIBE_STRUCT(AnswerApproval, (), (criterion_key, approve, note))
constexpr auto json_rules(const AnswerApproval*) {
  return std::array{json::Rule("criterion_key").length(1, 60), json::Rule("approve").defaulted(),
                    json::Rule("note").length(0, 2000).defaulted()};
}

// Approves, asked or not, or refuses what was asked for. Forbidden to whoever is no approver, and
// to the one who asked (approval.h). A stage that wants nothing approved may be approved in advance
// by whoever may change the deal. A deputy answers in the name of the absent approver.
Result<Deal> answer_approval(journal::Work& work, const Pipelines& pipelines, DealId id,
                             std::int64_t version, const AnswerApproval& answer);

// The deal has left the stage in which it waited on approval: it waits on us. Part of a move.
Result<Deal> end_wait_for_approval(journal::Work& work, const Deal& before, const Deal& after);

}  // namespace stagecoach::sales
