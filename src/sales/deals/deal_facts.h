// What is known of a deal beyond its columns: the facts that gates ask for.
//
// Nouns above deals (activities, later quotes and contracts) file their facts here, so that a gate
// never looks back up the arrows: whether a deal may move is decided from the deal alone. Stored as
// one JSON value; a member left out reads as its initial value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/event.h"
#include "platform/json/json.h"
#include "sales/accounts/account.h"
#include "sales/fields/field_value.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

using ActivityId = Id<struct ActivityTag>;

// How well one element of BANT is known, and what says so.
struct BantAnswer {
  BantLevel level = BantLevel::unknown;
  std::string evidence;
  std::optional<Date> date;
  std::optional<ContactId> contact_id = {};  // who said so
  bool operator==(const BantAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(BantAnswer, (), (level, evidence, date, contact_id))
constexpr auto json_rules(const BantAnswer*) {
  return std::array{json::Rule("evidence").length(0, 4000).defaulted()};
}

struct Bant {
  BantAnswer budget, authority, need, timeline;

  const BantAnswer& of(BantElement element) const;
  BantAnswer& of(BantElement element);
  bool operator==(const Bant&) const = default;
};
BOOST_DESCRIBE_STRUCT(Bant, (), (budget, authority, need, timeline))
constexpr auto json_rules(const Bant*) {
  using json::Rule;
  return std::array{Rule("budget").defaulted(), Rule("authority").defaulted(),
                    Rule("need").defaulted(), Rule("timeline").defaulted()};
}

// How often something was done. `direction` is absent where nobody said.
struct ActivityTally {
  ActivityKind kind = ActivityKind::task;
  std::optional<Direction> direction;
  std::int64_t count = 0;
  Instant last_at;
  bool operator==(const ActivityTally&) const = default;
};
BOOST_DESCRIBE_STRUCT(ActivityTally, (), (kind, direction, count, last_at))

// When something was last done with a contact.
struct ContactTouch {
  ContactId contact_id;
  Instant last_at;
  bool operator==(const ContactTouch&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContactTouch, (), (contact_id, last_at))

// How many objections are open, and how many of these bar the deal from going on.
struct ObjectionTally {
  std::int64_t open = 0, blocking = 0;
  bool operator==(const ObjectionTally&) const = default;
};
BOOST_DESCRIBE_STRUCT(ObjectionTally, (), (open, blocking))

// A manager's yes to leaving a stage, valid for the visit in which it was given.
struct Approval {
  StageId stage_id;
  UserId by;
  Instant at;
  std::string note;
  std::string criterion_key;                // empty: whatever the stage wants approved
  std::optional<UserId> on_behalf_of = {};  // absent, and `by` stood in for him
  bool operator==(const Approval&) const = default;
};
BOOST_DESCRIBE_STRUCT(Approval, (), (stage_id, by, at, note, criterion_key, on_behalf_of))
constexpr auto json_rules(const Approval*) {
  return std::array{json::Rule("criterion_key").defaulted()};
}

enum class ApprovalState { waiting, approved, refused };
BOOST_DESCRIBE_ENUM(ApprovalState, waiting, approved, refused)

// Somebody asked that leaving the stage be approved; moot once the deal has left it.
struct ApprovalRequest {
  std::string criterion_key;
  StageId stage_id;
  UserId by;
  Instant at;
  std::string note;
  std::optional<Instant> due;
  ApprovalState state = ApprovalState::waiting;
  std::optional<UserId> answered_by;
  std::optional<UserId> on_behalf_of;  // absent, and `answered_by` stood in for him
  std::optional<Instant> answered_at;
  std::string reason;
  bool operator==(const ApprovalRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(ApprovalRequest, (),
                      (criterion_key, stage_id, by, at, note, due, state, answered_by, on_behalf_of,
                       answered_at, reason))

// The open activity that is due first.
struct NextStep {
  ActivityId activity_id;
  ActivityKind kind = ActivityKind::task;
  std::string subject;
  Instant due;
  bool operator==(const NextStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(NextStep, (), (activity_id, kind, subject, due))

// How often the expected close was changed: to a later day, to an earlier one, and (counted among
// the later ones) out of its quarter.
struct CloseDateChanges {
  std::int64_t push = 0, pull = 0, slip = 0;
  bool operator==(const CloseDateChanges&) const = default;
};
BOOST_DESCRIBE_STRUCT(CloseDateChanges, (), (push, pull, slip))

struct DealFacts {
  Bant bant;
  std::map<std::string, Instant> checklist;  // criterion key -> when it was ticked
  std::vector<ActivityTally> activities;
  std::vector<ContactTouch> contacts;  // those that something was done with
  ObjectionTally objections;
  std::vector<Approval> approvals;
  std::vector<ApprovalRequest> approval_requests;  // oldest first
  std::vector<CommitteeRole> roles;                // filled on the buying committee, each once
  bool contact_reachable = false;  // somebody on the committee has a phone or an e-mail
  bool has_products = false;
  std::string pains;
  std::string competitor;
  std::string outcome_reason;  // why it was won, lost or put on hold
  std::optional<NextStep> next_step;
  CloseDateChanges close_date_changes;
  FieldValues fields;  // what the organisation's own fields hold
  bool operator==(const DealFacts&) const = default;
};
BOOST_DESCRIBE_STRUCT(DealFacts, (),
                      (bant, checklist, activities, contacts, objections, approvals,
                       approval_requests, roles, contact_reachable, has_products, pains, competitor,
                       outcome_reason, next_step, close_date_changes, fields))
constexpr auto json_rules(const DealFacts*) {
  using json::Rule;
  return std::array{Rule("bant").defaulted(),
                    Rule("checklist").defaulted(),
                    Rule("activities").defaulted(),
                    Rule("contacts").defaulted(),
                    Rule("objections").defaulted(),
                    Rule("approvals").defaulted(),
                    Rule("approval_requests").defaulted(),
                    Rule("roles").defaulted(),
                    Rule("contact_reachable").defaulted(),
                    Rule("has_products").defaulted(),
                    Rule("pains").defaulted(),
                    Rule("competitor").defaulted(),
                    Rule("outcome_reason").defaulted(),
                    Rule("close_date_changes").defaulted(),
                    Rule("fields").defaulted()};
}

}  // namespace stagecoach::sales
