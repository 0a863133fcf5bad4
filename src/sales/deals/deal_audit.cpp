#include "sales/deals/deal_audit.h"

#include <algorithm>

#include "sales/deals/approval/approval.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/deal_store.h"
#include "sales/deals/gate/move_commands.h"
#include "sales/fields/value_tally.h"

namespace stagecoach::sales {
namespace {

// A deal as its events tell it.
class Rebuilding {
 public:
  explicit Rebuilding(const Pipelines& pipelines) : pipelines_(pipelines) {}

  const Deal& deal() const { return deal_; }

  void apply(const journal::Event& event) {
    if (event.kind == DealCreated::kKind)
      with<DealCreated>(event, [&](const DealCreated& created) { create(event, created); });
    else if (event.kind == DealMoved::kKind)
      with<DealMoved>(event, [&](const DealMoved& moved) { move(event, moved); });
    else if (event.kind == DealMoveUndone::kKind)
      with<DealMoveUndone>(event, [&](const DealMoveUndone& undone) { take_back(undone); });
    else if (event.kind == DealChanged::kKind)
      with<DealChanged>(event, [&](const DealChanged& changed) {
        for (const Change& change : changed.changes)
          if (is_field(change.field)) (void)set_field(deal_, change.field, change.after.text);
      });
    else if (event.kind == DealWaitingOnChanged::kKind)
      with<DealWaitingOnChanged>(event, [&](const DealWaitingOnChanged& changed) {
        deal_.waiting_on = changed.to;
        deal_.waiting_since = changed.since;
      });
    else if (event.kind == DealApprovalRequested::kKind)
      with<DealApprovalRequested>(event, [&](const DealApprovalRequested& asked) {
        add_requests(deal_.facts, asked.requests);
      });
    else if (event.kind == DealApprovalAnswered::kKind)
      with<DealApprovalAnswered>(event, [&](const DealApprovalAnswered& answer) {
        add_answer(deal_.facts, answer, event.actor, event.effective_at);
      });
    else if (event.kind == DealDeleted::kKind)
      deal_.deleted_at = event.recorded_at;
    else if (event.kind == DealRestored::kKind)
      deal_.deleted_at.reset();
  }

 private:
  template <class E, class F>
  static void with(const journal::Event& event, F f) {
    if (const auto data = json::read<E>(event.data)) f(*data);
  }

  void create(const journal::Event& event, const DealCreated& created) {
    deal_.name = created.name;
    deal_.pipeline_id = created.pipeline_id;
    deal_.source = created.source;
    deal_.account_id = created.account_id.value_or(AccountId());
    deal_.owner_id = created.snapshot.owner_id;
    deal_.team_id = created.snapshot.team_id.value_or(TeamId());
    deal_.amount = created.snapshot.amount;
    // Some exports write 9999-12-31 for what nobody knows, as the table does.
    if (created.snapshot.expected_close && to_days(*created.snapshot.expected_close) != kNoDate)
      deal_.expected_close = created.snapshot.expected_close;
    deal_.probability = created.own_probability;
    if (created.facts) deal_.facts = *created.facts;
    if (created.history.empty()) enter(created.stage_id, event.effective_at);
    for (const StageEntered& entry : created.history) enter(entry.stage_id, entry.at);
  }

  void enter(StageId id, Instant at) {
    const Pipeline* pipeline = pipelines_.find(deal_.pipeline_id);
    if (const Stage* stage = pipeline ? pipeline->find_ever(id) : nullptr)
      enter_stage(deal_, *stage, at);
  }

  void move(const journal::Event& event, const DealMoved& moved) {
    moves_[event.seq] = moved;
    enter(moved.to_stage_id, event.effective_at);
    deal_.episode = moved.episode;
    if (!moved.competitor.empty()) deal_.facts.competitor = moved.competitor;
  }

  void take_back(const DealMoveUndone& undone) {
    const auto at = moves_.find(undone.undoes);
    if (at == moves_.end()) return;
    const DealMoved& moved = at->second;
    deal_.stage_id = moved.from_stage_id;
    deal_.status = moved.from_status;
    deal_.stage_entered_at = moved.from_entered_at;
    if (!deal_.path.empty()) deal_.path.pop_back();
    deal_.closed_at = moved.from_closed_at;
    const auto is_closing = [](StageKind kind) {
      return kind == StageKind::won || kind == StageKind::lost;
    };
    deal_.episode = moved.episode;
    if (is_closing(moved.from_status) && !is_closing(moved.to_status)) --deal_.episode;
    if (!moved.competitor.empty()) deal_.facts.competitor = moved.from_competitor.value_or("");
  }

  const Pipelines& pipelines_;
  Deal deal_;
  std::map<journal::Seq, DealMoved> moves_;
};

void compare(std::int64_t id, const Deal& is, const Deal& was, journal::Audit& audit) {
  const auto same = [&](bool equal, std::string_view field) {
    if (!equal) audit.differs(kDealSubject, id, field);
  };
  for (const Change& change : changes_between(was, is))
    if (!is_derived(change.field)) same(false, change.field);
  same(is.team_id == was.team_id, "team_id");
  same(is.pipeline_id == was.pipeline_id, "pipeline_id");
  same(is.stage_id == was.stage_id, "stage_id");
  same(is.status == was.status, "status");
  same(is.stage_entered_at == was.stage_entered_at, "stage_entered_at");
  same(is.path.empty() || is.path == was.path, "path");
  same(is.episode == was.episode, "episode");
  same(is.closed_at == was.closed_at, "closed_at");
  same(is.waiting_on == was.waiting_on, "waiting_on");
  same(is.waiting_since == was.waiting_since, "waiting_since");
  same(is.deleted_at.has_value() == was.deleted_at.has_value(), "deleted_at");
}

}  // namespace

void audit_deals(db::Connection& connection, const Pipelines& pipelines, journal::Audit& audit) {
  const auto load = [&](std::int64_t after) {
    std::vector<std::pair<std::int64_t, Deal>> deals;
    for (Deal& deal : deals_after(connection, DealId(after), journal::kAuditChunk))
      deals.emplace_back(deal.id.value, std::move(deal));
    return deals;
  };
  ValueTally values;
  journal::audit_records(
      connection, kDealSubject, load,
      [&](std::int64_t id, const Deal& is, const std::vector<journal::Event>& events) {
        Rebuilding was(pipelines);
        for (const journal::Event& event : events) was.apply(event);
        compare(id, is, was.deal(), audit);
        values.add(id, is.facts.fields);
      },
      audit);
  if (!values.is_kept(connection, FieldRecord::deal)) audit.differs("custom_values", 0, "value");
  if (const std::int64_t wrong = wrong_totals(connection); wrong > 0)
    audit.differs("deal_totals", wrong, "amount_minor");
}

}  // namespace stagecoach::sales
