// Every kind of criterion, met and unmet. Pure: no database.
#include "sales/deals/gate/stage_gate.h"

#include <gtest/gtest.h>

#include <functional>

namespace stagecoach::sales {
namespace {

const Instant kEntered = *instant_from_iso("2026-03-02T09:00:00Z");

Criterion of(CriterionKind kind, std::string key = "it") {
  Criterion criterion;
  criterion.kind = kind;
  criterion.key = std::move(key);
  return criterion;
}

Stage stage_with(std::vector<Criterion> criteria) {
  Stage stage;
  stage.id = StageId(3);
  stage.exit_criteria = std::move(criteria);
  return stage;
}

Deal empty_deal() {
  Deal deal;
  deal.stage_id = StageId(3);
  deal.stage_entered_at = kEntered;
  return deal;
}

bool met(const Criterion& criterion, const Deal& deal) {
  return is_met(criterion, stage_with({criterion}), deal);
}

// Unmet on an empty deal, met after `change`.
void expect_met_by(const Criterion& criterion, const std::function<void(Deal&)>& change) {
  Deal deal = empty_deal();
  EXPECT_FALSE(met(criterion, deal));
  change(deal);
  EXPECT_TRUE(met(criterion, deal));
}

TEST(StageGate, AFieldIsKnownOnceItIsFilled) {
  const std::vector<std::pair<DealField, std::function<void(Deal&)>>> fills{
      {DealField::account, [](Deal& d) { d.account_id = AccountId(1); }},
      {DealField::contact, [](Deal& d) { d.facts.contact_reachable = true; }},
      {DealField::amount,
       [](Deal& d) {
         d.amount = Money{0, *Currency::parse("CNY")};
       }},
      {DealField::expected_close, [](Deal& d) { d.expected_close = Date(std::chrono::days(1)); }},
      {DealField::source, [](Deal& d) { d.source = "referral"; }},
      {DealField::products, [](Deal& d) { d.facts.has_products = true; }},
      {DealField::pains, [](Deal& d) { d.facts.pains = "slow"; }},
      {DealField::competitor, [](Deal& d) { d.facts.competitor = "Them"; }},
      {DealField::next_step,
       [](Deal& d) {
         d.facts.next_step = NextStep{ActivityId(1), {}, "call", kEntered};
       }},
  };
  for (const auto& [field, fill] : fills) {
    SCOPED_TRACE(static_cast<int>(field));
    Criterion criterion = of(CriterionKind::field_known);
    criterion.field = field;
    expect_met_by(criterion, fill);
    Deal all_others = empty_deal();  // no other field stands in for it
    for (const auto& [other, fill_other] : fills)
      if (other != field) fill_other(all_others);
    EXPECT_FALSE(met(criterion, all_others));
  }
}

TEST(StageGate, AnAmountReachesItsLimitExactly) {
  Criterion criterion = of(CriterionKind::amount_at_least);
  criterion.minor = 1000;
  expect_met_by(criterion, [](Deal& d) { d.amount = Money{1000, *Currency::parse("CNY")}; });
  Deal deal = empty_deal();
  deal.amount = Money{999, *Currency::parse("CNY")};
  EXPECT_FALSE(met(criterion, deal));
}

TEST(StageGate, AnActivityCountsByKindAndDirection) {
  Criterion any = of(CriterionKind::activity_done);
  Criterion demo = any, talk = any;
  demo.activity_kind = ActivityKind::demo;
  talk.direction = Direction::two_way;
  Deal deal = empty_deal();
  deal.facts.activities = {{ActivityKind::call, Direction::outbound, 2, kEntered}};
  EXPECT_TRUE(met(any, deal));
  EXPECT_FALSE(met(demo, deal));
  EXPECT_FALSE(met(talk, deal));
  deal.facts.activities.push_back({ActivityKind::demo, std::nullopt, 1, kEntered});
  EXPECT_TRUE(met(demo, deal));
  EXPECT_FALSE(met(talk, deal));  // nobody said who spoke
  deal.facts.activities.push_back({ActivityKind::email, Direction::two_way, 1, kEntered});
  EXPECT_TRUE(met(talk, deal));
  deal.facts.activities = {{ActivityKind::demo, Direction::two_way, 0, kEntered}};
  EXPECT_FALSE(met(any, deal));
}

TEST(StageGate, BantReachesALevelPerElementOrInAll) {
  Criterion budget = of(CriterionKind::bant_level);
  budget.element = BantElement::budget;
  budget.level = BantLevel::weak;
  Criterion all = budget;
  all.element.reset();
  Deal deal = empty_deal();
  EXPECT_FALSE(met(budget, deal));
  deal.facts.bant.budget.level = BantLevel::weak;
  EXPECT_TRUE(met(budget, deal));
  EXPECT_FALSE(met(all, deal));
  deal.facts.bant.authority.level = deal.facts.bant.need.level = BantLevel::confirmed;
  EXPECT_FALSE(met(all, deal));
  deal.facts.bant.timeline.level = BantLevel::weak;
  EXPECT_TRUE(met(all, deal));
  budget.level = BantLevel::confirmed;
  EXPECT_FALSE(met(budget, deal));
}

TEST(StageGate, ARoleIsFilledByThatRole) {
  Criterion champion = of(CriterionKind::role_filled);
  champion.role = CommitteeRole::champion;
  Deal deal = empty_deal();
  deal.facts.roles = {CommitteeRole::decision_maker};
  EXPECT_FALSE(met(champion, deal));
  deal.facts.roles.push_back(CommitteeRole::champion);
  EXPECT_TRUE(met(champion, deal));
}

TEST(StageGate, AChecklistItemIsTickedUnderItsOwnKey) {
  const Criterion item = of(CriterionKind::checklist, "fits");
  Deal deal = empty_deal();
  deal.facts.checklist["other"] = kEntered;
  EXPECT_FALSE(met(item, deal));
  deal.facts.checklist["fits"] = kEntered;
  EXPECT_TRUE(met(item, deal));
}

TEST(StageGate, AnApprovalIsForThisStageAndThisVisit) {
  const Criterion approval = of(CriterionKind::approval);
  Deal deal = empty_deal();
  deal.facts.approvals = {{StageId(2), UserId(1), kEntered, "", ""}};
  EXPECT_FALSE(met(approval, deal)) << "given for another stage";
  deal.facts.approvals = {{StageId(3), UserId(1), kEntered - Millis(1), "", ""}};
  EXPECT_FALSE(met(approval, deal)) << "given in an earlier visit";
  deal.facts.approvals = {{StageId(3), UserId(1), kEntered, "", ""}};
  EXPECT_TRUE(met(approval, deal));
}

TEST(StageGate, OnlyAnOpenBlockingObjectionHoldsADeal) {
  const Criterion settled = of(CriterionKind::objections_settled);
  Deal deal = empty_deal();
  EXPECT_TRUE(met(settled, deal));
  deal.facts.objections = {2, 0};
  EXPECT_TRUE(met(settled, deal));
  deal.facts.objections = {2, 1};
  EXPECT_FALSE(met(settled, deal));
}

TEST(StageGate, AllAndAnyNest) {
  Criterion all = of(CriterionKind::all, "all"), any = of(CriterionKind::any, "any");
  any.items = {of(CriterionKind::checklist, "b"), of(CriterionKind::checklist, "c")};
  all.items = {of(CriterionKind::checklist, "a"), any};
  Deal deal = empty_deal();
  const auto tick = [&](const std::string& item) { deal.facts.checklist[item] = kEntered; };
  EXPECT_FALSE(met(all, deal));
  tick("c");
  EXPECT_TRUE(met(any, deal));
  EXPECT_FALSE(met(all, deal));
  tick("a");
  EXPECT_TRUE(met(all, deal));
  deal.facts.checklist.erase("c");
  EXPECT_FALSE(met(all, deal));
}

TEST(StageGate, ListsWhatIsUnmetInOrderAndCountsTheRest) {
  const Stage stage =
      stage_with({of(CriterionKind::checklist, "a"), of(CriterionKind::checklist, "b"),
                  of(CriterionKind::checklist, "c")});
  Deal deal = empty_deal();
  deal.facts.checklist["b"] = kEntered;
  const std::vector<Criterion> unmet = unmet_criteria(stage, deal);
  ASSERT_EQ(unmet.size(), 2u);
  EXPECT_EQ(unmet[0].key, "a");
  EXPECT_EQ(unmet[1].key, "c");
  EXPECT_EQ(gate_progress(stage, deal).met, 1);
  EXPECT_EQ(gate_progress(stage, deal).total, 3);
  EXPECT_TRUE(unmet_criteria(stage_with({}), deal).empty());
}

}  // namespace
}  // namespace stagecoach::sales
