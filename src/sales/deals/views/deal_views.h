// A deal as its page shows it: the card, the whole standard, and the facts behind it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/event.h"
#include "sales/deals/deal_store.h"
#include "sales/deals/views/deal_list.h"

namespace stagecoach::sales {

enum class PathState { done, passed, current, ahead };
BOOST_DESCRIBE_ENUM(PathState, done, passed, current, ahead)

// One stage of the pipeline as this deal went through it. `passed`: jumped over.
struct PathStep {
  StageId stage_id;
  PathState state = PathState::ahead;
  int visits = 0;
  StageAge age;  // all visits together
};
BOOST_DESCRIBE_STRUCT(PathStep, (), (stage_id, state, visits, age))

struct GateCheck {
  Criterion criterion;
  bool met = false;
};
BOOST_DESCRIBE_STRUCT(GateCheck, (), (criterion, met))

struct CommitteePerson : CommitteeMember {
  std::optional<Instant> last_contact_at;  // by the activities done with this contact
};
BOOST_DESCRIBE_STRUCT(CommitteePerson, (CommitteeMember), (last_contact_at))

// An approval that was asked for in the present visit of the stage.
struct ApprovalRequestView {
  std::string criterion_key;
  Localized label;
  NamedUser by;
  Instant at;
  std::string note;
  std::optional<Instant> due;
  bool overdue = false;
  ApprovalState state = ApprovalState::waiting;
  std::optional<NamedUser> answered_by;
  std::optional<NamedUser> on_behalf_of;  // absent, and `answered_by` stood in for him
  std::optional<Instant> answered_at;
  std::string reason;
  bool may_answer = false;  // the reader is an approver
};
BOOST_DESCRIBE_STRUCT(ApprovalRequestView, (),
                      (criterion_key, label, by, at, note, due, overdue, state, answered_by,
                       on_behalf_of, answered_at, reason, may_answer))

// In the order in which they were asked; `deals` lists whose requests, and the names of all people
// are looked up at once.
std::vector<std::vector<ApprovalRequestView>> approval_requests_of(
    db::Connection& connection, const DealReading& reading, const std::vector<const Deal*>& deals);

struct DealDetail : DealCard {
  std::optional<TeamId> team_id;
  std::optional<int> own_probability;  // set on the deal itself; absent: the stage's counts
  ForecastCategory forecast_category = ForecastCategory::omitted;
  std::optional<ForecastCategory> own_forecast_category;  // absent: by the probability
  std::int64_t episode = 1;
  std::optional<Instant> closed_at;
  std::vector<PathStep> stage_path;
  std::vector<GateCheck> gate_checks;
  Bant bant;
  std::vector<CommitteePerson> committee;
  std::map<std::string, Instant> checklist;
  std::vector<ProductLine> products;
  std::vector<Approval> approvals;
  std::vector<ApprovalRequestView> approval_requests;
  std::vector<std::string> may_approve;  // keys of criteria that the reader may approve unasked
  std::string pains;
  std::string competitor;
  std::string outcome_reason;
  CloseDateChanges close_date_changes;
  bool deleted = false;
  bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(DealDetail, (DealCard),
                      (team_id, own_probability, forecast_category, own_forecast_category, episode,
                       closed_at, stage_path, gate_checks, bant, committee, checklist, products,
                       approvals, approval_requests, may_approve, pains, competitor, outcome_reason,
                       close_date_changes, deleted, may_write))

DealDetail detail_of(db::Connection& connection, const DealReading& reading, const Deal& deal);

// ---- timeline ----

struct TimelineEntry {
  std::int64_t seq = 0;
  Instant at;                      // when it happened
  Instant recorded_at;             // when we learnt it
  std::optional<NamedUser> actor;  // absent: the system
  std::string kind;
  std::string summary;  // one sentence in the reader's language
  json::Raw data;
  bool undoable = false;
};
BOOST_DESCRIBE_STRUCT(TimelineEntry, (),
                      (seq, at, recorded_at, actor, kind, summary, data, undoable))

struct Timeline {
  std::vector<TimelineEntry> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(Timeline, (), (items, next_cursor))

// What a reader of a timeline may ask for alone.
enum class TimelineKind { moves, changes, activities, objections, notes, files, approvals };
BOOST_DESCRIBE_ENUM(TimelineKind, moves, changes, activities, objections, notes, files, approvals)

// The deal's events, newest first; only those of `kinds`, or all where it is empty. `before` 0 =
// from the newest.
Timeline timeline_of(db::Connection& connection, const DealReading& reading, const Deal& deal,
                     const std::vector<TimelineKind>& kinds, std::int64_t before, int limit);

}  // namespace stagecoach::sales
