// Moving a deal: forward through its gate, backward with a reason, on hold, won, lost, reopened.
#pragma once

#include <map>

#include "sales/deals/deal_commands.h"

namespace stagecoach::sales {

// What a move fills on its way, so that a missing field is asked and saved in one step.
struct MoveFills {
  std::optional<PatchDeal> fields;
  std::map<std::string, BantAnswer> bant;  // by element name
  std::map<std::string, bool> checklist;   // by criterion key
};
BOOST_DESCRIBE_STRUCT(MoveFills, (), (fields, bant, checklist))
constexpr auto json_rules(const MoveFills*) {
  return std::array{json::Rule("bant").defaulted(), json::Rule("checklist").defaulted()};
}

struct MoveDeal {
  StageId to_stage_id;
  std::optional<std::string> reason;  // asked for backward, on hold, lost and reopening
  std::optional<std::string> competitor;
  std::optional<std::string> override_reason;  // a manager lets the deal pass an unmet gate
  std::optional<Instant> effective_at;         // when it happened; not in the future, not before
                                               // the deal entered its present stage
  std::optional<MoveFills> fills;
};
BOOST_DESCRIBE_STRUCT(MoveDeal, (),
                      (to_stage_id, reason, competitor, override_reason, effective_at, fills))
constexpr auto json_rules(const MoveDeal*) {
  using json::Rule;
  return std::array{Rule("reason").length(1, 2000), Rule("competitor").length(0, 300),
                    Rule("override_reason").length(1, 2000)};
}

// A deal on hold or closed stands before the gate of the open stage it left; putting it on hold
// passes none.
//
// Refuses (refused, 422): an unmet gate, with the criteria in `details_json` as
// {"unmet": [...], "may_override": bool}; a skipped stage where the pipeline does not allow it
// (each gate on the way must be open where it does); a missing reason. Conflict: already in that
// stage. What `fills` says is saved with the move or not at all.
Result<Deal> move_deal(journal::Work& work, const Pipelines& pipelines, DealId id,
                       std::int64_t version, const MoveDeal& move);

// Puts the deal into the stage since `at`, counting a reopening as a new episode; returns what the
// journal will say of it. Nothing is asked and nothing saved.
DealMoved enter_stage(Deal& deal, const Stage& to, Instant at);

// Brings every deal of a stage that is given up, deleted ones included, to the stage `to` of the
// same pipeline (`pipelines` hold its new version), each with a DealMoved that the event at `cause`
// led to. No gate is asked. Returns how many there were; refused where they are too many for one
// publication.
inline constexpr int kRehomedMax = 20'000;
Result<std::int64_t> rehome_deals(journal::Work& work, const Pipelines& pipelines,
                                  const Stage& from, const Stage& to, std::size_t cause);
// Whether any deal, open or not, deleted or not, stands in the stage.
bool has_deals_in(db::Connection& connection, StageId stage);

// Takes back the deal's newest move: the deal stands where it stood, and for the cycle the move
// never happened. Conflict: the deal has moved on since, or the event is not a move.
Result<Deal> undo_move(journal::Work& work, const Pipelines& pipelines,
                       const journal::Event& event);

// Restores a deal that this DealDeleted deleted. Conflict: it is not deleted.
Result<Deal> undo_delete(journal::Work& work, const journal::Event& event);

// Puts back what a DealChanged changed. Conflict: a field has another value by now, or the products
// or the committee are among what changed (edit those instead). Forbidden: it would assign the deal
// or bring back an approval, and the actor may not.
Result<Deal> undo_change(journal::Work& work, const Pipelines& pipelines,
                         const journal::Event& event);

}  // namespace stagecoach::sales
