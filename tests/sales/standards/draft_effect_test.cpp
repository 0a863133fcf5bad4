#include <gtest/gtest.h>

#include "sales/pipeline/draft/pipeline_edits.h"
#include "sales/standards/standards_test.h"

namespace stagecoach::sales {
namespace {

class DraftEffectTest : public StandardsTest {
 protected:
  void ask_for_security_check() {
    edit(b2b().id,
         [](Pipeline& p) { p.stages[0].exit_criteria.push_back(checklist_item("security")); });
  }
};
EACH_ENGINE(DraftEffectTest);

TEST_P(DraftEffectTest, ADraftThatAsksForNothingNewAffectsNobody) {
  create("Acme");
  edit(b2b().id, [](Pipeline& p) {
    p.stages[0].name.en = "Renamed";
    p.stages[0].exit_criteria.front().label.en = "Said otherwise";
    p.stages[0].probability = 6;
  });
  const DraftEffect found = effect(b2b().id, owner);
  EXPECT_EQ(found.deals, 1);
  EXPECT_EQ(found.not_passing, 0);
  EXPECT_TRUE(found.stages.empty());
}

TEST_P(DraftEffectTest, CountsWhoWouldNotPassByTheGateItself) {
  const Deal ready = open_gate(create("Ready"));
  create("Not ready");
  bring(create("Further"), "first_contact");
  remove(create("Deleted"));
  ask_for_security_check();

  const DraftEffect found = effect(b2b().id, owner);
  ASSERT_EQ(found.stages.size(), 1u);
  const StageEffect& stage = found.stages[0];
  EXPECT_EQ(stage.stage_key, "prospecting");
  EXPECT_EQ(stage.deals, 2);
  EXPECT_EQ(stage.not_passing, 2);
  EXPECT_EQ(stage.held_back, 1) << "only one could move on today";
  ASSERT_EQ(stage.criteria.size(), 1u);
  EXPECT_EQ(stage.criteria[0].key, "security");
  EXPECT_EQ(stage.criteria[0].deals, 2);
  EXPECT_EQ(stage.not_passing_ids.size(), 2u);
  EXPECT_EQ(found.deals, 3);

  // The same list by the gate, after publication.
  const Pipeline published = publish(draft_of(b2b().id)).value();
  EXPECT_EQ(unmet_criteria(published.stages[0], stored(ready.id)).size(), 1u);
}

TEST_P(DraftEffectTest, CountsOnlyWhatTheViewerSees) {
  create("Mine");
  CreateDeal wish;
  wish.name = "Another's";
  create(wish, other_rep);
  ask_for_security_check();
  EXPECT_EQ(effect(b2b().id, owner).not_passing, 2);
  EXPECT_EQ(effect(b2b().id, rep).not_passing, 1);
  EXPECT_EQ(effect(b2b().id, rep).deals, 1);
}

TEST_P(DraftEffectTest, CountsWhoWouldBeOverTheNewStandard) {
  create("Old");
  clock.advance(std::chrono::hours(24 * 5));
  create("New");
  edit(b2b().id, [](Pipeline& p) { p.stages[0].standard->amount = 2; });
  DraftEffect found = effect(b2b().id, owner);
  ASSERT_EQ(found.stages.size(), 1u);
  EXPECT_EQ(found.newly_over, 1);
  EXPECT_EQ(found.stages[0].newly_over_ids.size(), 1u);
  EXPECT_EQ(found.stages[0].no_longer_over, 0);

  clock.advance(std::chrono::hours(24 * 30));
  edit(b2b().id, [](Pipeline& p) { p.stages[0].standard.reset(); });
  found = effect(b2b().id, owner);
  EXPECT_EQ(found.newly_over, 0);
  EXPECT_EQ(found.stages[0].no_longer_over, 2);
}

TEST_P(DraftEffectTest, NamesWhatHasToMove) {
  bring(create("Acme"), "first_contact");
  edit(b2b().id, [](Pipeline& p) {
    std::erase_if(p.stages, [](const Stage& s) { return s.key == "first_contact"; });
  });
  const DraftEffect found = effect(b2b().id, owner);
  ASSERT_EQ(found.stages.size(), 1u);
  EXPECT_TRUE(found.stages[0].removed);
  EXPECT_EQ(found.to_move, 1);
}

TEST_P(DraftEffectTest, ReadsASampleOfVeryManyAndSaysSo) {
  for (int i = 0; i < 12; ++i) create("Deal " + std::to_string(i));
  ask_for_security_check();
  EXPECT_TRUE(effect(b2b().id, owner, 12).exact);
  const DraftEffect sampled = effect(b2b().id, owner, 4);
  EXPECT_FALSE(sampled.exact);
  EXPECT_EQ(sampled.not_passing, 12);
  EXPECT_EQ(sampled.stages[0].not_passing_ids.size(), 4u);
}

}  // namespace
}  // namespace stagecoach::sales
