// What the journal records about deals. The cycle's figures are computed from these events alone;
// docs/journal.md describes them for integrators.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/json/json.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

// What a deal looked like at the moment of a change, so that history can be read without replaying
// every edit before it.
struct DealSnapshot {
  std::optional<Money> amount;
  std::optional<Date> expected_close;
  int probability = 0;  // percent
  UserId owner_id;
  std::optional<TeamId> team_id;
  bool operator==(const DealSnapshot&) const = default;
};
BOOST_DESCRIBE_STRUCT(DealSnapshot, (), (amount, expected_close, probability, owner_id, team_id))

// Takes effect when the deal entered the first stage we know of.
struct DealCreated {
  static constexpr std::string_view kKind = "deal.created";
  std::string name;
  PipelineId pipeline_id;
  StageId stage_id;  // where it stands after `history`
  StageKind status = StageKind::open;
  std::string source;
  std::vector<ProductId> products;
  DealSnapshot snapshot;
  std::vector<StageEntered> history;  // oldest first, the present stage last; empty when new
  bool entry_known = true;            // false: only the present stage is known, not since when
  std::optional<std::int64_t> import_id;
  // When it began, where an import knows that though not since when it is in its first stage.
  std::optional<Instant> started = {};
  std::optional<AccountId> account_id = {};
  std::optional<int> own_probability = {};  // set on the deal itself; absent: the stage's counts
  std::optional<DealFacts> facts = {};      // where anything was known of it beyond the above
};
BOOST_DESCRIBE_STRUCT(DealCreated, (),
                      (name, pipeline_id, stage_id, status, source, products, snapshot, history,
                       entry_known, import_id, started, account_id, own_probability, facts))

// From one stage to another; won, lost and on hold are stages too.
struct DealMoved {
  static constexpr std::string_view kKind = "deal.moved";
  StageId from_stage_id;
  StageId to_stage_id;
  StageKind from_status = StageKind::open;
  StageKind to_status = StageKind::open;
  std::int64_t episode = 1;  // after the move; a reopening starts the next
  std::string reason;
  std::string competitor;
  std::vector<std::string> overridden;  // keys of the criteria a manager let pass
  Instant from_entered_at;              // restored by an undo, as are the next three
  std::optional<Instant> from_closed_at;
  std::optional<std::string> from_outcome_reason;
  std::optional<std::string> from_competitor;
  DealSnapshot snapshot;
};
BOOST_DESCRIBE_STRUCT(DealMoved, (),
                      (from_stage_id, to_stage_id, from_status, to_status, episode, reason,
                       competitor, overridden, from_entered_at, from_closed_at, from_outcome_reason,
                       from_competitor, snapshot))

// The move was a mistake: for the cycle it never happened. `undoes` names the DealMoved.
struct DealMoveUndone {
  static constexpr std::string_view kKind = "deal.move_undone";
  std::int64_t undoes = 0;
  StageId stage_id;  // where the deal stands again
};
BOOST_DESCRIBE_STRUCT(DealMoveUndone, (), (undoes, stage_id))

// One field, before and after, as JSON values.
struct Change {
  std::string field;  // "amount", "bant.budget", "checklist.icp_fit"
  json::Raw before;
  json::Raw after;
};
BOOST_DESCRIBE_STRUCT(Change, (), (field, before, after))

struct DealChanged {
  static constexpr std::string_view kKind = "deal.changed";
  std::vector<Change> changes;
  std::optional<std::int64_t> undoes;  // this change puts back what that event changed
};
BOOST_DESCRIBE_STRUCT(DealChanged, (), (changes, undoes))

// The deal waits on somebody else. Takes effect when it began to.
struct DealWaitingOnChanged {
  static constexpr std::string_view kKind = "deal.waiting_on_changed";
  WaitingOn from = WaitingOn::us;
  WaitingOn to = WaitingOn::us;
  std::optional<Instant> from_since;  // absent: since the deal began
  std::optional<Instant> since;       // the same for `to`
  // That change was a mistake: the time since then counts as if it had never been made.
  std::optional<std::int64_t> undoes;
};
BOOST_DESCRIBE_STRUCT(DealWaitingOnChanged, (), (from, to, from_since, since, undoes))

struct DealApprovalRequested {
  static constexpr std::string_view kKind = "deal.approval_requested";
  std::vector<ApprovalRequest> requests;
};
BOOST_DESCRIBE_STRUCT(DealApprovalRequested, (), (requests))

struct DealApprovalAnswered {
  static constexpr std::string_view kKind = "deal.approval_answered";
  bool approved = true;
  StageId stage_id;
  std::vector<std::string> criteria;  // their keys
  std::string reason;
  std::optional<UserId> on_behalf_of = {};  // the approver, absent; the actor stood in for him
};
BOOST_DESCRIBE_STRUCT(DealApprovalAnswered, (),
                      (approved, stage_id, criteria, reason, on_behalf_of))

struct DealDeleted {
  static constexpr std::string_view kKind = "deal.deleted";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DealDeleted, (), (name))

struct DealRestored {
  static constexpr std::string_view kKind = "deal.restored";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DealRestored, (), (name))

// What a completion changed beside the time, so that it can be taken back. The outcome was added to
// the body; what people wrote is not repeated here.
struct ActivityCompletion {
  std::int64_t body_bytes_before = 0;
  std::optional<Direction> direction_before;
  std::optional<ActivityId> next_step_id;  // planned in the same write
};
BOOST_DESCRIBE_STRUCT(ActivityCompletion, (), (body_bytes_before, direction_before, next_step_id))

// Something planned, done, changed or removed with the customer. The kinds of these events are
// below; all carry what the activity is after the event.
struct ActivityNoted {
  ActivityId activity_id;
  ActivityKind kind = ActivityKind::task;
  std::optional<Direction> direction;
  std::string subject;
  std::optional<Instant> due;
  std::optional<Instant> done_at;
  UserId owner_id;
  std::optional<ActivityCompletion> completion = {};  // where it was planned and is done now
};
BOOST_DESCRIBE_STRUCT(ActivityNoted, (),
                      (activity_id, kind, direction, subject, due, done_at, owner_id, completion))

inline constexpr std::string_view kActivityPlanned = "activity.planned";
inline constexpr std::string_view kActivityDone = "activity.done";
inline constexpr std::string_view kActivityReopened = "activity.reopened";
inline constexpr std::string_view kActivityChanged = "activity.changed";
inline constexpr std::string_view kActivityDeleted = "activity.deleted";

}  // namespace stagecoach::sales
