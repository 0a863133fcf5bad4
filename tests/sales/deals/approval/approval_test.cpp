#include "sales/deals/approval/approval.h"

#include <gtest/gtest.h>

#include "sales/deals/deal_test.h"
#include "sales/deals/views/deal_views.h"
#include "sales/deals/views/timeline_text.h"
#include "sales/team/absence/absence_commands.h"
#include "sales/today/today.h"

namespace stagecoach::sales {
namespace {

class ApprovalTest : public DealTest {
 protected:
  ApprovalTest() {
    // A second manager, so that somebody else can answer what the first one asks.
    deputy = add_user("dora", Role::manager, Visibility::all).id;
    ApprovalRule rule;
    rule.deadline = Standard{8, StandardUnit::business_hours};
    publish(rule);
  }

  // A pipeline whose first stage wants nothing but an approval by this rule.
  void publish(const ApprovalRule& rule) {
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
    published_ = catalog.current();
  }
  const Pipeline& approved() const { return *published_->find("approved"); }

  Deal make() {
    CreateDeal wish;
    wish.name = "Acme";
    wish.pipeline_id = approved().id;
    return as(rep, [&](journal::Work& work) { return create_deal(work, *published_, wish); })
        .value();
  }
  Result<Deal> ask(const Deal& deal, UserId by) {
    return as(by, [&](journal::Work& work) {
      return ask_approval(work, *published_, BusinessCalendar(), deal.id, deal.version,
                          {{}, "10 % off"});
    });
  }
  Result<Deal> answer(const Deal& deal, UserId by, bool approve = true,
                      const std::string& note = "fine") {
    return as(by, [&](journal::Work& work) {
      return answer_approval(work, *published_, deal.id, deal.version, {{}, approve, note});
    });
  }
  Result<Deal> go_on(const Deal& deal) {
    MoveDeal wish;
    wish.to_stage_id = approved().stages[1].id;
    return as(rep, [&](journal::Work& work) {
      return move_deal(work, *published_, deal.id, deal.version, wish);
    });
  }
  Today day_of(UserId person) {
    const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
    const DealReading reading{viewer(person), *published_, stage_clock};
    return database().read([&](db::Connection& c) { return read_today(c, reading, {}); });
  }

  UserId deputy;

 private:
  std::shared_ptr<const Pipelines> published_;
};
EACH_ENGINE(ApprovalTest);

TEST_P(ApprovalTest, IsAskedForGivenAndOpensTheGate) {
  const Deal asked = ask(make(), rep).value();
  EXPECT_EQ(asked.waiting_on, WaitingOn::approval);
  ASSERT_EQ(asked.facts.approval_requests.size(), 1u);
  EXPECT_EQ(asked.facts.approval_requests[0].state, ApprovalState::waiting);
  EXPECT_TRUE(asked.facts.approval_requests[0].due);
  EXPECT_EQ(ask(asked, rep).error().code, Error::Code::refused) << "it is asked for already";
  EXPECT_EQ(go_on(asked).error().code, Error::Code::refused);
  EXPECT_EQ(answer(asked, rep).error().code, Error::Code::forbidden);

  const Deal approved_deal = answer(asked, manager).value();
  EXPECT_EQ(approved_deal.waiting_on, WaitingOn::us);
  EXPECT_EQ(approved_deal.facts.approval_requests[0].state, ApprovalState::approved);
  EXPECT_EQ(stored(approved_deal.id), approved_deal);
  EXPECT_EQ(go_on(approved_deal).value().stage_id, approved().stages[1].id);
}

TEST_P(ApprovalTest, ARefusalSaysWhyAndMayBeAskedAgain) {
  const Deal asked = ask(make(), rep).value();
  EXPECT_EQ(answer(asked, manager, false, "").error().fields.front().field, "note");
  const Deal refused = answer(asked, manager, false, "Too much").value();
  EXPECT_EQ(refused.waiting_on, WaitingOn::us);
  EXPECT_EQ(refused.facts.approval_requests[0].reason, "Too much");
  EXPECT_EQ(refused.facts.approval_requests[0].answered_by, manager);
  EXPECT_EQ(go_on(refused).error().code, Error::Code::refused);
  EXPECT_EQ(answer(refused, manager, false, "Again").error().code, Error::Code::conflict);

  const auto events = database().read([&](db::Connection& c) {
    return journal::history_of(c, {kDealSubject, refused.id.value}, 0, 2);
  });
  EXPECT_EQ(summarize(events[1], *catalog.current(), Lang::en),
            "Approval refused: Discount approved – Too much");
  const Deal again = ask(refused, rep).value();
  EXPECT_EQ(again.facts.approval_requests.size(), 2u);
  EXPECT_EQ(again.waiting_on, WaitingOn::approval);
}

TEST_P(ApprovalTest, TheDeputyOfAnAbsentApproverAnswersInHisName) {
  const UserId director = add_user("dick", Role::manager, Visibility::all).id;
  const UserId friend_of_his = add_user("fred", Role::manager, Visibility::team).id;
  const UserId rep_for_him = add_user("rolf", Role::rep, Visibility::own).id;
  ApprovalRule rule;
  rule.approver = ApproverKind::person;
  rule.person_id = director;
  publish(rule);
  const Deal asked = ask(make(), rep).value();
  EXPECT_EQ(answer(asked, manager).error().code, Error::Code::forbidden);
  const auto stand_in = [&](UserId who, UserId whose) {
    run([&](journal::Work& work) {
      return set_absence(work,
                         {whose, who, *date_from_iso("2026-03-02"), *date_from_iso("2026-03-02")});
    }).value();
  };
  EXPECT_EQ(run_as(friend_of_his,
                   [&](journal::Work& work) {
                     return load_deal_to_read(work.tx, viewer_of(work.actor), asked.id);
                   })
                .error()
                .code,
            Error::Code::not_found);
  stand_in(friend_of_his, director);
  EXPECT_EQ(day_of(friend_of_his).approvals.size(), 1u);
  const Deal answered = answer(asked, friend_of_his).value();
  EXPECT_EQ(answered.facts.approval_requests[0].answered_by, friend_of_his);
  EXPECT_EQ(answered.facts.approval_requests[0].on_behalf_of, director);
  EXPECT_EQ(answered.facts.approvals[0].on_behalf_of, director);
  EXPECT_EQ(stored(answered.id), answered);

  // A rep who stands in for a manager may still approve nothing.
  stand_in(rep_for_him, manager);
  EXPECT_NE(answer(ask(make(), rep).value(), rep_for_him).error().code, Error::Code::conflict);
  EXPECT_TRUE(day_of(rep_for_him).approvals.empty());
}

TEST_P(ApprovalTest, NobodyAnswersWhatHeAskedButAnOwner) {
  const Deal asked = ask(make(), manager).value();
  EXPECT_EQ(answer(asked, manager).error().code, Error::Code::forbidden);
  EXPECT_TRUE(answer(asked, deputy));
  const Deal another = ask(make(), owner).value();
  EXPECT_TRUE(answer(another, owner));
}

TEST_P(ApprovalTest, OneMayBeNamedWithDeputies) {
  ApprovalRule rule;
  rule.approver = ApproverKind::person;
  rule.person_id = deputy;
  publish(rule);
  EXPECT_EQ(answer(ask(make(), rep).value(), manager).error().code, Error::Code::forbidden);
  EXPECT_TRUE(answer(ask(make(), rep).value(), deputy));
  EXPECT_EQ(answer(make(), manager).error().code, Error::Code::forbidden) << "unasked as well";
  rule.deputy_ids = {manager};
  publish(rule);
  EXPECT_TRUE(answer(ask(make(), rep).value(), manager));
  rule = {ApproverKind::role, Role::owner, {}, {}, {}};
  publish(rule);
  EXPECT_EQ(answer(ask(make(), rep).value(), manager).error().code, Error::Code::forbidden);
  EXPECT_TRUE(answer(ask(make(), rep).value(), owner));
}

TEST_P(ApprovalTest, StandsInTheDayOfWhoAnswersAndWhoAsked) {
  const Deal asked = ask(make(), rep).value();
  ASSERT_EQ(day_of(manager).approvals.size(), 1u);
  EXPECT_TRUE(day_of(manager).approvals[0].request.may_answer);
  EXPECT_EQ(day_of(manager).approvals[0].request.by.name, "rita");
  ASSERT_EQ(day_of(rep).approvals.size(), 1u);
  EXPECT_FALSE(day_of(rep).approvals[0].request.may_answer);
  EXPECT_FALSE(day_of(rep).approvals[0].request.overdue);
  EXPECT_TRUE(day_of(other_rep).approvals.empty());

  clock.advance(std::chrono::hours(24 * 5));
  EXPECT_TRUE(day_of(rep).approvals[0].request.overdue);
  EXPECT_TRUE(day_of(manager).approvals[0].request.overdue);
  answer(asked, manager).value();
  EXPECT_TRUE(day_of(manager).approvals.empty());
  EXPECT_TRUE(day_of(rep).approvals.empty());
}

TEST_P(ApprovalTest, AMoveElsewhereEndsTheWait) {
  const Deal asked = ask(make(), rep).value();
  MoveDeal wish = because_of("price");
  wish.to_stage_id = approved().first_of(StageKind::lost)->id;
  const Deal lost = as(rep, [&](journal::Work& work) {
                      return move_deal(work, *catalog.current(), asked.id, asked.version, wish);
                    }).value();
  EXPECT_EQ(lost.waiting_on, WaitingOn::us);
  EXPECT_FALSE(approval_due(lost));
  EXPECT_TRUE(day_of(manager).approvals.empty());
}

}  // namespace
}  // namespace stagecoach::sales
