// The day's list: what stands on it, in which order, for whom; and that no open deal is forgotten.
#include "sales/today/today.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "sales/deals/random_history.h"

namespace stagecoach::sales {
namespace {

using std::chrono::days;
using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TodayTest : public RandomHistory {
 protected:
  Today today(UserId who, TodayQuery query = {}) {
    const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
    const DealReading reading{viewer(who), pipelines(), stage_clock};
    return database().read([&](db::Connection& c) { return read_today(c, reading, query); });
  }
  static TodayQuery team() {
    TodayQuery query;
    query.scope = TodayScope::team;
    return query;
  }
  static std::vector<std::string> names(const std::vector<TodayItem>& items) {
    std::vector<std::string> names;
    for (const TodayItem& item : items)
      names.push_back(item.deal ? item.deal->name : item.activity->subject);
    return names;
  }
  std::set<DealId> deals_of_day(UserId who) {
    TodayQuery all;
    all.limit = 200;
    const Today day = today(who, all);
    std::set<DealId> deals;
    for (const std::vector<TodayItem>* items : {&day.steps, &day.at_risk})
      for (const TodayItem& item : *items)
        if (item.deal) deals.insert(item.deal->id);
    return deals;
  }
  Deal create_for(UserId who, const std::string& name, std::int64_t minor = 100) {
    CreateDeal wish;
    wish.name = name;
    wish.owner_id = who;
    wish.amount = cny(minor);
    return create(wish, owner);
  }
};
EACH_ENGINE(TodayTest);

TEST_P(TodayTest, TheLongestOverdueComesFirstAndWhatHasNoStepLast) {
  const Deal small = create_for(rep, "small", 5);
  const Deal large = create_for(rep, "large", 500);
  const Deal later = create_for(rep, "later");
  const Deal late = create_for(rep, "late");
  const Deal soon = create_for(rep, "soon");
  add_activity(late.id, ActivityKind::call, clock.now() - hours(30));
  add_activity(soon.id, ActivityKind::call, clock.now() + hours(1));
  add_activity(later.id, ActivityKind::call, clock.now() + days(3));
  const Today day = today(rep);
  EXPECT_THAT(names(day.steps), ElementsAre("late", "soon", "large", "small"));
  EXPECT_EQ(day.steps[0].deal->concerns.front().kind, ConcernKind::overdue);
  EXPECT_EQ(day.steps[0].activity->due, clock.now() - hours(30));
  EXPECT_FALSE(day.steps[2].activity);
  EXPECT_EQ(day.counters.overdue, 1);
  EXPECT_EQ(day.counters.due_today, 1);
  EXPECT_EQ(day.counters.no_next_step, 2);
  EXPECT_EQ(day.counters.over_standard, 0);
  TodayQuery two;
  two.limit = 2;
  EXPECT_THAT(names(today(rep, two).steps), ElementsAre("late", "soon"));
}

TEST_P(TodayTest, WhatIsOverItsStandardOrIdleIsAtRisk) {
  const Deal slow = create_for(rep, "slow");
  clock.advance(days(200));
  const Deal idle = create_for(rep, "idle");
  clock.advance(days(40));
  const Deal fresh = create_for(rep, "fresh");
  for (const Deal& deal : {slow, idle, fresh})
    add_activity(deal.id, ActivityKind::call, clock.now() + days(9));
  const Today day = today(rep);
  EXPECT_THAT(day.steps, IsEmpty());
  EXPECT_THAT(names(day.at_risk), ElementsAre("slow", "idle"));
  EXPECT_EQ(day.counters.over_standard, 2);
  EXPECT_EQ(day.counters.idle, 2);
}

TEST_P(TodayTest, AStepOnSomebodyElsesDealIsOnBothLists) {
  const Deal deal = create_for(rep, "shared");
  NewActivity wish;
  wish.deal_id = deal.id;
  wish.kind = ActivityKind::demo;
  wish.subject = "show it";
  wish.due = clock.now() + hours(2);
  as(manager, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  for (const UserId who : {rep, manager}) {
    const Today day = today(who);
    ASSERT_THAT(names(day.steps), ElementsAre("shared"));
    EXPECT_EQ(day.steps[0].activity->subject, "show it");
  }
  EXPECT_THAT(names(today(manager).agenda), ElementsAre("shared"));
  EXPECT_THAT(today(rep).agenda, IsEmpty());  // somebody else's demo
  EXPECT_THAT(today(other_rep).steps, IsEmpty());
}

TEST_P(TodayTest, AnEmptyWorkspaceIsToldFromOneWhereAllIsDone) {
  EXPECT_FALSE(today(rep).any_deals);
  const Deal deal = create_for(rep, "won");
  EXPECT_TRUE(today(rep).any_deals);
  EXPECT_FALSE(today(other_rep).any_deals);
  bring(deal, b2b().first_of(StageKind::won)->key);
  EXPECT_TRUE(today(rep).any_deals);
  EXPECT_THAT(today(rep).steps, IsEmpty());
}

TEST_P(TodayTest, ATaskOfAnAccountIsDueAsWell) {
  NewActivity wish;
  wish.account_id = add_account("Acme");
  wish.subject = "send the catalogue";
  wish.due = clock.now() - hours(2);
  as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  EXPECT_THAT(names(today(rep).steps), ElementsAre("send the catalogue"));
}

TEST_P(TodayTest, TheDayOfAnotherIsShownAsFarAsHisDealsAreSeen) {
  create_for(rep, "hers");
  create_for(other_rep, "his");
  TodayQuery of_other;
  of_other.owner_id = other_rep;
  EXPECT_THAT(names(today(manager, of_other).steps), ElementsAre("his"));
  EXPECT_THAT(today(rep, of_other).steps, IsEmpty());
  EXPECT_EQ(today(rep, of_other).counters.no_next_step, 0);
  EXPECT_THAT(names(today(manager, team()).steps), ::testing::UnorderedElementsAre("hers", "his"));
  EXPECT_THAT(names(today(rep, team()).steps), ElementsAre("hers"));
}

// The lists filter by the same concerns as the counters count.
TEST_P(TodayTest, CountersAreWhatTheListsHold) {
  std::vector<DealId> deals;
  for (int step = 0; step < 60; ++step) act(deals);
  clock.advance(days(30));
  for (int step = 0; step < 30; ++step) act(deals);
  const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
  const DealReading reading{viewer(manager), pipelines(), stage_clock};
  const TodayCounters counters = today(manager, team()).counters;
  const std::map<ConcernKind, std::int64_t> counted{
      {ConcernKind::overdue, counters.overdue},
      {ConcernKind::due_today, counters.due_today},
      {ConcernKind::no_next_step, counters.no_next_step},
      {ConcernKind::over_standard, counters.over_standard},
      {ConcernKind::idle, counters.idle}};
  for (const auto& [kind, count] : counted) {
    DealQuery query;
    query.concern = kind;
    query.limit = 200;
    const DealPage page =
        database().read([&](db::Connection& c) { return list_deals(c, reading, query); }).value();
    EXPECT_EQ(static_cast<std::int64_t>(page.items.size()), count) << int(kind);
    for (const DealCard& card : page.items)
      EXPECT_TRUE(std::any_of(card.concerns.begin(), card.concerns.end(),
                              [&, k = kind](const Concern& c) { return c.kind == k; }));
  }
  EXPECT_GT(counters.over_standard, 0);
}

// Nothing forgotten: after any history, an open deal is on its owner's list, or its step lies in
// the future and all its clocks are within their limits.
TEST_P(TodayTest, NothingIsForgotten) {
  std::vector<DealId> deals;
  int listed = 0;
  for (int step = 0; step < 240; ++step) {
    act(deals);
    clock.advance(hours(step % 40 == 0 ? 100 : 1));
    if (step % 12 != 11) continue;
    std::map<UserId, std::set<DealId>> shown;
    for (const UserId who : {owner, rep, manager, leader_}) shown[who] = deals_of_day(who);
    for (const DealId id : deals) {
      const Deal deal = stored(id);
      if (deal.status != StageKind::open || deal.deleted_at) continue;
      if (shown[deal.owner_id].contains(id)) {
        ++listed;
        continue;
      }
      ASSERT_TRUE(deal.facts.next_step) << deal.name;
      EXPECT_GE(deal.facts.next_step->due, today(deal.owner_id).end_of_day) << deal.name;
    }
  }
  EXPECT_GT(listed, 20);
}

}  // namespace
}  // namespace stagecoach::sales
