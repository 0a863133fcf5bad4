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

struct DealDetail : DealCard {
  std::optional<TeamId> team_id;
  std::optional<int> own_probability;  // set on the deal itself; absent: the stage's counts
  std::int64_t episode = 1;
  std::optional<Instant> closed_at;
  std::vector<PathStep> stage_path;
  std::vector<GateCheck> gate_checks;
  Bant bant;
  std::vector<CommitteePerson> committee;
  std::map<std::string, Instant> checklist;
  std::vector<ProductLine> products;
  std::vector<Approval> approvals;
  std::string pains;
  std::string competitor;
  std::string outcome_reason;
  CloseDateChanges close_date_changes;
  bool deleted = false;
  bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(DealDetail, (DealCard),
                      (team_id, own_probability, episode, closed_at, stage_path, gate_checks, bant,
                       committee, checklist, products, approvals, pains, competitor, outcome_reason,
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
