// Why a deal wants attention, each clock by itself. Pure: no database.
#include "sales/deals/gate/concern.h"

#include <gmock/gmock.h>

namespace stagecoach::sales {
namespace {

using std::chrono::days;
using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A Wednesday, 17:00 in Shanghai.
const Instant kNow = *instant_from_iso("2026-03-04T09:00:00Z");

class ConcernTest : public ::testing::Test {
 protected:
  ConcernTest() {
    Stage stage;
    stage.id = StageId(3);
    stage.standard = Standard{5, StandardUnit::business_days};
    pipeline_.stages = {stage};
    pipeline_.idle_after = Standard{10, StandardUnit::business_days};
    deal_.stage_id = StageId(3);
    deal_.created_at = deal_.stage_entered_at = kNow - days(1);
    step_in(hours(48));
  }

  void step_in(Millis from_now) {
    deal_.facts.next_step = NextStep{ActivityId(1), ActivityKind::call, "call", kNow + from_now};
  }
  std::vector<ConcernKind> kinds() {
    std::vector<ConcernKind> kinds;
    for (const Concern& concern : concerns()) kinds.push_back(concern.kind);
    return kinds;
  }
  std::vector<Concern> concerns() {
    const auto calendar = std::make_shared<const BusinessCalendar>(
        BusinessCalendar().with_zone(*TimeZone::find("Asia/Shanghai")));
    return concerns_of(deal_, pipeline_, StageClock(calendar, kNow));
  }

  Pipeline pipeline_;
  Deal deal_;
};

TEST_F(ConcernTest, ADealWithAStepInTheFutureWantsNothing) {
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(ConcernTest, AStepIsOverdueFromTheMomentItIsPast) {
  step_in(Millis(-1));
  EXPECT_THAT(concerns(), ElementsAre(Concern{ConcernKind::overdue, kNow - Millis(1)}));
  step_in(Millis(0));
  EXPECT_THAT(kinds(), ElementsAre(ConcernKind::due_today));
}

TEST_F(ConcernTest, TodayEndsAtMidnightOfTheOrganisation) {
  step_in(hours(7) - Millis(1));  // 24:00 in Shanghai is 16:00 UTC
  EXPECT_THAT(kinds(), ElementsAre(ConcernKind::due_today));
  step_in(hours(7));
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(ConcernTest, WithoutAStepItSaysSinceWhenNothingHappened) {
  deal_.facts.next_step.reset();
  deal_.facts.activities = {{ActivityKind::call, {}, 2, kNow - hours(3)}};
  EXPECT_THAT(concerns(), ElementsAre(Concern{ConcernKind::no_next_step, kNow - hours(3)}));
}

TEST_F(ConcernTest, TheStandardCountsWorkingDaysInTheStage) {
  deal_.stage_entered_at = kNow - days(7);  // Wednesday to Wednesday: five working days, not more
  EXPECT_THAT(kinds(), IsEmpty());
  deal_.stage_entered_at = kNow - days(7) - Millis(1);
  EXPECT_THAT(kinds(), ElementsAre(ConcernKind::over_standard));
}

TEST_F(ConcernTest, IdleCountsFromWhatWasDoneLast) {
  pipeline_.stages[0].standard.reset();
  deal_.created_at = deal_.stage_entered_at = kNow - days(30);
  EXPECT_THAT(kinds(), ElementsAre(ConcernKind::idle));
  deal_.facts.activities = {{ActivityKind::note, {}, 1, kNow - days(2)}};
  EXPECT_THAT(kinds(), IsEmpty());
  pipeline_.idle_after.reset();
  deal_.facts.activities.clear();
  EXPECT_THAT(kinds(), IsEmpty());
}

TEST_F(ConcernTest, TheMostUrgentComesFirst) {
  step_in(-hours(1));
  deal_.created_at = deal_.stage_entered_at = kNow - days(60);
  EXPECT_THAT(kinds(),
              ElementsAre(ConcernKind::overdue, ConcernKind::over_standard, ConcernKind::idle));
}

TEST_F(ConcernTest, WhatIsNotOpenWantsNothing) {
  deal_.facts.next_step.reset();
  for (const StageKind status : {StageKind::on_hold, StageKind::won, StageKind::lost}) {
    deal_.status = status;
    EXPECT_THAT(kinds(), IsEmpty());
  }
  deal_.status = StageKind::open;
  deal_.deleted_at = kNow;
  EXPECT_THAT(kinds(), IsEmpty());
}

}  // namespace
}  // namespace stagecoach::sales
