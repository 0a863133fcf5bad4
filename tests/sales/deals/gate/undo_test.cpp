// Taking back: a compensating event, never a rewritten history.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

class UndoTest : public DealTest {
 protected:
  // As it stood, but for what every save changes.
  static void expect_same(Deal now, const Deal& was) {
    EXPECT_GT(now.version, was.version);
    now.version = was.version;
    now.updated_at = was.updated_at;
    EXPECT_EQ(now, was);
  }
};
EACH_ENGINE(UndoTest);

TEST_P(UndoTest, AMoveTakenBackLeavesTheDealWhereItStood) {
  const Deal before = open_gate(create("Acme"));
  clock.advance(std::chrono::hours(5));
  move(before, "first_contact").value();
  const journal::Seq moved = head();
  clock.advance(std::chrono::hours(1));
  const Deal after = undo(moved).value();
  expect_same(after, before);
  EXPECT_EQ(stored(before.id), after);
  const auto event = last<DealMoveUndone>();
  EXPECT_EQ(event.undoes, moved);
  EXPECT_EQ(event.stage_id, before.stage_id);
  EXPECT_EQ(last_event().cause, moved);
  EXPECT_EQ(testing::code_of(undo(moved)), "undo.moved_on");  // once only
}

TEST_P(UndoTest, AnOutcomeTakenBackRestoresTheOneBefore) {
  const Deal open = create("Acme");
  MoveDeal lose = because_of("price");
  lose.competitor = "Them";
  const Deal lost = move(open, "lost", lose).value();
  const journal::Seq losing = head();
  clock.advance(std::chrono::hours(5));
  move(lost, "prospecting", because_of("by mistake")).value();
  const Deal lost_again = undo(head()).value();
  expect_same(lost_again, lost);
  EXPECT_EQ(lost_again.episode, 1);
  EXPECT_EQ(lost_again.facts.outcome_reason, "price");
  EXPECT_EQ(lost_again.closed_at, lost.closed_at);
  expect_same(undo(losing).value(), open);
}

TEST_P(UndoTest, AMoveCannotBeTakenBackOnceTheDealHasMovedOn) {
  const Deal deal = open_gate(create("Acme"));
  clock.advance(std::chrono::hours(1));
  Deal moved = move(deal, "first_contact").value();
  const journal::Seq first = head();
  clock.advance(std::chrono::hours(1));
  moved = move(moved, "on_hold", because_of("holidays")).value();
  const journal::Seq before = head();
  EXPECT_EQ(testing::code_of(undo(first)), "undo.moved_on");
  EXPECT_EQ(head(), before);
  EXPECT_EQ(stored(deal.id), moved);
}

TEST_P(UndoTest, AChangeTakenBackPutsEachFieldBack) {
  Deal before = create("Acme");
  PatchDeal first;
  first.amount = cny(500);
  first.expected_close = *date_from_iso("2026-04-10");
  before = patch(before, first).value();
  PatchDeal wish;
  wish.name = std::string("Acme Ltd");
  wish.amount = json::Patch<Money>::null();
  wish.expected_close = *date_from_iso("2026-08-01");
  wish.pains = std::string("slow");
  const Deal changed = patch(before, wish).value();
  EXPECT_EQ(changed.facts.close_date_changes, (CloseDateChanges{1, 0, 1}));
  const journal::Seq change = head();
  const Deal after = undo(change).value();
  expect_same(after, before);
  EXPECT_EQ(stored(before.id), after);
  EXPECT_EQ(last<DealChanged>().undoes, change);
  EXPECT_EQ(last<DealChanged>().changes.size(), 5u);  // the counter of pushes among them
  expect_same(undo(head()).value(), changed);         // an undo is a change like any other
}

TEST_P(UndoTest, AChangeThatWasChangedSinceIsLeftAlone) {
  const Deal deal = create("Acme");
  PatchDeal wish;
  wish.name = std::string("Second");
  wish.pains = std::string("slow");
  Deal changed = patch(deal, wish).value();
  const journal::Seq change = head();
  wish = {};
  wish.name = std::string("Third");
  changed = patch(changed, wish).value();
  const auto refused = undo(change);
  EXPECT_EQ(refused.error().code, Error::Code::conflict);
  EXPECT_EQ(testing::code_of(refused), "undo.changed_since");
  EXPECT_EQ(stored(deal.id), changed);  // the pains were not put back either
  EXPECT_EQ(head(), change + 1);
}

TEST_P(UndoTest, ATickTakenBackIsATickTakenAway) {
  const Deal before = create("Acme");
  meet(b2b().find(before.stage_id)->exit_criteria[0], before.id);
  ASSERT_TRUE(stored(before.id).facts.checklist.contains("icp_fit"));
  expect_same(undo(head()).value(), before);
}

TEST_P(UndoTest, ADeletionTakenBackBringsTheDealBack) {
  const Deal deal = create("Acme");
  const Deal deleted = remove(deal);
  EXPECT_TRUE(stored(deal.id).deleted_at);
  const journal::Seq deletion = head();
  EXPECT_EQ(last<DealDeleted>().name, "Acme");
  PatchDeal wish;
  wish.name = std::string("Ghost");
  EXPECT_EQ(testing::code_of(patch(deleted, wish)), "deal.deleted");
  const Deal back = undo(deletion).value();
  expect_same(back, deal);
  EXPECT_EQ(last_event().kind, DealRestored::kKind);
  EXPECT_EQ(testing::code_of(undo(deletion)), "deal.not_deleted");
}

TEST_P(UndoTest, ProductsAndCommitteeAreNotTakenBackByHalves) {
  const Deal deal = create("Acme");
  PatchDeal wish;
  wish.name = std::string("Acme Ltd");
  wish.product_lines = std::vector<ProductLineInput>{{add_product("Wheel"), 1, {}}};
  const Deal changed = patch(deal, wish).value();
  EXPECT_EQ(testing::code_of(undo(head())), "undo.not_possible");
  EXPECT_EQ(stored(deal.id), changed);
  const Deal seated = seat(changed, CommitteeRole::champion);
  EXPECT_EQ(testing::code_of(undo(head())), "undo.not_possible");
  EXPECT_EQ(stored(deal.id), seated);
}

TEST_P(UndoTest, NobodyTakesBackWhatHeMayNotDo) {
  const Deal deal = create("Acme");
  PatchDeal give;
  give.owner_id = other_rep;
  ASSERT_EQ(testing::code_of(patch(deal, give)), "deal.may_not_assign");
  patch(deal, give, owner).value();
  const journal::Seq given = head();
  EXPECT_EQ(undo(given, rep).error().code, Error::Code::not_found);  // not his any more
  EXPECT_EQ(testing::code_of(undo(given, other_rep)), "undo.not_allowed");
  EXPECT_EQ(undo(given, owner).value().owner_id, rep);

  const std::int64_t version = stored(deal.id).version;
  const Deal approved =
      as(manager, [&](journal::Work& work) {
        return answer_approval(work, pipelines(), deal.id, version, {{}, true, "fine"});
      }).value();
  ASSERT_EQ(approved.facts.approvals.size(), 1u);
  EXPECT_TRUE(undo(head(), manager).value().facts.approvals.empty());
  EXPECT_EQ(testing::code_of(undo(head(), rep)), "undo.not_allowed");
}

}  // namespace
}  // namespace stagecoach::sales
