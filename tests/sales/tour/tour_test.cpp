// What a newcomer has done is ticked off from what really happened.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/tour/tour_filing.h"
#include "sales/tour/tour_store.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TourTest : public DealTest {
 protected:
  void file() {
    while (file_tour_steps(filing, clock.now())) continue;
  }
  Tour tour(UserId user) {
    const Viewer& reader = viewer(user);
    return database().read([&](db::Connection& c) { return read_tour(c, reader); });
  }
  std::vector<TourStep> done(UserId user) {
    std::vector<TourStep> steps;
    for (const TourStepView& each : tour(user).steps)
      if (each.done) steps.push_back(each.step);
    return steps;
  }
  void dismiss(UserId user, bool dismissed) {
    database().write([&](db::Connection& tx) {
      dismiss_tour(tx, user, dismissed, clock.now());
      return db::Keep::yes;
    });
  }
  journal::Filing filing{database(), "tour"};
};
EACH_ENGINE(TourTest);

TEST_P(TourTest, EachStepIsTickedByWhoDidIt) {
  file();
  EXPECT_THAT(done(rep), IsEmpty());
  const Deal deal = create("Acme");
  file();
  EXPECT_THAT(done(rep), IsEmpty());
  add_activity(deal.id, ActivityKind::call, clock.now() + std::chrono::hours(1));
  file();
  EXPECT_THAT(done(rep), ElementsAre(TourStep::next_step));
  add_activity(deal.id, ActivityKind::note, {}, clock.now());
  file();
  EXPECT_THAT(done(rep), ElementsAre(TourStep::next_step));
  add_activity(deal.id, ActivityKind::call, {}, clock.now());
  move(open_gate(stored(deal.id)), "first_contact").value();
  file();
  file();
  EXPECT_THAT(done(rep), ElementsAre(TourStep::next_step, TourStep::log_call, TourStep::pass_gate));
  EXPECT_THAT(done(owner), IsEmpty());
}

TEST_P(TourTest, APipelineThatComesWithAnImportSetsNoStandard) {
  Pipeline pipeline = builtin_pipelines().front();
  pipeline.key = "brought";
  const auto publish = [&] {
    as(owner, [&](journal::Work& work) { return publish_pipeline(work, pipeline); }).value();
    file();
  };
  publish();
  EXPECT_THAT(done(owner), IsEmpty());
  pipeline.stages.front().goal = {"Know the buyer", "了解买方"};
  publish();
  EXPECT_THAT(done(owner), ElementsAre(TourStep::set_standard));
}

TEST_P(TourTest, AStepThatCameWithItsDealIsNobodysDoing) {
  as(rep, [&](journal::Work& work) -> Result<void> {
    journal::Draft deal, step;
    deal.kind = DealCreated::kKind;
    step.kind = kActivityPlanned;
    work.append(std::move(deal).about({kDealSubject, 900}));
    work.append(std::move(step).about({kDealSubject, 900}));
    return {};
  }).value();
  file();
  EXPECT_THAT(done(rep), IsEmpty());
}

TEST_P(TourTest, EverybodyIsShownWhatHeCanDo) {
  EXPECT_EQ(tour(owner).steps.size(), 7U);
  EXPECT_EQ(tour(rep).steps.size(), 5U);
  const UserId looker = add_user("vera", Role::viewer, Visibility::all).id;
  EXPECT_EQ(tour(looker).steps.size(), 2U);
}

TEST_P(TourTest, BeginsWithADealOfOnesOwn) {
  EXPECT_FALSE(tour(rep).deal);
  create("Hers");
  EXPECT_EQ(tour(rep).deal->name, "Hers");
  EXPECT_EQ(tour(manager).deal->name, "Hers");  // has none himself
  EXPECT_FALSE(tour(other_rep).deal);           // does not see it
}

TEST_P(TourTest, IsPutAwayAndBeginsAnew) {
  database().write([&](db::Connection& tx) {
    add_steps(tx, {{rep, TourStep::open_deal}}, clock.now());
    return db::Keep::yes;
  });
  dismiss(rep, true);
  EXPECT_TRUE(tour(rep).dismissed);
  EXPECT_FALSE(tour(manager).dismissed);
  dismiss(rep, false);
  EXPECT_FALSE(tour(rep).dismissed);
  EXPECT_THAT(done(rep), IsEmpty());
}

}  // namespace
}  // namespace stagecoach::sales
