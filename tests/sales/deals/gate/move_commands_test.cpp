// Moving a deal: each test asserts the state and the event that explains it.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class MoveTest : public DealTest {
 protected:
  // Refused with this code, and nothing written: neither state nor event.
  void expect_refused(const Deal& deal, const Result<Deal>& result, std::string_view code) {
    EXPECT_EQ(testing::code_of(result), code);
    EXPECT_EQ(stored(deal.id), deal);
    EXPECT_EQ(head(), head_before_);
  }
  Deal ready(const std::string& stage_key) {
    Deal deal = bring(create("Acme"), stage_key);
    head_before_ = head();
    return deal;
  }
  static std::vector<std::string> keys(const std::vector<Criterion>& criteria) {
    std::vector<std::string> list;
    for (const Criterion& criterion : criteria) list.push_back(criterion.key);
    return list;
  }
  journal::Seq head_before_ = 0;
};
EACH_ENGINE(MoveTest);

// The whole of both built-in pipelines: each criterion can be met by what people can do, and each
// gate opens by that alone.
TEST_P(MoveTest, EveryBuiltInGateOpensThroughTheCommands) {
  for (const Pipeline& pipeline : pipelines().all()) {
    CreateDeal wish;
    wish.name = pipeline.key;
    wish.pipeline_id = pipeline.id;
    Deal deal = create(wish);
    for (int position = 0; position < pipeline.open_stages(); ++position) {
      const Stage* stage = pipeline.open_stage_at(position);
      ASSERT_EQ(deal.stage_id, stage->id);
      for (const Criterion& criterion : stage->exit_criteria) {
        if (is_met(criterion, *stage, stored(deal.id))) continue;
        meet(criterion, deal.id);
        EXPECT_TRUE(is_met(criterion, *stage, stored(deal.id))) << criterion.key;
      }
      clock.advance(std::chrono::hours(1));
      const Stage* next = pipeline.open_stage_at(position + 1);
      deal = move(stored(deal.id), (next ? next : pipeline.first_of(StageKind::won))->id).value();
      const auto moved = last<DealMoved>();
      EXPECT_EQ(moved.from_stage_id, stage->id);
      EXPECT_EQ(moved.to_stage_id, deal.stage_id);
      EXPECT_THAT(moved.overridden, IsEmpty());
      EXPECT_EQ(deal.stage_entered_at, clock.now());
    }
    EXPECT_EQ(deal.status, StageKind::won);
    EXPECT_EQ(deal.closed_at, clock.now());
    EXPECT_EQ(last<DealMoved>().snapshot.probability, 100);
    EXPECT_EQ(stored(deal.id), deal);
  }
}

TEST_P(MoveTest, AShutGateNamesExactlyWhatIsMissing) {
  Deal deal = create("Acme");
  meet(b2b().find(deal.stage_id)->exit_criteria[1], deal.id);  // the source
  deal = stored(deal.id);
  head_before_ = head();
  const auto refused = move(deal, "first_contact");
  expect_refused(deal, refused, "deal.gate_unmet");
  EXPECT_EQ(refused.error().code, Error::Code::refused);
  const auto details = json::read<RefusedMove>(refused.error().details_json).value();
  EXPECT_THAT(keys(details.unmet), ElementsAre("icp_fit", "contact_reachable"));
  EXPECT_EQ(details.unmet, unmet_criteria(*b2b().find(deal.stage_id), deal));
  EXPECT_FALSE(details.may_override);
  const auto to_owner = move(deal, "first_contact", {}, owner);
  EXPECT_TRUE(json::read<RefusedMove>(to_owner.error().details_json).value().may_override);
}

TEST_P(MoveTest, WhatAMoveFillsIsSavedWithItOrNotAtAll) {
  Deal deal = seat(create("Acme"), CommitteeRole::champion);
  head_before_ = head();
  MoveDeal wish;
  wish.fills.emplace();
  wish.fills->fields.emplace().source = std::string("referral");
  expect_refused(deal, move(deal, "first_contact", wish), "deal.gate_unmet");
  wish.fills->checklist["icp_fit"] = true;
  wish.fills->checklist["no_such_item"] = true;
  expect_refused(deal, move(deal, "first_contact", wish), "record.fields_wrong");
  wish.fills->checklist.erase("no_such_item");
  wish.fills->bant["luck"] = {};
  expect_refused(deal, move(deal, "first_contact", wish), "deal.no_bant_element");
  wish.fills->bant = {{"budget", {BantLevel::weak, "hinted", std::nullopt}}};

  const Deal moved = move(deal, "first_contact", wish).value();
  EXPECT_EQ(moved.stage_id, stage("first_contact"));
  EXPECT_EQ(moved.source, "referral");
  EXPECT_EQ(moved.facts.bant.budget.level, BantLevel::weak);
  EXPECT_EQ(moved.facts.checklist.at("icp_fit"), clock.now());
  EXPECT_EQ(stored(deal.id), moved);
  const auto events = events_after(head_before_);
  ASSERT_EQ(events.size(), 2u);
  std::vector<std::string> fields;
  for (const Change& change : read<DealChanged>(events[0]).changes) fields.push_back(change.field);
  EXPECT_THAT(fields, ElementsAre("source", "bant.budget", "checklist.icp_fit"));
  EXPECT_EQ(read<DealMoved>(events[1]).to_stage_id, moved.stage_id);
}

// The products lie in a table of their own; the deal and the journal must learn of them too.
TEST_P(MoveTest, ProductsFilledByAMoveAreKeptAndTold) {
  CreateDeal wish;
  wish.name = "Shop";
  wish.pipeline_id = b2c().id;
  Deal deal = bring(create(wish), "interest");
  meet(b2c().find("interest")->exit_criteria[1], deal.id);  // the need
  deal = stored(deal.id);
  const ProductId wheel = add_product("Wheel");
  head_before_ = head();
  MoveDeal with;
  with.fills.emplace().fields.emplace().product_lines =
      std::vector<ProductLineInput>{{wheel, 3, {}}};
  const Deal moved = move(deal, "order", with).value();
  EXPECT_TRUE(moved.facts.has_products);
  EXPECT_EQ(stored(deal.id), moved);
  const auto events = events_after(head_before_);
  ASSERT_EQ(events.size(), 2u);
  const auto changed = read<DealChanged>(events[0]);
  ASSERT_EQ(changed.changes.size(), 1u);
  EXPECT_EQ(changed.changes[0].field, "product_lines");
  const auto lines =
      database().read([&](db::Connection& c) { return load_product_lines(c, deal.id); });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].quantity, 3);
  EXPECT_EQ(changed.changes[0].after.text, json::write(lines));
}

TEST_P(MoveTest, OnlyAManagerOverridesAndTheJournalNamesWhatHeLetPass) {
  const Deal deal = ready("prospecting");
  MoveDeal wish;
  wish.override_reason = "Met them at the fair";
  expect_refused(deal, move(deal, "first_contact", wish), "deal.may_not_override");
  const Deal moved = move(deal, "first_contact", wish, manager).value();
  EXPECT_EQ(moved.stage_id, stage("first_contact"));
  const auto event = last<DealMoved>();
  EXPECT_THAT(event.overridden, ElementsAre("icp_fit", "source_known", "contact_reachable"));
  EXPECT_EQ(event.reason, "Met them at the fair");
  EXPECT_EQ(last_event().actor, manager);
}

TEST_P(MoveTest, BackwardOnHoldAndLostNeedAReason) {
  const Deal deal = ready("qualification");
  for (const std::string to : {"first_contact", "on_hold", "lost"}) {
    SCOPED_TRACE(to);
    const auto refused = move(deal, to);
    expect_refused(deal, refused, "deal.reason_required");
    EXPECT_EQ(refused.error().fields.front().field, "reason");
  }
  const Deal back = move(deal, "first_contact", because_of("wrong person")).value();
  EXPECT_EQ(last<DealMoved>().reason, "wrong person");
  const Deal held = move(back, "on_hold", because_of("budget freeze")).value();
  EXPECT_EQ(held.status, StageKind::on_hold);
  EXPECT_EQ(held.facts.outcome_reason, "budget freeze");
  EXPECT_FALSE(held.closed_at);
  const Deal again = move(held, "first_contact").value();
  MoveDeal lose = because_of("price");
  lose.competitor = "Them";
  clock.advance(std::chrono::hours(2));
  const Deal lost = move(again, "lost", lose).value();
  EXPECT_EQ(lost.status, StageKind::lost);
  EXPECT_EQ(lost.closed_at, clock.now());
  EXPECT_EQ(lost.facts.outcome_reason, "price");
  EXPECT_EQ(lost.facts.competitor, "Them");
  EXPECT_EQ(last<DealMoved>().snapshot.probability, 0);
  EXPECT_EQ(lost.episode, 1);
  EXPECT_EQ(stored(lost.id), lost);
}

TEST_P(MoveTest, ReopeningNeedsAReasonAndBeginsTheNextEpisode) {
  const Deal lost = move(ready("qualification"), "lost", because_of("price")).value();
  head_before_ = head();
  expect_refused(lost, move(lost, "qualification"), "deal.reason_required");
  clock.advance(std::chrono::hours(48));
  const Deal open = move(lost, "qualification", because_of("they called back")).value();
  EXPECT_EQ(open.episode, 2);
  EXPECT_FALSE(open.closed_at);
  const auto event = last<DealMoved>();
  EXPECT_EQ(event.episode, 2);
  EXPECT_EQ(event.from_status, StageKind::lost);
  EXPECT_EQ(event.from_closed_at, lost.closed_at);
}

// Holding or losing a deal is no way around the gates.
TEST_P(MoveTest, ADealOnHoldOrLostStandsBeforeTheGateItLeft) {
  const Deal deal = ready("first_contact");
  const Deal held = move(deal, "on_hold", because_of("holidays")).value();
  head_before_ = head();
  expect_refused(held, move(held, "qualification"), "deal.gate_unmet");
  expect_refused(held, move(held, "closing"), "deal.may_not_skip");
  expect_refused(held, move(held, "after_sales"), "deal.may_not_skip");
  const Deal lost = move(held, "lost", because_of("silence")).value();
  head_before_ = head();
  expect_refused(lost, move(lost, "qualification", because_of("again")), "deal.gate_unmet");
  expect_refused(lost, move(lost, "after_sales", because_of("again")), "deal.may_not_skip");
  const Deal back = move(lost, "first_contact", because_of("again")).value();
  EXPECT_EQ(back.stage_id, stage("first_contact"));
  // A move that was taken back does not count as having stood there.
  const Deal further = bring(back, "qualification");
  const Deal undone = undo(head()).value();
  const Deal held_again = move(undone, "on_hold", because_of("again")).value();
  EXPECT_EQ(move(held_again, "qualification").value().stage_id, further.stage_id);  // gate is open
  head_before_ = head();
}

TEST_P(MoveTest, SkippingIsThePipelinesToAllowAndNoGateIsSpared) {
  Deal deal = open_gate(create("Acme"));
  head_before_ = head();
  expect_refused(deal, move(deal, "qualification"), "deal.may_not_skip");
  expect_refused(deal, move(deal, "after_sales"), "deal.may_not_skip");

  CreateDeal wish;
  wish.name = "Shop";
  wish.pipeline_id = b2c().id;
  deal = open_gate(create(wish));
  head_before_ = head();
  const auto refused = move(deal, "order");
  expect_refused(deal, refused, "deal.gate_unmet");
  EXPECT_THAT(keys(json::read<RefusedMove>(refused.error().details_json).value().unmet),
              ElementsAre("products_known", "need_weak"));
  for (const Criterion& criterion : b2c().find("interest")->exit_criteria) meet(criterion, deal.id);
  EXPECT_EQ(move(stored(deal.id), "order").value().stage_id, b2c().find("order")->id);
}

TEST_P(MoveTest, AMoveLiesBetweenTheEntryAndNow) {
  Deal deal = open_gate(create("Acme"));
  clock.advance(std::chrono::hours(10));
  head_before_ = head();
  MoveDeal wish;
  wish.effective_at = clock.now() + Millis(1);
  expect_refused(deal, move(deal, "first_contact", wish), "deal.move_in_future");
  wish.effective_at = deal.stage_entered_at - Millis(1);
  expect_refused(deal, move(deal, "first_contact", wish), "deal.move_too_early");
  wish.effective_at = deal.stage_entered_at + std::chrono::hours(3);
  deal = move(deal, "first_contact", wish).value();
  EXPECT_EQ(deal.stage_entered_at, *wish.effective_at);
  EXPECT_EQ(last_event().effective_at, *wish.effective_at);
  EXPECT_EQ(last_event().recorded_at, clock.now());
}

TEST_P(MoveTest, AStaleVersionAnotherPipelineAndAStrangerAreRefused) {
  Deal deal = open_gate(create("Acme"));
  head_before_ = head();
  Deal stale = deal;
  --stale.version;
  EXPECT_EQ(move(stale, "first_contact").error().code, Error::Code::stale);
  expect_refused(deal, move(deal, b2c().find("order")->id), "deal.no_such_stage");
  expect_refused(deal, move(deal, "prospecting"), "deal.already_there");
  EXPECT_EQ(move(deal, "first_contact", {}, other_rep).error().code, Error::Code::not_found);
  EXPECT_EQ(stored(deal.id), deal);
}

}  // namespace
}  // namespace stagecoach::sales
