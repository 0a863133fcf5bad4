// Who is told of what, once, and what of it is shown to whom.
#include <gmock/gmock.h>

#include <stdexcept>

#include "sales/deals/deal_test.h"
#include "sales/handover/handover_commands.h"
#include "sales/notes/note_commands.h"
#include "sales/notices/notice_filing.h"
#include "sales/notices/notice_store.h"
#include "sales/team/absence/absence_commands.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NoticeTest : public DealTest {
 protected:
  NoticeTest() { file(); }  // the set-up concerns nobody; sets the mark of what is due

  void file() {
    while (filing.file_events(clock.now())) continue;
    while (filing.file_due_steps(clock.now())) continue;
  }
  // As after a restart: what was kept in memory is gone.
  void file_anew() {
    NoticeFiling other(database(), catalog);
    while (other.file_events(clock.now())) continue;
    while (other.file_due_steps(clock.now())) continue;
  }
  std::vector<Notice> notices(UserId user) {
    const Viewer& reader = viewer(user);
    return database().read([&](db::Connection& c) { return list_notices(c, reader, {}, 1000); });
  }
  std::vector<NoticeKind> kinds(UserId user) {
    std::vector<NoticeKind> kinds;
    for (const Notice& notice : notices(user)) kinds.push_back(notice.kind);
    return kinds;
  }
  std::int64_t unread(UserId user) {
    return database().read([&](db::Connection& c) { return count_unread(c, user); });
  }
  void note(const Deal& deal, UserId mentioned, UserId by = {}) {
    const std::string body = "@[X](user:" + std::to_string(mentioned.value) + ")";
    as(by ? by : rep, [&](journal::Work& work) {
      return write_note(work, deal.id, {body});
    }).value();
  }
  Deal give(const Deal& deal, UserId to, UserId by) {
    PatchDeal wish;
    wish.owner_id = to;
    return patch(deal, wish, by).value();
  }
  template <class F>
  void write(F f) {
    database().write([&](db::Connection& tx) {
      f(tx);
      return db::Keep::yes;
    });
  }

  NoticeFiling filing{database(), catalog};
};
EACH_ENGINE(NoticeTest);

TEST_P(NoticeTest, AMentionIsToldOnceWhateverIsReadAgain) {
  const Deal deal = create("Acme");
  note(deal, manager);
  note(deal, rep);  // himself
  file();
  file();
  file_anew();
  ASSERT_THAT(kinds(manager), ElementsAre(NoticeKind::mention));
  const Notice told = notices(manager).front();
  EXPECT_EQ(told.deal->name, "Acme");
  EXPECT_EQ(told.actor->name, "rita");
  EXPECT_EQ(told.at, clock.now());
  EXPECT_FALSE(told.read || told.hidden);
  EXPECT_THAT(notices(rep), IsEmpty());
  EXPECT_EQ(unread(manager), 1);
}

TEST_P(NoticeTest, ACrashBeforeTheCommitLosesNothingAndRepeatsNothing) {
  note(create("Acme"), manager);
  // The same portion, up to where it would be committed.
  EXPECT_THROW(database().write([&](db::Connection& tx) -> db::Keep {
    NewNotice notice{manager, NoticeKind::mention, clock.now()};
    notice.event = head();
    insert_notices(tx, {notice}, clock.now());
    journal::move_cursor(tx, "notices", head());
    throw std::runtime_error("killed");
  }),
               std::runtime_error);
  EXPECT_THAT(notices(manager), IsEmpty());
  file_anew();
  EXPECT_THAT(kinds(manager), ElementsAre(NoticeKind::mention));
  // And if the cursor were lost, an event would still be told once.
  write([](db::Connection& tx) { journal::move_cursor(tx, "notices", 0); });
  file_anew();
  EXPECT_THAT(kinds(manager), ElementsAre(NoticeKind::mention));
}

TEST_P(NoticeTest, ADealThatBecomesOnesOwnIsTold) {
  CreateDeal wish;
  wish.name = "Given";
  wish.owner_id = other_rep;
  create(wish, manager);
  const Deal mine = create("Mine");
  give(mine, other_rep, manager);
  file();
  EXPECT_THAT(kinds(other_rep), ElementsAre(NoticeKind::assigned, NoticeKind::assigned));
  EXPECT_EQ(notices(other_rep).front().deal->name, "Mine");
  EXPECT_THAT(notices(rep), IsEmpty());
  EXPECT_THAT(notices(manager), IsEmpty());
}

TEST_P(NoticeTest, AHandOverIsToldAsOne) {
  create("One");
  create("Two");
  as(owner, [&](journal::Work& work) {
    return hand_over(work, rep, {other_rep, {}, {}, {}});
  }).value();
  file();
  ASSERT_THAT(kinds(other_rep), ElementsAre(NoticeKind::handed_over));
  EXPECT_EQ(notices(other_rep).front().person->name, "rita");
}

TEST_P(NoticeTest, NothingIsShownOfARecordOneMayNotSee) {
  const Deal deal = create("Secret");
  const Deal given = give(deal, other_rep, manager);
  file();
  give(given, rep, manager);
  const Notice told = notices(other_rep).front();
  EXPECT_TRUE(told.hidden);
  EXPECT_FALSE(told.deal || told.actor || told.step || told.person);
}

TEST_P(NoticeTest, AStepThatFallsDueIsToldOnceAndAgainAtItsNewTime) {
  const Deal deal = create("Acme");
  const Activity step =
      add_activity(deal.id, ActivityKind::call, clock.now() + std::chrono::hours(1));
  add_activity(deal.id, ActivityKind::call, clock.now() - std::chrono::hours(5));  // no news
  file();
  EXPECT_THAT(notices(rep), IsEmpty());
  clock.advance(std::chrono::hours(2));
  file();
  file_anew();
  ASSERT_THAT(kinds(rep), ElementsAre(NoticeKind::overdue));
  EXPECT_EQ(notices(rep).front().step, "talk");
  EXPECT_EQ(notices(rep).front().at, step.due);
  ActivityChange later;
  later.due = json::Patch<Instant>(clock.now() + std::chrono::hours(1));
  as(rep, [&](journal::Work& work) {
    return change_activity(work, step.id, step.version, later);
  }).value();
  clock.advance(std::chrono::hours(2));
  file_anew();
  EXPECT_EQ(kinds(rep).size(), 2U);
}

TEST_P(NoticeTest, StepsOfClosedDealsAndDoneOnesAreNotTold) {
  const Deal deal = create("Acme");
  add_activity(deal.id, ActivityKind::call, clock.now() + std::chrono::hours(1));
  move(stored(deal.id), "lost", because_of("price")).value();
  clock.advance(std::chrono::hours(2));
  file();
  EXPECT_THAT(notices(rep), IsEmpty());
}

TEST_P(NoticeTest, ManyStepsAtOneMomentAreAllTold) {
  const Deal deal = create("Acme");
  const Instant due = clock.now() + std::chrono::hours(1);
  write([&](db::Connection& tx) {
    for (int i = 0; i < 600; ++i)  // more than a portion
      tx.queue(
          "INSERT INTO activities (version, deal_id, owner_id, kind, subject, due, created_at) "
          "VALUES (1, $1, $2, 'call', 'x', $3, $4)",
          deal.id, i < 450 ? rep : manager, due, clock.now());
  });
  clock.advance(std::chrono::hours(2));
  file();
  EXPECT_EQ(kinds(rep).size(), 450U);
  EXPECT_EQ(kinds(manager).size(), 150U);
  EXPECT_EQ(unread(rep), kUnreadCounted);
}

TEST_P(NoticeTest, NobodyIsToldOfWhatHeDoesNotWantToKnow) {
  NoticeSettings settings;
  settings.mention = false;
  write([&](db::Connection& tx) { save_notice_settings(tx, manager, settings); });
  EXPECT_FALSE(
      database().read([&](db::Connection& c) { return notice_settings(c, manager); }).mention);
  const Deal deal = create("Acme");
  note(deal, manager);
  note(deal, owner, manager);
  file();
  EXPECT_THAT(notices(manager), IsEmpty());
  EXPECT_THAT(kinds(owner), ElementsAre(NoticeKind::mention));
}

TEST_P(NoticeTest, WhatIsReadIsReadUpToWhatWasShown) {
  const Deal deal = create("Acme");
  for (int i = 0; i < 3; ++i) note(deal, manager);
  file();
  const std::vector<Notice> told = notices(manager);
  write([&](db::Connection& tx) {
    EXPECT_TRUE(mark_read(tx, manager, told[0].id, clock.now()));
    EXPECT_FALSE(mark_read(tx, rep, told[1].id, clock.now()));  // not his
  });
  EXPECT_EQ(unread(manager), 2);
  write([&](db::Connection& tx) { mark_all_read(tx, manager, told[2].id, clock.now()); });
  EXPECT_EQ(unread(manager), 1);
  EXPECT_FALSE(notices(manager)[1].read);
}

TEST_P(NoticeTest, WhatIsOldOrTooManyIsForgotten) {
  std::vector<NewNotice> many;
  for (int i = 0; i < kNoticesKept + 20; ++i) {
    NewNotice notice{manager, NoticeKind::mention, clock.now()};
    notice.event = 1000 + i;
    many.push_back(notice);
  }
  write([&](db::Connection& tx) { insert_notices(tx, many, clock.now()); });
  EXPECT_EQ(notices(manager).size(), static_cast<std::size_t>(kNoticesKept));
  clock.advance(std::chrono::days(91));
  write([&](db::Connection& tx) { EXPECT_EQ(forget_old_notices(tx, clock.now()), kNoticesKept); });
  EXPECT_THAT(notices(manager), IsEmpty());
}

// ---- approvals ----

class ApprovalNoticeTest : public NoticeTest {
 protected:
  Deal ask(const ApprovalRule& rule) {
    Pipeline pipeline = b2c();
    pipeline.key = "approved";
    Criterion approval;
    approval.key = "discount";
    approval.kind = CriterionKind::approval;
    approval.label = {"Discount approved", "折扣已审批"};
    approval.approval = rule;
    pipeline.stages.front().exit_criteria = {approval};
    run([&](journal::Work& work) { return publish_pipeline(work, pipeline); }).value();
    database().read([&](db::Connection& c) { catalog.reload(c); });
    CreateDeal wish;
    wish.name = "Acme";
    wish.pipeline_id = catalog.current()->find("approved")->id;
    const Deal deal = as(rep, [&](journal::Work& work) {
                        return create_deal(work, *catalog.current(), wish);
                      }).value();
    return as(rep,
              [&](journal::Work& work) {
                return ask_approval(work, *catalog.current(), BusinessCalendar(), deal.id,
                                    deal.version, {{}, "10 % off"});
              })
        .value();
  }
};
EACH_ENGINE(ApprovalNoticeTest);

TEST_P(ApprovalNoticeTest, WhoeverAnswersIsAskedAndWhoeverAskedIsTold) {
  const Deal asked = ask(ApprovalRule());
  file();
  EXPECT_THAT(kinds(manager), ElementsAre(NoticeKind::approval_asked));
  EXPECT_THAT(notices(owner), IsEmpty());  // may answer, too, but there is somebody nearer
  as(manager, [&](journal::Work& work) {
    return answer_approval(work, *catalog.current(), asked.id, asked.version,
                           {{}, false, "too much"});
  }).value();
  file();
  ASSERT_THAT(kinds(rep), ElementsAre(NoticeKind::approval_answered));
  EXPECT_EQ(notices(rep).front().outcome, NoticeOutcome::refused);
  EXPECT_EQ(notices(rep).front().actor->name, "max");
}

TEST_P(ApprovalNoticeTest, WhoeverStandsInForTheApproverIsAskedToo) {
  const UserId director = add_user("dick", Role::manager, Visibility::all).id;
  ApprovalRule rule;
  rule.approver = ApproverKind::person;
  rule.person_id = director;
  const auto stand_in = [&](UserId who, const char* day) {
    run([&](journal::Work& work) {
      return set_absence(work, {director, who, *date_from_iso(day), *date_from_iso(day)});
    }).value();
  };
  stand_in(manager, "2026-03-03");
  ask(rule);
  file();
  EXPECT_THAT(notices(manager), IsEmpty()) << "it is the second";
  EXPECT_THAT(kinds(director), ElementsAre(NoticeKind::approval_asked));
  stand_in(owner, "2026-03-02");
  ask(rule);
  file();
  EXPECT_THAT(kinds(owner), ElementsAre(NoticeKind::approval_asked));
  clock.advance(std::chrono::hours(7));  // midnight in Shanghai
  ask(rule);
  file();
  EXPECT_THAT(kinds(manager), ElementsAre(NoticeKind::approval_asked));
  EXPECT_THAT(kinds(owner), ElementsAre(NoticeKind::approval_asked));
}

TEST_P(ApprovalNoticeTest, TheOwnersAreAskedWhereThereIsNobodyElse) {
  ApprovalRule rule;
  rule.approver = ApproverKind::person;
  rule.person_id = rep;  // who may approve nothing
  ask(rule);
  file();
  EXPECT_THAT(kinds(owner), ElementsAre(NoticeKind::approval_asked));
  EXPECT_THAT(notices(manager), IsEmpty());
}

}  // namespace
}  // namespace stagecoach::sales
