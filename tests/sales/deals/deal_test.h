// A workspace with people and pipelines, and deals to move through them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sales/accounts/account_commands.h"
#include "sales/activities/activity_commands.h"
#include "sales/deals/approval/approval_commands.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/gate/move_commands.h"
#include "sales/deals/gate/stage_gate.h"
#include "sales/deals/waiting/waiting_commands.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/team_test.h"

namespace stagecoach::sales {

inline Money cny(std::int64_t minor) {
  return {minor, *Currency::parse("CNY")};
}

class DealTest : public testing::TeamTest {
 protected:
  DealTest() {
    owner = set_up_owner();
    run([](journal::Work& work) { return install_builtin_pipelines(work); }).value();
    rep = add_user("rita", Role::rep, Visibility::own).id;
    other_rep = add_user("rob", Role::rep, Visibility::own).id;
    manager = add_user("max", Role::manager, Visibility::all).id;
    pipelines_ = catalog.current();
  }

  const Pipelines& pipelines() const { return *pipelines_; }
  const Pipeline& b2b() const { return *pipelines().find("b2b"); }
  const Pipeline& b2c() const { return *pipelines().find("b2c"); }
  StageId stage(std::string_view key) const { return b2b().find(key)->id; }

  // As one person; a session of his is kept for the test.
  template <class F>
  auto as(UserId user, F&& command) {
    auto known = viewers_.find(user.value);
    if (known == viewers_.end()) known = viewers_.emplace(user.value, viewer_for(user)).first;
    return commands.run(known->second, std::forward<F>(command));
  }
  const Viewer& viewer(UserId user) {
    as(user, [](journal::Work&) -> Result<void> { return {}; }).value();
    return viewers_.at(user.value);
  }

  Deal create(CreateDeal wish, UserId by = {}) {
    return as(by ? by : rep,
              [&](journal::Work& work) { return create_deal(work, pipelines(), wish); })
        .value();
  }
  Deal create(const std::string& name) {
    CreateDeal wish;
    wish.name = name;
    return create(wish);
  }
  Result<Deal> patch(const Deal& deal, const PatchDeal& patch, UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) {
      return patch_deal(work, pipelines(), deal.id, deal.version, patch);
    });
  }
  Result<Deal> move(const Deal& deal, StageId to, MoveDeal wish = {}, UserId by = {}) {
    wish.to_stage_id = to;
    return as(by ? by : rep, [&](journal::Work& work) {
      return move_deal(work, pipelines(), deal.id, deal.version, wish);
    });
  }
  Result<Deal> move(const Deal& deal, std::string_view to, MoveDeal wish = {}, UserId by = {}) {
    return move(deal, pipelines().find(deal.pipeline_id)->find(to)->id, std::move(wish), by);
  }
  static MoveDeal because_of(std::string reason) {
    MoveDeal wish;
    wish.reason = std::move(reason);
    return wish;
  }
  Deal remove(const Deal& deal, UserId by = {}) {
    return as(by ? by : rep,
              [&](journal::Work& work) { return delete_deal(work, deal.id, deal.version); })
        .value();
  }
  // The undo a person asks for, by the number of the event.
  Result<Deal> undo(journal::Seq seq, UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) -> Result<Deal> {
      const journal::Event event = journal::find(work.tx, seq).value();
      if (event.kind == DealMoved::kKind) return undo_move(work, pipelines(), event);
      if (event.kind == DealDeleted::kKind) return undo_delete(work, event);
      if (event.kind == DealWaitingOnChanged::kKind) return undo_waiting_on(work, event);
      return undo_change(work, pipelines(), event);
    });
  }

  Deal stored(DealId id) {
    return database().read([&](db::Connection& c) { return find_deal(c, id); }).value();
  }
  journal::Event last_event() { return events_after(head() - 1).front(); }
  template <class E>
  E last() {
    const journal::Event event = last_event();
    EXPECT_EQ(event.kind, E::kKind);
    return json::read<E>(event.data).value();
  }
  template <class E>
  static E read(const journal::Event& event) {
    EXPECT_EQ(event.kind, E::kKind);
    return json::read<E>(event.data).value();
  }

  // ---- meeting a standard, through the commands that people have ----

  Deal open_gate(Deal deal) {
    const Stage* at = pipelines().find(deal.pipeline_id)->find(deal.stage_id);
    for (const Criterion& criterion : at->exit_criteria) meet(criterion, deal.id);
    return stored(deal.id);
  }
  // Through every gate up to the stage.
  Deal bring(Deal deal, std::string_view stage_key) {
    const Pipeline& pipeline = *pipelines().find(deal.pipeline_id);
    while (deal.stage_id != pipeline.find(stage_key)->id) {
      const Stage* next = pipeline.open_stage_at(pipeline.position_of(deal.stage_id) + 1);
      deal = move(open_gate(deal), (next ? next : pipeline.first_of(StageKind::won))->id).value();
    }
    return deal;
  }
  void meet(const Criterion& criterion, DealId id) {
    const Deal deal = stored(id);
    switch (criterion.kind) {
      case CriterionKind::field_known:
        return fill(*criterion.field, deal);
      case CriterionKind::amount_at_least: {
        PatchDeal wish;
        wish.amount = cny(*criterion.minor);
        patch(deal, wish).value();
        return;
      }
      case CriterionKind::activity_done:
        add_activity(deal.id, criterion.activity_kind.value_or(ActivityKind::call), {}, clock.now(),
                     criterion.direction);
        return;
      case CriterionKind::bant_level:
        for (const BantElement element : {BantElement::budget, BantElement::authority,
                                          BantElement::need, BantElement::timeline})
          if (!criterion.element || *criterion.element == element)
            as(rep, [&](journal::Work& work) {
              return set_bant(work, pipelines(), id, stored_in(work, id).version, element,
                              {*criterion.level, "said so", std::nullopt});
            }).value();
        return;
      case CriterionKind::role_filled:
        seat(deal, *criterion.role);
        return;
      case CriterionKind::checklist:
        as(rep, [&](journal::Work& work) {
          return tick_checklist(work, pipelines(), id, deal.version, criterion.key, true);
        }).value();
        return;
      case CriterionKind::approval:
        as(manager, [&](journal::Work& work) {
          return answer_approval(work, pipelines(), id, deal.version, {{}, true, "fine"});
        }).value();
        return;
      case CriterionKind::objections_settled:
        return;  // nobody has raised any
      case CriterionKind::custom_known:
      case CriterionKind::custom_equals:
      case CriterionKind::custom_at_least:
        return;  // none of the built-in standards asks for the organisation's own fields
      case CriterionKind::all:
        for (const Criterion& item : criterion.items) meet(item, id);
        return;
      case CriterionKind::any:
        return meet(criterion.items.front(), id);
    }
  }

  ContactId add_contact(const std::string& email) {
    ContactInput input;
    input.name = std::string("Carla");
    input.email = email;
    return as(rep, [&](journal::Work& work) { return create_contact(work, input); }).value().id;
  }
  Deal seat(const Deal& deal, CommitteeRole role, const std::string& email = "c@example.com") {
    const ContactId contact = add_contact(email);
    return as(rep,
              [&](journal::Work& work) {
                return seat_contact(work, pipelines(), deal.id, deal.version, contact,
                                    {role, 3, {}});
              })
        .value();
  }
  AccountId add_account(const std::string& name, UserId by = {}) {
    AccountInput input;
    input.name = name;
    return as(by ? by : rep, [&](journal::Work& work) { return create_account(work, input); })
        .value()
        .id;
  }
  ProductId add_product(const std::string& name) {
    ProductInput input;
    input.name = name;
    input.price = cny(500);
    return as(owner, [&](journal::Work& work) { return create_product(work, input); }).value().id;
  }
  Activity add_activity(DealId deal, ActivityKind kind, std::optional<Instant> due,
                        std::optional<Instant> done_at = {},
                        std::optional<Direction> direction = {}) {
    NewActivity wish;
    wish.deal_id = deal;
    wish.kind = kind;
    wish.subject = "talk";
    wish.due = due;
    wish.done_at = done_at;
    wish.direction = direction;
    return as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  }

  UserId owner, rep, other_rep, manager;
  PipelineCatalog catalog{database()};

 private:
  static Deal stored_in(journal::Work& work, DealId id) { return find_deal(work.tx, id).value(); }

  void fill(DealField field, const Deal& deal) {
    PatchDeal wish;
    switch (field) {
      case DealField::account:
        wish.account_id = add_account("Acme");
        break;
      case DealField::contact:
        seat(deal, CommitteeRole::influencer);
        return;
      case DealField::amount:
        wish.amount = cny(100'000);
        break;
      case DealField::expected_close:
        wish.expected_close = *date_from_iso("2026-06-30");
        break;
      case DealField::source:
        wish.source = std::string("referral");
        break;
      case DealField::products:
        wish.product_lines = std::vector<ProductLineInput>{{add_product("Wheel"), 2, {}}};
        break;
      case DealField::pains:
        wish.pains = std::string("slow roads");
        break;
      case DealField::competitor:
        wish.competitor = std::string("Them");
        break;
      case DealField::next_step:
        add_activity(deal.id, ActivityKind::call, clock.now() + std::chrono::hours(24));
        return;
    }
    patch(deal, wish).value();
  }

  std::map<std::int64_t, Viewer> viewers_;
  std::shared_ptr<const Pipelines> pipelines_;
};

// The JSON members {"unmet": [...], "may_override": …} of a refused move.
struct RefusedMove {
  std::vector<Criterion> unmet;
  bool may_override = false;
};
BOOST_DESCRIBE_STRUCT(RefusedMove, (), (unmet, may_override))

}  // namespace stagecoach::sales
