// Objections: raised, answered, withdrawn. How many are open is filed among the deal's facts in the
// same transaction, so that a gate can ask for it.
//
// Refusals: not_found and forbidden by the visibility of the deal; stale where `version` is not the
// stored one.
#pragma once

#include "journal/commands.h"
#include "sales/objections/objection.h"

namespace stagecoach::sales {

struct NewObjection {
  ObjectionKind kind = ObjectionKind::other;
  std::string worry;
  bool blocking = false;
  std::string answer;
  ObjectionResult result = ObjectionResult::open;
  std::optional<Date> raised_on;    // absent: today
  std::optional<Date> answered_on;  // absent: today where it is not open
};
BOOST_DESCRIBE_STRUCT(NewObjection, (),
                      (kind, worry, blocking, answer, result, raised_on, answered_on))
constexpr auto json_rules(const NewObjection*) {
  using json::Rule;
  return std::array{Rule("worry").length(1, 4000), Rule("blocking").defaulted(),
                    Rule("answer").length(0, 4000).defaulted(), Rule("result").defaulted()};
}

// Absent members stay as they are.
struct ObjectionChange {
  json::Maybe<ObjectionKind> kind;
  json::Maybe<std::string> worry;
  json::Maybe<bool> blocking;
  json::Maybe<std::string> answer;
  json::Maybe<ObjectionResult> result;
  json::Maybe<Date> raised_on;
  json::Patch<Date> answered_on;
};
BOOST_DESCRIBE_STRUCT(ObjectionChange, (),
                      (kind, worry, blocking, answer, result, raised_on, answered_on))
constexpr auto json_rules(const ObjectionChange*) {
  return std::array{json::Rule("worry").length(1, 4000), json::Rule("answer").length(0, 4000)};
}

Result<Objection> raise_objection(journal::Work& work, DealId deal, const NewObjection& wish);
Result<Objection> change_objection(journal::Work& work, ObjectionId id, std::int64_t version,
                                   const ObjectionChange& change);
Result<void> delete_objection(journal::Work& work, ObjectionId id, std::int64_t version);
// Conflict: it is not deleted.
Result<Objection> restore_objection(journal::Work& work, ObjectionId id, std::int64_t version);

}  // namespace stagecoach::sales
