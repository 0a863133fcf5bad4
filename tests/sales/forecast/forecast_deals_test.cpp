// What a forecast reads of the deals, on both engines.
#include "sales/forecast/forecast_deals.h"

#include <gmock/gmock.h>

#include "sales/forecast/forecast_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class ForecastDealsTest : public ForecastTest {
 protected:
  ForecastScope scope() const {
    ForecastScope all;
    all.from = clock.now() - std::chrono::hours(24);
    all.until = clock.now() + std::chrono::hours(24);
    return all;
  }
  std::vector<ForecastDeal> read(UserId who, const ForecastScope& scope) {
    const Viewer& by = viewer(who);
    return database().read(
        [&](db::Connection& c) { return forecast_deals(c, by, pipelines(), scope); });
  }
  std::vector<DealId> ids(UserId who, const ForecastScope& scope) {
    std::vector<DealId> found;
    for (const ForecastDeal& deal : read(who, scope)) found.push_back(deal.id);
    return found;
  }
  Deal create_for(UserId who, const std::string& name) {
    CreateDeal wish;
    wish.name = name;
    wish.owner_id = who;
    return create(wish, owner);
  }
  Deal carry(const Deal& deal, std::string_view to) {
    MoveDeal wish = because_of("price");
    wish.override_reason = std::string("by a test");
    return move(deal, to, wish, owner).value();
  }
};
EACH_ENGINE(ForecastDealsTest);

TEST_P(ForecastDealsTest, GivesWhatTheViewerSeesAndNothingElse) {
  const Deal mine = create_for(rep, "Mine"), his = create_for(other_rep, "His");
  EXPECT_THAT(ids(rep, scope()), ElementsAre(mine.id));
  EXPECT_THAT(ids(manager, scope()), UnorderedElementsAre(mine.id, his.id));
  ForecastScope of_his = scope();
  of_his.owner = other_rep;
  EXPECT_THAT(ids(manager, of_his), ElementsAre(his.id));
  EXPECT_THAT(ids(rep, of_his), IsEmpty());
  remove(stored(mine.id));
  EXPECT_THAT(ids(rep, scope()), IsEmpty());
}

TEST_P(ForecastDealsTest, GivesWonDealsOfTheTimeAndNoLostOnes) {
  const Deal won = win(create_for(rep, "Won")), lost = carry(create_for(rep, "Lost"), "lost");
  EXPECT_THAT(ids(rep, scope()), ElementsAre(won.id));
  ForecastScope later = scope();
  later.from = clock.now() + std::chrono::hours(1);
  EXPECT_THAT(ids(rep, later), IsEmpty());
  const auto past = database().read([&](db::Connection& c) {
    return past_results(c, Viewer::system(), pipelines(), scope(), *Currency::parse("CNY"));
  });
  EXPECT_EQ(past.at(b2b().id.value).won_share(), .5);
  EXPECT_EQ(past.at(b2b().id.value).mean_minor(), std::nullopt) << "the won deal has no amount";
}

TEST_P(ForecastDealsTest, KnowsWhoCameBackWithinTheEpisode) {
  const Deal deal = create_for(rep, "There and back");
  EXPECT_FALSE(read(rep, scope()).front().again);
  Deal back = carry(carry(deal, "first_contact"), "prospecting");
  EXPECT_TRUE(read(rep, scope()).front().again);
  back = carry(carry(back, "lost"), "first_contact");
  EXPECT_FALSE(read(rep, scope()).front().again) << "a new episode begins anew";
}

TEST_P(ForecastDealsTest, TheCategoryIsTheOwnersWord) {
  const Deal deal = create_for(rep, "Sure");
  EXPECT_EQ(read(rep, scope()).front().category, std::nullopt);
  PatchDeal wish;
  wish.forecast_category = ForecastCategory::commit;
  const Deal sure = patch(deal, wish).value();
  EXPECT_EQ(read(rep, scope()).front().category, ForecastCategory::commit);
  const auto changed = last<DealChanged>();
  ASSERT_EQ(changed.changes.size(), 1u);
  EXPECT_EQ(changed.changes[0].field, "forecast_category");
  EXPECT_EQ(changed.changes[0].after.text, "\"commit\"");
  EXPECT_EQ(undo(head()).value().forecast_category, std::nullopt);
}

TEST(ForecastCategory, FollowsTheProbabilityUnlessSaidOtherwise) {
  EXPECT_EQ(category_by(StageKind::open, 0), ForecastCategory::omitted);
  EXPECT_EQ(category_by(StageKind::open, 1), ForecastCategory::pipeline);
  EXPECT_EQ(category_by(StageKind::open, 50), ForecastCategory::best_case);
  EXPECT_EQ(category_by(StageKind::open, 80), ForecastCategory::commit);
  EXPECT_EQ(category_by(StageKind::on_hold, 90), ForecastCategory::omitted);
}

}  // namespace
}  // namespace stagecoach::sales
