// Pipelines: the stages a deal goes through, and the standard each stage sets.
//
// All of it is data that a team edits and publishes as a new version. Names and guidance are kept
// in both languages. Pure values; safe to share between threads once built.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id.h"
#include "platform/base/phrase.h"
#include "platform/json/json.h"
#include "sales/fields/field_value.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

using PipelineId = Id<struct PipelineTag>;
using StageId = Id<struct StageTag>;

// What it means for a deal to be in a stage; separate from the stage's name. There may be several
// open stages and at most one of each other kind.
enum class StageKind { open, on_hold, won, lost };
BOOST_DESCRIBE_ENUM(StageKind, open, on_hold, won, lost)

enum class StandardUnit { business_days, business_hours };
BOOST_DESCRIBE_ENUM(StandardUnit, business_days, business_hours)

// How long a deal should stay in a stage at most.
struct Standard {
  int amount = 0;
  StandardUnit unit = StandardUnit::business_days;
  bool operator==(const Standard&) const = default;
};
BOOST_DESCRIBE_STRUCT(Standard, (), (amount, unit))
constexpr auto json_rules(const Standard*) {
  return std::array{json::Rule("amount").between(1, 10'000)};
}

// Facts of a deal a criterion may ask for.
enum class DealField {
  account,
  contact,  // somebody on the buying committee who can be reached by phone or e-mail
  amount,
  expected_close,
  source,
  products,
  pains,
  competitor,
  next_step,
};
BOOST_DESCRIBE_ENUM(DealField, account, contact, amount, expected_close, source, products, pains,
                    competitor, next_step)

enum class ActivityKind { call, email, meeting, demo, task, note };
BOOST_DESCRIBE_ENUM(ActivityKind, call, email, meeting, demo, task, note)

// Who spoke: we to them, they to us, or a conversation.
enum class Direction { outbound, inbound, two_way };
BOOST_DESCRIBE_ENUM(Direction, outbound, inbound, two_way)

enum class BantElement { budget, authority, need, timeline };
BOOST_DESCRIBE_ENUM(BantElement, budget, authority, need, timeline)

// Ordered: confirmed is more than weak is more than unknown.
enum class BantLevel { unknown, weak, confirmed };
BOOST_DESCRIBE_ENUM(BantLevel, unknown, weak, confirmed)

enum class CommitteeRole { decision_maker, champion, influencer, user, gatekeeper, blocker };
BOOST_DESCRIBE_ENUM(CommitteeRole, decision_maker, champion, influencer, user, gatekeeper, blocker)

enum class CriterionKind {
  field_known,      // `field` is filled
  amount_at_least,  // the amount is at least `minor`, in the pipeline's currency
  activity_done,    // an activity of `activity_kind` (any kind if absent) and `direction` was done
  bant_level,       // `element` (every element if absent) is at least `level`
  role_filled,      // the buying committee has somebody in `role`
  checklist,        // the item of this criterion's key is ticked
  approval,         // somebody who may (`approval`) approved leaving this stage
  objections_settled,  // no blocking objection is open
  all,                 // every one of `items`
  any,                 // at least one of `items`
  custom_known,        // the organisation's own field `custom_field` is filled
  custom_equals,       // it is `value`; of several choices, one of them is
  custom_at_least,     // its number, day or amount (in the same currency) is at least `value`
};
BOOST_DESCRIBE_ENUM(CriterionKind, field_known, amount_at_least, activity_done, bant_level,
                    role_filled, checklist, approval, objections_settled, all, any, custom_known,
                    custom_equals, custom_at_least)

// Who says yes: a manager who leads the deal's owner, anybody of a role, or one person. Whoever is
// owner of the organisation may as well.
enum class ApproverKind { manager, role, person };
BOOST_DESCRIBE_ENUM(ApproverKind, manager, role, person)

struct ApprovalRule {
  ApproverKind approver = ApproverKind::manager;
  std::optional<Role> role;
  std::optional<UserId> person_id;
  std::vector<UserId> deputy_ids;    // may say it too
  std::optional<Standard> deadline;  // since it was asked for
  bool operator==(const ApprovalRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(ApprovalRule, (), (approver, role, person_id, deputy_ids, deadline))
constexpr auto json_rules(const ApprovalRule*) {
  return std::array{json::Rule("deputy_ids").items(0, 20).defaulted()};
}

// One measurable condition for leaving a stage. Which members count depends on the kind.
struct Criterion {
  std::string key;  // unique within the pipeline; names the checklist item
  CriterionKind kind = CriterionKind::checklist;
  Localized label;
  std::optional<DealField> field;
  std::optional<std::int64_t> minor;
  std::optional<ActivityKind> activity_kind;
  std::optional<Direction> direction;
  std::optional<BantElement> element;
  std::optional<BantLevel> level;
  std::optional<CommitteeRole> role;
  std::optional<ApprovalRule> approval;  // absent: a manager, without a deadline
  std::vector<Criterion> items;
  std::optional<std::string> custom_field;  // its key
  std::optional<FieldValue> value;

  bool operator==(const Criterion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Criterion, (),
                      (key, kind, label, field, minor, activity_kind, direction, element, level,
                       role, approval, items, custom_field, value))
constexpr auto json_rules(const Criterion*) {
  return std::array{json::Rule("key").length(1, 60), json::Rule("label").defaulted(),
                    json::Rule("items").items(0, 20).defaulted(),
                    json::Rule("custom_field").length(1, 40)};
}

struct Stage {
  StageId id;  // the same over all versions of the pipeline
  std::string key;
  StageKind kind = StageKind::open;
  Localized name;
  int probability = 0;  // percent; 100 for won, 0 for lost
  std::optional<Standard> standard;
  Localized goal;
  std::vector<Localized> key_activities;
  Localized guidance;
  std::vector<Criterion> exit_criteria;  // all must be met to leave forward

  bool operator==(const Stage&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stage, (),
                      (id, key, kind, name, probability, standard, goal, key_activities, guidance,
                       exit_criteria))
constexpr auto json_rules(const Stage*) {
  return std::array{json::Rule("id").defaulted(),
                    json::Rule("key").length(1, 60),
                    json::Rule("name").defaulted(),
                    json::Rule("probability").between(0, 100),
                    json::Rule("goal").defaulted(),
                    json::Rule("guidance").defaulted(),
                    json::Rule("key_activities").items(0, 20).defaulted(),
                    json::Rule("exit_criteria").items(0, 40).defaulted()};
}

// A word of the team's own vocabulary: a loss reason, a source.
struct Choice {
  std::string key;
  Localized label;
  bool operator==(const Choice&) const = default;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (key, label))
constexpr auto json_rules(const Choice*) {
  return std::array{json::Rule("key").length(1, 60), json::Rule("label").defaulted()};
}

// More stages than anybody can tell apart; a file of another system may bring many.
inline constexpr int kStagesMax = 100;

struct Pipeline {
  PipelineId id;
  std::string key;
  Localized name;
  std::int64_t version_number = 1;
  bool allow_skip = false;    // may a deal jump over stages (each one's gate must still be open)?
  bool allow_back = true;     // may a deal go back to an earlier stage?
  std::vector<Stage> stages;  // in order, the open ones first
  std::vector<Choice> loss_reasons;
  std::vector<Choice> sources;
  std::optional<Standard> idle_after;  // an open deal that nothing happens to for so long is idle
  std::vector<Stage> retired_stages;   // of earlier versions: history still names them
  bool archived = false;               // takes no new deals

  // nullptr where there is none. The pointers live as long as the pipeline.
  const Stage* find(StageId stage) const;
  const Stage* find(std::string_view stage_key) const;
  // Retired stages too: what history calls a stage.
  const Stage* find_ever(StageId stage) const;
  const Stage* first_of(StageKind kind) const;
  // The place of a stage among the open stages, 0-based; -1 for won, lost and on hold.
  int position_of(StageId stage) const;
  const Stage* open_stage_at(int position) const;
  int open_stages() const;

  bool operator==(const Pipeline&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pipeline, (),
                      (id, key, name, version_number, allow_skip, allow_back, stages, loss_reasons,
                       sources, idle_after, retired_stages, archived))
constexpr auto json_rules(const Pipeline*) {
  return std::array{json::Rule("id").defaulted(),
                    json::Rule("key").length(1, 60),
                    json::Rule("name").defaulted(),
                    json::Rule("version_number").defaulted(),
                    json::Rule("allow_skip").defaulted(),
                    json::Rule("allow_back").defaulted(),
                    json::Rule("stages").items(0, kStagesMax),
                    json::Rule("loss_reasons").items(0, 100).defaulted(),
                    json::Rule("sources").items(0, 100).defaulted(),
                    json::Rule("retired_stages").defaulted(),
                    json::Rule("archived").defaulted()};
}

}  // namespace stagecoach::sales
