// The columns follow what people do, through the journal alone.
#include "cycle/projection/cycle_projection.h"

#include <gtest/gtest.h>

#include "sales/deals/deal_test.h"

namespace stagecoach::cycle {
namespace {

class CycleProjectionTest : public sales::DealTest {
 protected:
  // The b2b pipeline's columns, once they tell of all that has happened.
  std::shared_ptr<const PipelineColumns> columns() {
    EXPECT_TRUE(projection_.wait_for(head(), Millis(20'000)));
    return projection_.current()->pipelines.at(b2b().id.value);
  }
  EpisodeView newest(const PipelineColumns& of) {
    const std::int64_t now_s = to_millis(clock.now()) / 1000;
    return of.table.view(of.table.episodes() - 1, now_s).value();
  }

  CycleProjection projection_{database(), catalog};
};
EACH_ENGINE(CycleProjectionTest);

TEST_P(CycleProjectionTest, FollowsMovesUndoAndDeletion) {
  using sales::Deal;
  const Deal deal = open_gate(create("Acme"));
  clock.advance(std::chrono::hours(24));
  move(deal, "first_contact").value();
  auto seen = columns();
  ASSERT_EQ(seen->owner, std::vector<UserId>{rep});
  EXPECT_EQ(newest(*seen).last_visit - newest(*seen).first_visit, 2u);
  EXPECT_EQ(seen->table.visit(newest(*seen), newest(*seen).first_visit).dwell(), 24 * 3600);

  Deal back = undo(head()).value();
  seen = columns();
  EXPECT_EQ(newest(*seen).last_visit - newest(*seen).first_visit, 1u) << "it never happened";

  back = move(back, "lost", because_of("price")).value();
  clock.advance(std::chrono::hours(24));
  back = move(back, "prospecting", because_of("again")).value();
  seen = columns();
  EXPECT_EQ(seen->table.episodes(), 2u);
  EXPECT_EQ(newest(*seen).ending, Ending::open);

  remove(back);
  EXPECT_EQ(columns()->table.episodes(), 0u);
  undo(head()).value();
  EXPECT_EQ(columns()->table.episodes(), 2u);
}

}  // namespace
}  // namespace stagecoach::cycle
