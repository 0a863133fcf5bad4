// Activities, and what they mean for their deal: state and event.
#include <gmock/gmock.h>

#include "sales/activities/activity_store.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using std::chrono::hours;
using ::testing::ElementsAre;

class ActivityTest : public DealTest {
 protected:
  Result<Activity> complete(const Activity& activity, const Completion& completion = {},
                            UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) {
      return complete_activity(work, activity.id, activity.version, completion);
    });
  }
  Result<Activity> reopen(const Activity& activity) {
    return as(rep, [&](journal::Work& work) {
      return reopen_activity(work, activity.id, activity.version);
    });
  }
  ActivityId next_step_of(const Deal& deal) {
    const auto step = stored(deal.id).facts.next_step;
    return step ? step->activity_id : ActivityId();
  }
};
EACH_ENGINE(ActivityTest);

TEST_P(ActivityTest, TheNextStepIsTheOpenOneDueFirst) {
  const Deal deal = create("Acme");
  const Activity later = add_activity(deal.id, ActivityKind::call, clock.now() + hours(48));
  EXPECT_EQ(next_step_of(deal), later.id);
  EXPECT_EQ(last_event().kind, kActivityPlanned);
  const Activity sooner = add_activity(deal.id, ActivityKind::demo, clock.now() + hours(24));
  add_activity(deal.id, ActivityKind::task, std::nullopt);
  EXPECT_EQ(next_step_of(deal), sooner.id);
  EXPECT_EQ(stored(deal.id).facts.next_step->kind, ActivityKind::demo);

  ActivityChange postpone;
  postpone.due = clock.now() + hours(72);
  const Activity postponed = as(rep, [&](journal::Work& work) {
                               return change_activity(work, sooner.id, sooner.version, postpone);
                             }).value();
  EXPECT_EQ(next_step_of(deal), later.id);
  EXPECT_EQ(last_event().kind, kActivityChanged);

  as(rep, [&](journal::Work& work) {
    return delete_activity(work, later.id, later.version);
  }).value();
  EXPECT_EQ(next_step_of(deal), postponed.id);
  EXPECT_EQ(last_event().kind, kActivityDeleted);
  complete(postponed).value();
  EXPECT_EQ(next_step_of(deal), ActivityId());
}

TEST_P(ActivityTest, CompletingFilesTheTallyAndPlansWhatComesNext) {
  const Deal deal = create("Acme");
  const Activity call = add_activity(deal.id, ActivityKind::call, clock.now() + hours(1));
  clock.advance(hours(3));
  const journal::Seq before = head();
  Completion completion;
  completion.done_at = clock.now() - hours(1);
  completion.direction = Direction::two_way;
  completion.outcome = "They want a demo";
  completion.next_step = NewNextStep{ActivityKind::demo, "Show it", clock.now() + hours(24)};
  const Activity done = complete(call, completion).value();
  EXPECT_EQ(done.done_at, completion.done_at);
  EXPECT_EQ(done.body, "They want a demo");
  EXPECT_EQ(done.version, 2);
  const DealFacts facts = stored(deal.id).facts;
  ASSERT_EQ(facts.activities.size(), 1u);
  EXPECT_EQ(facts.activities[0],
            (ActivityTally{ActivityKind::call, Direction::two_way, 1, *completion.done_at}));
  EXPECT_EQ(facts.next_step->subject, "Show it");
  EXPECT_THAT(kinds_after(before), ElementsAre(kActivityDone, kActivityPlanned));
  const auto events = events_after(before);
  EXPECT_EQ(events[0].effective_at, *completion.done_at);
  EXPECT_EQ(events[0].subject_id, deal.id.value);
  EXPECT_EQ(json::read<ActivityNoted>(events[0].data).value().activity_id, call.id);
  EXPECT_EQ(testing::code_of(complete(done)), "activity.done_already");
  EXPECT_EQ(complete(call).error().code, Error::Code::stale);
}

TEST_P(ActivityTest, WhatIsLoggedMayBringTheNextStepInTheSameWrite) {
  const Deal deal = create("Acme");
  const journal::Seq before = head();
  NewActivity wish;
  wish.deal_id = deal.id;
  wish.kind = ActivityKind::call;
  wish.subject = "Asked about the budget";
  wish.done_at = clock.now();
  wish.next_step = NewNextStep{ActivityKind::email, "Send the offer", clock.now() + hours(24)};
  as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  EXPECT_THAT(kinds_after(before), ElementsAre(kActivityDone, kActivityPlanned));
  EXPECT_EQ(stored(deal.id).facts.next_step->subject, "Send the offer");

  wish.next_step->due =
      *instant_from_iso("2999-01-01T00:00:00Z");  // one of the two is wrong: neither is
  const journal::Seq then = head();
  EXPECT_FALSE(as(rep, [&](journal::Work& work) { return create_activity(work, wish); }));
  EXPECT_EQ(head(), then);
}

TEST_P(ActivityTest, ACompletionIsTakenBackWithTheStepThatCameWithIt) {
  const Deal deal = create("Acme");
  NewActivity wish;
  wish.deal_id = deal.id;
  wish.subject = "Ring";
  wish.body = "Ask for Li";
  wish.due = clock.now();
  const Activity planned =
      as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  Completion completion;
  completion.direction = Direction::two_way;
  completion.outcome = "Nobody there";
  completion.next_step = NewNextStep{ActivityKind::call, "Ring again", clock.now() + hours(24)};
  const Activity done = complete(planned, completion).value();
  const Activity back = reopen(done).value();
  Activity as_it_was = planned;
  as_it_was.version = 3;
  EXPECT_EQ(back, as_it_was);
  EXPECT_EQ(next_step_of(deal), planned.id);
  EXPECT_TRUE(stored(deal.id).facts.activities.empty());
  EXPECT_EQ(last_event().kind, kActivityReopened);
  EXPECT_EQ(testing::code_of(reopen(back)), "activity.not_done");
}

TEST_P(ActivityTest, WhatWasChangedSinceItWasDoneStaysDone) {
  const Deal deal = create("Acme");
  const Activity planned = add_activity(deal.id, ActivityKind::call, clock.now());
  const Activity done = complete(planned).value();
  ActivityChange change;
  change.body = std::string("More of it");
  const Activity changed = as(rep, [&](journal::Work& work) {
                             return change_activity(work, done.id, done.version, change);
                           }).value();
  EXPECT_EQ(testing::code_of(reopen(changed)), "activity.changed_since");
  EXPECT_EQ(reopen(done).error().code, Error::Code::stale);
  const Activity logged = add_activity(deal.id, ActivityKind::call, {}, clock.now());
  EXPECT_EQ(testing::code_of(reopen(logged)), "activity.changed_since");  // it was never planned
}

TEST_P(ActivityTest, TheLastContactOfEachPersonIsFiled) {
  const Deal deal = create("Acme");
  const ContactId carla = add_contact("c@example.com");
  NewActivity wish;
  wish.deal_id = deal.id;
  wish.subject = "call";
  wish.contact_id = carla;
  for (const Instant at : {clock.now() - hours(48), clock.now() - hours(24)}) {
    wish.done_at = at;
    as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  }
  EXPECT_THAT(stored(deal.id).facts.contacts,
              ElementsAre(ContactTouch{carla, clock.now() - hours(24)}));
}

TEST_P(ActivityTest, TheFutureCannotBeDone) {
  const Deal deal = create("Acme");
  const Activity call = add_activity(deal.id, ActivityKind::call, clock.now());
  const journal::Seq before = head();
  Completion completion;
  completion.done_at = clock.now() + Millis(1);
  EXPECT_EQ(testing::code_of(complete(call, completion)), "activity.done_in_future");
  NewActivity wish;
  wish.deal_id = deal.id;
  wish.subject = "prophecy";
  wish.done_at = completion.done_at;
  EXPECT_EQ(
      testing::code_of(as(rep, [&](journal::Work& work) { return create_activity(work, wish); })),
      "activity.done_in_future");
  EXPECT_EQ(head(), before);
  EXPECT_EQ(next_step_of(deal), call.id);
}

TEST_P(ActivityTest, AnActivityOfAnAccountIsToldOfTheAccount) {
  NewActivity wish;
  wish.subject = "visit";
  EXPECT_EQ(
      testing::code_of(as(rep, [&](journal::Work& work) { return create_activity(work, wish); })),
      "record.fields_wrong");  // of neither a deal nor an account
  wish.account_id = add_account("Acme");
  wish.due = clock.now();
  const Activity visit =
      as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  EXPECT_EQ(last_event().subject_kind, kAccountSubject);
  EXPECT_EQ(last_event().subject_id, wish.account_id->value);
  complete(visit).value();
  EXPECT_EQ(last_event().kind, kActivityDone);
  EXPECT_EQ(last_event().subject_kind, kAccountSubject);
}

TEST_P(ActivityTest, ASlipOfTheFingerIsNoTime) {
  const Deal deal = create("Acme");
  const journal::Seq before = head();
  const auto field_of = [&](std::optional<Instant> due, std::optional<Instant> done_at) {
    NewActivity wish;
    wish.deal_id = deal.id;
    wish.subject = "talk";
    wish.due = due;
    wish.done_at = done_at;
    const auto refused = as(rep, [&](journal::Work& work) { return create_activity(work, wish); });
    return refused ? "" : refused.error().fields[0].field;
  };
  EXPECT_EQ(field_of({}, instant_from_iso("0026-03-01T09:00:00Z")), "done_at");
  EXPECT_EQ(field_of({}, clock.now() + Millis(1)), "done_at");
  EXPECT_EQ(field_of(instant_from_iso("2206-03-01T09:00:00Z"), {}), "due");
  EXPECT_EQ(field_of(instant_from_iso("1999-12-31T23:59:59Z"), {}), "due");
  EXPECT_EQ(head(), before);
  EXPECT_EQ(field_of(instant_from_iso("2199-12-31T23:59:59Z"), clock.now()), "");
}

TEST_P(ActivityTest, WhoDoesNotSeeTheDealDoesNotSeeItsActivities) {
  const Deal deal = create("Acme");
  const Activity call = add_activity(deal.id, ActivityKind::call, clock.now());
  EXPECT_EQ(complete(call, {}, other_rep).error().code, Error::Code::not_found);
  NewActivity wish;
  wish.deal_id = deal.id;
  wish.subject = "mine";
  EXPECT_EQ(
      as(other_rep, [&](journal::Work& work) { return create_activity(work, wish); }).error().code,
      Error::Code::not_found);
  const auto count = [&](UserId who) {
    const Viewer& by = viewer(who);
    return database()
        .read([&](db::Connection& c) { return list_activities(c, by, {}); })
        .value()
        .items.size();
  };
  EXPECT_EQ(count(rep), 1u);
  EXPECT_EQ(count(owner), 1u);
  EXPECT_EQ(count(other_rep), 0u);
}

TEST_P(ActivityTest, AListPagesNewestFirst) {
  const Deal deal = create("Acme");
  std::vector<std::int64_t> expected;
  for (int i = 0; i < 5; ++i)
    expected.insert(expected.begin(),
                    add_activity(deal.id, ActivityKind::call, clock.now()).id.value);
  const Viewer& by = viewer(rep);
  ActivityQuery query;
  query.deal_id = deal.id;
  query.limit = 2;
  std::vector<std::int64_t> got;
  for (int pages = 0; pages < 3; ++pages) {
    const auto page =
        database().read([&](db::Connection& c) { return list_activities(c, by, query); }).value();
    for (const Activity& activity : page.items) got.push_back(activity.id.value);
    query.cursor = page.next_cursor;
  }
  EXPECT_EQ(got, expected);
  EXPECT_FALSE(query.cursor);
}

}  // namespace
}  // namespace stagecoach::sales
