#include "sales/deals/gate/move_commands.h"

#include <algorithm>
#include <set>

#include "journal/reader.h"
#include "platform/base/enum_names.h"
#include "sales/deals/approval/approval_commands.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/fields/deal_values.h"
#include "sales/deals/gate/stage_gate.h"
#include "sales/deals/plausible_time.h"
#include "sales/deals/stage_path.h"
#include "sales/team/people.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kGateUnmet{
    "deal.gate_unmet", "“{stage}” cannot be left yet: {count} of its exit criteria are not met.",
    "还不能离开“{stage}”：有 {count} 项推进标准未满足。"};
constexpr Phrase kMayNotOverride{"deal.may_not_override",
                                 "Only a manager may let a deal pass an unmet gate.",
                                 "只有经理可以放行未满足标准的商机。"};
constexpr Phrase kAlreadyThere{"deal.already_there", "The deal is already in “{stage}”.",
                               "商机已在“{stage}”阶段。"};
constexpr Phrase kNoSuchStage{"deal.no_such_stage", "The deal's pipeline has no such stage.",
                              "该商机的销售流程没有此阶段。"};
constexpr Phrase kMayNotSkip{"deal.may_not_skip",
                             "This pipeline does not let a deal skip stages. Next is “{stage}”.",
                             "该销售流程不允许跳过阶段，下一阶段是“{stage}”。"};
constexpr Phrase kTooMany{
    "pipeline.too_many_to_move",
    "More than {count} deals stand in “{stage}”. Move them first, for example by closing old ones.",
    "“{stage}”中的商机超过 {count} 个，请先移走一部分（例如关闭旧商机）。"};
constexpr Phrase kStageGivenUp{"deal.stage_given_up", "The stage “{stage}” was removed",
                               "阶段“{stage}”已删除"};
constexpr Phrase kMayNotGoBack{"deal.may_not_go_back",
                               "This pipeline does not let a deal go back to an earlier stage.",
                               "该销售流程不允许商机退回之前的阶段。"};
constexpr Phrase kStageGone{"undo.stage_gone", "“{stage}” is no longer part of the pipeline.",
                            "“{stage}”已不在该销售流程中。"};
constexpr Phrase kReasonMissing{"deal.reason_required", "Say why.", "请说明原因。"};
constexpr Phrase kFuture{"deal.move_in_future", "A move cannot lie in the future.",
                         "移动时间不能晚于现在。"};
constexpr Phrase kTooEarly{"deal.move_too_early",
                           "The deal entered its present stage after this time ({time}).",
                           "商机进入当前阶段的时间晚于此时间（{time}）。"};
constexpr Phrase kBantUnknown{"deal.no_bant_element",
                              "BANT has budget, authority, need and timeline.",
                              "BANT 包括 budget、authority、need 和 timeline。"};
constexpr Phrase kNotUndoable{"undo.not_possible", "This cannot be undone.", "此操作无法撤销。"};
constexpr Phrase kMayNotUndo{"undo.not_allowed", "Only a manager can take this back.",
                             "只有经理可以撤销此操作。"};
constexpr Phrase kMovedOn{"undo.moved_on", "The deal has moved on since; move it back instead.",
                          "该商机此后又有变动，请改为手动移回。"};
constexpr Phrase kChangedSince{"undo.changed_since", "“{field}” has been changed again since.",
                               "“{field}”此后又被修改。"};

struct UnmetGate {
  std::vector<Criterion> unmet;
  bool may_override = false;
};
BOOST_DESCRIBE_STRUCT(UnmetGate, (), (unmet, may_override))

Error reason_required() {
  return Error(Error::Code::refused, kReasonMissing, {{"reason", kReasonMissing}});
}

const Stage* open_stage(const Pipeline& pipeline, StageId id) {
  const Stage* stage = pipeline.find(id);
  return stage && stage->kind == StageKind::open ? stage : nullptr;
}

// Where a deal that is on hold or closed stood before that, as the journal tells it: nobody passes
// a gate by putting the deal on hold first. nullptr: it was imported and nobody knows.
const Stage* last_open_stage(journal::Work& work, const Pipeline& pipeline, const Deal& deal) {
  if (deal.status == StageKind::open) return pipeline.find(deal.stage_id);
  constexpr int kBatch = 100;
  std::set<journal::Seq> undone;
  journal::Seq oldest = 0;
  for (bool more = true; more;) {
    const auto events = journal::history_of(work.tx, {kDealSubject, deal.id.value}, oldest, kBatch);
    for (const journal::Event& event : events) {
      oldest = event.seq;
      if (event.kind == DealMoveUndone::kKind && event.cause) undone.insert(*event.cause);
      if (event.kind == DealMoved::kKind && !undone.contains(event.seq))
        if (const auto moved = json::read<DealMoved>(event.data))
          if (const Stage* stage = open_stage(pipeline, moved->from_stage_id)) return stage;
      if (event.kind != DealCreated::kKind) continue;
      if (const auto created = json::read<DealCreated>(event.data))
        for (auto entry = created->history.rbegin(); entry != created->history.rend(); ++entry)
          if (const Stage* stage = open_stage(pipeline, entry->stage_id)) return stage;
    }
    more = events.size() == kBatch;
  }
  return nullptr;
}

// The stages whose gates a move passes on its way from the open stage `from`: none when it goes
// backward or out of the game.
std::vector<const Stage*> gates_on_the_way(const Pipeline& pipeline, const Stage& from,
                                           const Stage& to) {
  std::vector<const Stage*> gates;
  const int first = pipeline.position_of(from.id);
  const int last = to.kind == StageKind::won ? pipeline.open_stages() : pipeline.position_of(to.id);
  for (int position = first; first >= 0 && position < last; ++position)
    gates.push_back(pipeline.open_stage_at(position));
  return gates;
}

bool goes_back(const Pipeline& pipeline, const Stage& from, const Stage& to) {
  return from.kind == StageKind::open && to.kind == StageKind::open &&
         pipeline.position_of(to.id) < pipeline.position_of(from.id);
}

bool needs_reason(const Pipeline& pipeline, const Stage& from, const Stage& to) {
  if (to.kind == StageKind::lost || to.kind == StageKind::on_hold) return true;
  const bool reopens = from.kind == StageKind::won || from.kind == StageKind::lost;
  return reopens || goes_back(pipeline, from, to);
}

Result<void> check_time(const Deal& deal, const MoveDeal& move, Instant now) {
  if (!move.effective_at) return {};
  if (*move.effective_at > now)
    return Error(Error::Code::refused, kFuture, {{"effective_at", kFuture}});
  if (*move.effective_at < deal.stage_entered_at) {
    const Message message(kTooEarly, {{"time", to_iso(deal.stage_entered_at)}});
    return Error(Error::Code::refused, message, {{"effective_at", message}});
  }
  return {};
}

Result<void> fill(journal::Work& work, const Pipelines& pipelines, Deal& deal,
                  const MoveFills& fills) {
  if (fills.fields) TRY(apply_patch(work, pipelines, deal, *fills.fields));
  for (const auto& [name, answer] : fills.bant) {
    const auto element = from_name<BantElement>(name);
    if (!element)
      return Error(Error::Code::invalid, kBantUnknown, {{"fills.bant." + name, kBantUnknown}});
    TRY(check_bant_answer(work, deal.id, answer, "fills.bant." + name + "."));
    deal.facts.bant.of(*element) = answer;
  }
  for (const auto& [item, done] : fills.checklist)
    TRY(set_checklist_item(deal, pipelines, item, done, work.now));
  return {};
}

// Every criterion still unmet on the way; those of the stages that are jumped over included.
std::vector<Criterion> unmet_on_the_way(const std::vector<const Stage*>& gates, const Deal& deal) {
  std::vector<Criterion> unmet;
  for (const Stage* gate : gates)
    for (Criterion& criterion : unmet_criteria(*gate, deal)) unmet.push_back(std::move(criterion));
  return unmet;
}

Result<std::vector<std::string>> pass_gates(const Viewer& viewer, const Stage& from,
                                            std::vector<Criterion> unmet, const MoveDeal& move) {
  std::vector<std::string> overridden;
  if (unmet.empty()) return overridden;
  const bool may_override = viewer.has(Permission::gates_override);
  if (move.override_reason && !may_override) return Error(Error::Code::forbidden, kMayNotOverride);
  if (!move.override_reason) {
    Error error(Error::Code::refused, {kGateUnmet,
                                       {{"stage", from.name.in(viewer.language)},
                                        {"count", std::to_string(unmet.size())}}});
    error.details_json = json::write(UnmetGate{std::move(unmet), may_override});
    return error;
  }
  for (const Criterion& criterion : unmet) overridden.push_back(criterion.key);
  return overridden;
}

template <class E>
Result<E> data_of(const journal::Event& event) {
  if (event.kind != E::kKind) return Error(Error::Code::conflict, kNotUndoable);
  return json::read<E>(event.data);
}

}  // namespace

DealMoved enter_stage(Deal& deal, const Stage& to, Instant at) {
  DealMoved moved;
  moved.from_stage_id = deal.stage_id;
  moved.to_stage_id = to.id;
  moved.from_status = deal.status;
  moved.to_status = to.kind;
  moved.from_entered_at = deal.stage_entered_at;
  moved.from_closed_at = deal.closed_at;
  moved.from_outcome_reason = deal.facts.outcome_reason;
  moved.from_competitor = deal.facts.competitor;
  const bool was_closed = deal.is_closed();
  deal.stage_id = to.id;
  deal.status = to.kind;
  deal.stage_entered_at = at;
  // A path that was not kept does not begin in the middle.
  if (deal.version == 0 || !deal.path.empty()) deal.path.push_back({to.id, at});
  if (deal.is_closed())
    deal.closed_at = at;
  else
    deal.closed_at.reset();
  if (was_closed && !deal.is_closed()) ++deal.episode;
  moved.episode = deal.episode;
  return moved;
}

Result<Deal> move_deal(journal::Work& work, const Pipelines& pipelines, DealId id,
                       std::int64_t version, const MoveDeal& move) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  const Pipeline* pipeline = pipelines.find(before.pipeline_id);
  const Stage* from = pipeline ? pipeline->find(before.stage_id) : nullptr;
  const Stage* to = pipeline ? pipeline->find(move.to_stage_id) : nullptr;
  if (!from || !to)
    return Error(Error::Code::invalid, kNoSuchStage, {{"to_stage_id", kNoSuchStage}});
  const Viewer& viewer = viewer_of(work.actor);
  if (from == to)
    return Error(Error::Code::conflict, {kAlreadyThere, {{"stage", to->name.in(viewer.language)}}});
  if (needs_reason(*pipeline, *from, *to) && !move.reason) return reason_required();
  TRY(check_time(before, move, work.now));

  const std::vector<ProductLine> lines_before = load_product_lines(work.tx, id);
  Deal filled = before;
  if (move.fills) TRY(fill(work, pipelines, filled, *move.fills));
  const Stage* stood = last_open_stage(work, *pipeline, before);
  if (!stood) stood = from;
  if (!pipeline->allow_back && goes_back(*pipeline, *stood, *to) &&
      !viewer.has(Permission::gates_override))
    return Error(Error::Code::refused, kMayNotGoBack);
  const std::vector<const Stage*> gates = gates_on_the_way(*pipeline, *stood, *to);
  if (gates.size() > 1 && !pipeline->allow_skip) {
    const Stage* next = pipeline->open_stage_at(pipeline->position_of(stood->id) + 1);
    return Error(Error::Code::refused,
                 {kMayNotSkip, {{"stage", (next ? next : to)->name.in(viewer.language)}}});
  }
  std::vector<std::string> overridden =
      TRY(pass_gates(viewer, *stood, unmet_on_the_way(gates, filled), move));

  Deal saved = before;
  std::vector<Change> changes = changes_between(before, filled);
  if (auto change = product_lines_change(work, id, lines_before))
    changes.push_back(*std::move(change));
  if (!changes.empty()) {
    TRY(may_change_fields(viewer, changes));
    saved = filled;
    TRY(save_deal(work, before, saved, journal::because(DealChanged{std::move(changes), {}})));
  }
  Deal after = saved;
  after.path = path_of(work.tx, saved);
  DealMoved moved = enter_stage(after, *to, move.effective_at.value_or(work.now));
  after.facts.outcome_reason = move.reason.value_or("");
  if (move.competitor) after.facts.competitor = *move.competitor;
  moved.reason = move.override_reason ? *move.override_reason : move.reason.value_or("");
  moved.competitor = move.competitor.value_or("");
  moved.overridden = std::move(overridden);
  moved.snapshot = snapshot_of(after, pipelines);
  TRY(save_deal(work, saved, after, journal::because(moved).at(move.effective_at)));
  return end_wait_for_approval(work, before, after);
}

bool has_deals_in(db::Connection& connection, StageId stage) {
  return !deals_in_stage(connection, stage, 1).empty();
}

Result<std::int64_t> rehome_deals(journal::Work& work, const Pipelines& pipelines,
                                  const Stage& from, const Stage& to, std::size_t cause) {
  const Lang lang = viewer_of(work.actor).language;
  std::vector<Deal> deals = deals_in_stage(work.tx, from.id, kRehomedMax + 1);
  if (deals.size() > kRehomedMax)
    return Error(
        Error::Code::refused,
        {kTooMany, {{"stage", from.name.in(lang)}, {"count", std::to_string(kRehomedMax)}}});
  const std::string reason = Message(kStageGivenUp, {{"stage", from.name.in(lang)}}).text(lang);
  std::vector<DealMoved> moves;
  for (Deal deal : deals) moves.push_back(enter_stage(deal, to, work.now));
  restage_deals(work, deals, to);
  for (std::size_t i = 0; i < deals.size(); ++i) {
    moves[i].reason = reason;
    moves[i].snapshot = snapshot_of(deals[i], pipelines);
    work.append(
        journal::because(moves[i]).about({kDealSubject, deals[i].id.value}).led_to_by(cause));
  }
  return static_cast<std::int64_t>(deals.size());
}

Result<Deal> undo_move(journal::Work& work, const Pipelines& pipelines,
                       const journal::Event& event) {
  const DealMoved moved = TRY(data_of<DealMoved>(event));
  const Deal before = TRY(load_deal_to_write(work, DealId(event.subject_id)));
  if (before.stage_id != moved.to_stage_id || before.stage_entered_at != event.effective_at)
    return Error(Error::Code::conflict, kMovedOn);
  const Pipeline* pipeline = pipelines.find(before.pipeline_id);
  if (!pipeline || !pipeline->find(moved.from_stage_id)) {
    const Stage* gone = pipeline ? pipeline->find_ever(moved.from_stage_id) : nullptr;
    const std::string name =
        gone ? gone->name.in(viewer_of(work.actor).language) : std::string("?");
    return Error(Error::Code::conflict, {kStageGone, {{"stage", name}}});
  }
  Deal after = before;
  after.stage_id = moved.from_stage_id;
  after.status = moved.from_status;
  after.stage_entered_at = moved.from_entered_at;
  if (!after.path.empty()) after.path.pop_back();
  after.closed_at = moved.from_closed_at;
  const bool reopened =
      (moved.from_status == StageKind::won || moved.from_status == StageKind::lost) &&
      moved.to_status != StageKind::won && moved.to_status != StageKind::lost;
  after.episode = reopened ? moved.episode - 1 : moved.episode;
  after.facts.outcome_reason = moved.from_outcome_reason.value_or("");
  if (!moved.competitor.empty()) after.facts.competitor = moved.from_competitor.value_or("");
  TRY(save_deal(
      work, before, after,
      journal::because(DealMoveUndone{event.seq, moved.from_stage_id}).caused_by(event.seq)));
  return after;
}

Result<Deal> undo_delete(journal::Work& work, const journal::Event& event) {
  const std::optional<Deal> deal = find_deal(work.tx, DealId(event.subject_id));
  if (!deal) return no_such_record();
  return restore_deal(work, deal->id, deal->version);
}

namespace {

// What only a manager may do, only a manager may bring back.
Result<void> authorize_undo(const Viewer& viewer, const Deal& before, const Deal& after) {
  const bool assigns = after.owner_id != before.owner_id &&
                       !(may_give_away(viewer, before.owner_id, before.team_id) &&
                         may_assign_to(viewer, after.owner_id, after.team_id));
  const bool approves = after.facts.approvals.size() > before.facts.approvals.size() &&
                        !viewer.has(Permission::gates_override);
  if (assigns || approves) return Error(Error::Code::forbidden, kMayNotUndo);
  return {};
}

}  // namespace

Result<Deal> undo_change(journal::Work& work, const Pipelines& pipelines,
                         const journal::Event& event) {
  const DealChanged changed = TRY(data_of<DealChanged>(event));
  const Deal before = TRY(load_deal_to_write(work, DealId(event.subject_id)));
  Deal after = before;
  const Lang lang = work.actor.language;
  if (!can_undo(changed)) return Error(Error::Code::conflict, kNotUndoable);
  for (const Change& change : changed.changes) {
    if (is_derived(change.field)) continue;
    if (!may_put_back(pipelines.fields(), viewer_of(work.actor), before, change))
      return Error(Error::Code::forbidden, kMayNotUndo);
    if (field_value(before, change.field) != change.after.text)
      return Error(
          Error::Code::conflict,
          {kChangedSince, {{"field", field_label(change.field, pipelines.fields()).in(lang)}}});
    TRY(set_field(after, change.field, change.before.text));
  }
  if (after.owner_id != before.owner_id) {
    const std::optional<User> person = find_user(work.tx, after.owner_id);
    if (!person || !person->active) return Error(Error::Code::conflict, kNotUndoable);
    after.team_id = person->team_id.value_or(TeamId());
  }
  TRY(authorize_undo(viewer_of(work.actor), before, after));
  TRY(may_change_fields(viewer_of(work.actor), changes_between(before, after)));
  TRY(save_deal(work, before, after,
                journal::because(DealChanged{changes_between(before, after), event.seq})
                    .caused_by(event.seq)));
  return after;
}

}  // namespace stagecoach::sales
