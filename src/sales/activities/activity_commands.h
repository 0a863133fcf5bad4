// Planning and logging activities. What they mean for the deal (its next step, what was done) is
// filed among the deal's facts in the same transaction.
//
// Refusals: not_found and forbidden by the visibility of the deal (or account) it belongs to, else
// of the activity's owner; stale where `version` is not the stored one.
#pragma once

#include "journal/commands.h"
#include "sales/activities/activity.h"

namespace stagecoach::sales {

struct NewNextStep {
  ActivityKind kind = ActivityKind::task;
  std::string subject;
  Instant due;
};
BOOST_DESCRIBE_STRUCT(NewNextStep, (), (kind, subject, due))
constexpr auto json_rules(const NewNextStep*) {
  return std::array{json::Rule("subject").length(1, 500)};
}

struct NewActivity {
  std::optional<DealId> deal_id;
  std::optional<AccountId> account_id;
  std::optional<ContactId> contact_id;
  ActivityKind kind = ActivityKind::task;
  std::optional<Direction> direction;
  std::string subject;
  std::optional<std::string> body;
  std::optional<Instant> due;
  std::optional<Instant> done_at;        // set: it is logged as done; not in the future
  std::optional<NewNextStep> next_step;  // planned in the same write, for the same deal or account
};
BOOST_DESCRIBE_STRUCT(NewActivity, (),
                      (deal_id, account_id, contact_id, kind, direction, subject, body, due,
                       done_at, next_step))
constexpr auto json_rules(const NewActivity*) {
  return std::array{json::Rule("subject").length(1, 500), json::Rule("body").length(0, 50'000)};
}

struct ActivityChange {
  json::Maybe<ActivityKind> kind;
  json::Patch<Direction> direction;
  json::Maybe<std::string> subject;
  json::Maybe<std::string> body;
  json::Patch<Instant> due;
};
BOOST_DESCRIBE_STRUCT(ActivityChange, (), (kind, direction, subject, body, due))
constexpr auto json_rules(const ActivityChange*) {
  return std::array{json::Rule("subject").length(1, 500), json::Rule("body").length(0, 50'000)};
}

// Done, and what comes next, in one go.
struct Completion {
  std::optional<Instant> done_at;  // absent: now
  std::optional<Direction> direction;
  std::optional<std::string> outcome;  // added to the body
  std::optional<NewNextStep> next_step;
};
BOOST_DESCRIBE_STRUCT(Completion, (), (done_at, direction, outcome, next_step))
constexpr auto json_rules(const Completion*) {
  return std::array{json::Rule("outcome").length(0, 50'000)};
}

// Needs a deal or an account. `refused`: done in the future.
Result<Activity> create_activity(journal::Work& work, const NewActivity& wish);
Result<Activity> change_activity(journal::Work& work, ActivityId id, std::int64_t version,
                                 const ActivityChange& change);
// Conflict: done already.
Result<Activity> complete_activity(journal::Work& work, ActivityId id, std::int64_t version,
                                   const Completion& completion);
// Takes a completion back: the activity is planned again as it was, and the next step that was set
// with it is gone unless that is done by now. Conflict: it is not done, or was changed since.
Result<Activity> reopen_activity(journal::Work& work, ActivityId id, std::int64_t version);
Result<void> delete_activity(journal::Work& work, ActivityId id, std::int64_t version);

// Gives all planned activities of `from` to `to`, each with an event led to by the one at `cause`.
// Returns how many. Who may is the caller's to check.
std::int64_t give_activities(journal::Work& work, UserId from, UserId to, std::size_t cause);

}  // namespace stagecoach::sales
