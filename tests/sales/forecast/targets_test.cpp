// Targets and what people say will land: who may set and see them, and what the journal keeps.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/forecast/submissions/submission.h"
#include "sales/forecast/targets/target_commands.h"
#include "sales/forecast/targets/target_list.h"

namespace stagecoach::sales {
namespace {

using stagecoach::testing::code_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TargetsTest : public DealTest {
 protected:
  TargetsTest() {
    north = add_team("North");
    south = add_team("South");
    leader = add_user("lea", Role::manager, Visibility::team, north).id;
    northerner = add_user("nat", Role::rep, Visibility::own, north).id;
  }
  Result<ForecastTarget> set(UserId by, UserId of, std::int64_t version,
                             std::optional<Money> amount, const std::string& period = "2026-Q2") {
    return as(by, [&](journal::Work& work) {
      return set_target_of_person(work, period, of, version, {amount});
    });
  }
  Result<ForecastTarget> set(UserId by, TeamId of, std::int64_t version, Money amount) {
    return as(by, [&](journal::Work& work) {
      return set_target_of_team(work, "2026-Q2", of, version, {amount});
    });
  }
  std::vector<std::int64_t> seen(UserId who) {
    const Viewer& by = viewer(who);
    std::vector<std::int64_t> amounts;
    for (const ForecastTarget& target :
         database().read([&](db::Connection& c) { return list_targets(c, by, "2026-Q2"); }))
      if (target.amount) amounts.push_back(target.amount->minor);
    return amounts;
  }
  Result<ForecastSubmission> submit(UserId by, std::int64_t minor, std::optional<TeamId> of = {}) {
    return as(by, [&](journal::Work& work) {
      return submit_forecast(work, {"2026-Q2", of, cny(minor), "because"});
    });
  }
  std::vector<std::int64_t> said(UserId who) {
    const Viewer& by = viewer(who);
    std::vector<std::int64_t> amounts;
    for (const ForecastSubmission& each :
         database().read([&](db::Connection& c) { return list_submissions(c, by, "2026-Q2"); }))
      amounts.push_back(each.amount.minor);
    return amounts;
  }

  TeamId north, south;
  UserId leader, northerner;
};
EACH_ENGINE(TargetsTest);

TEST_P(TargetsTest, ManagersSetThemWithinTheirReach) {
  const ForecastTarget first = set(leader, northerner, 0, cny(900)).value();
  EXPECT_EQ(first.version, 1);
  const auto event = last<TargetSet>();
  EXPECT_EQ(event.owner_id, northerner);
  EXPECT_EQ(event.before, std::nullopt);
  EXPECT_EQ(event.amount, cny(900));
  EXPECT_EQ(code_of(set(leader, northerner, 0, cny(950))), "record.stale");
  EXPECT_EQ(set(leader, northerner, 1, cny(950)).value().version, 2);
  EXPECT_EQ(set(leader, northerner, 2, std::nullopt).value().amount, std::nullopt);
  EXPECT_EQ(last<TargetSet>().before, cny(950));
  EXPECT_FALSE(set(leader, rep, 0, cny(1))) << "in another team";
  EXPECT_FALSE(set(leader, south, 0, cny(1)));
  EXPECT_TRUE(set(leader, north, 0, cny(5)));
  EXPECT_EQ(code_of(set(owner, rep, 0, cny(1), "2026-Q9")), "record.fields_wrong");
}

TEST_P(TargetsTest, PeopleSeeTheirOwnAndThoseOfWhomTheySeeTheDeals) {
  set(owner, northerner, 0, cny(10)).value();
  set(owner, rep, 0, cny(200)).value();
  set(owner, north, 0, cny(3'000)).value();
  set(owner, south, 0, cny(40'000)).value();
  EXPECT_THAT(seen(owner), ElementsAre(200, 10, 3'000, 40'000));
  EXPECT_THAT(seen(leader), ElementsAre(10, 3'000));
  EXPECT_THAT(seen(northerner), ElementsAre(10));
  EXPECT_THAT(seen(other_rep), IsEmpty());
}

TEST_P(TargetsTest, WhatWasSubmittedStays) {
  submit(northerner, 70).value();
  submit(northerner, 80).value();
  EXPECT_EQ(last<SubmissionMade>().amount, cny(80));
  EXPECT_EQ(last_event().data.find("because"), std::string::npos)
      << "words stay out of the journal";
  submit(rep, 5).value();
  submit(leader, 500, north).value();
  EXPECT_EQ(code_of(submit(northerner, 1, north)), "forecast.may_not_speak");
  EXPECT_FALSE(submit(leader, 1, south));
  EXPECT_FALSE(submit(leader, 1, TeamId(999)));
  EXPECT_THAT(said(owner), ElementsAre(500, 5, 80, 70));
  EXPECT_THAT(said(leader), ElementsAre(500, 80, 70));
  EXPECT_THAT(said(northerner), ElementsAre(80, 70));
}

TEST(Coverage, IsNoNumberWhereNothingIsMissing) {
  EXPECT_EQ(coverage(300, 200, 100), 3.0);
  EXPECT_EQ(coverage(0, 200, 100), 0.0);
  EXPECT_EQ(coverage(300, 100, 100), std::nullopt);
  EXPECT_EQ(coverage(300, 100, 150), std::nullopt);
}

}  // namespace
}  // namespace stagecoach::sales
