// Objections, and what they mean for the gate of their deal: state and event.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/deals/views/timeline_text.h"
#include "sales/objections/objection_commands.h"
#include "sales/objections/objection_store.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

class ObjectionTest : public DealTest {
 protected:
  static NewObjection about(ObjectionKind kind, bool blocking) {
    NewObjection wish;
    wish.kind = kind;
    wish.worry = "The board will not pay that";
    wish.blocking = blocking;
    return wish;
  }
  Result<Objection> raise(const Deal& deal, const NewObjection& wish, UserId by = {}) {
    return as(by ? by : rep,
              [&](journal::Work& work) { return raise_objection(work, deal.id, wish); });
  }
  Result<Objection> change(const Objection& objection, const ObjectionChange& wish) {
    return as(rep, [&](journal::Work& work) {
      return change_objection(work, objection.id, objection.version, wish);
    });
  }
  std::vector<Objection> list(const Deal& deal) {
    return database().read([&](db::Connection& c) { return list_objections(c, deal.id); });
  }
  Date today() const { return std::chrono::floor<std::chrono::days>(clock.now()); }
};
EACH_ENGINE(ObjectionTest);

TEST_P(ObjectionTest, AnOpenBlockingOneHoldsTheGate) {
  const Deal deal = create("Acme");
  const Objection price = raise(deal, about(ObjectionKind::price, true)).value();
  EXPECT_EQ(price.raised_on, today());
  EXPECT_EQ(price.answered_on, std::nullopt);
  raise(deal, about(ObjectionKind::trust, false)).value();
  EXPECT_EQ(stored(deal.id).facts.objections, (ObjectionTally{2, 1}));
  const Criterion* gate = nullptr;
  const Stage& at = *b2b().find("objections");
  for (const Criterion& criterion : at.exit_criteria)
    if (criterion.kind == CriterionKind::objections_settled) gate = &criterion;
  ASSERT_NE(gate, nullptr);
  EXPECT_FALSE(is_met(*gate, at, stored(deal.id)));

  ObjectionChange answer;
  answer.answer = std::string("It pays for itself in a year");
  answer.result = ObjectionResult::accepted;
  const Objection settled = change(price, answer).value();
  EXPECT_EQ(settled.answered_on, today());
  EXPECT_EQ(settled.version, 2);
  EXPECT_EQ(stored(deal.id).facts.objections, (ObjectionTally{1, 0}));
  EXPECT_TRUE(is_met(*gate, at, stored(deal.id)));
  EXPECT_EQ(last_event().kind, kObjectionChanged);
  EXPECT_EQ(last_event().subject_id, deal.id.value);
  EXPECT_EQ(summarize(last_event(), pipelines(), Lang::en), "Objection (price): accepted");
  EXPECT_EQ(last_event().data.find("board"), std::string::npos);  // their words stay out of it

  ObjectionChange reopen;
  reopen.result = ObjectionResult::open;
  EXPECT_EQ(change(settled, reopen).value().answered_on, std::nullopt);
}

TEST_P(ObjectionTest, TheOpenOnesComeFirst) {
  const Deal deal = create("Acme");
  raise(deal, about(ObjectionKind::need, false)).value();
  NewObjection answered = about(ObjectionKind::feature, true);
  answered.result = ObjectionResult::answered;
  raise(deal, answered).value();
  raise(deal, about(ObjectionKind::price, true)).value();
  EXPECT_THAT(list(deal), ElementsAre(Field(&Objection::kind, ObjectionKind::price),
                                      Field(&Objection::kind, ObjectionKind::need),
                                      Field(&Objection::kind, ObjectionKind::feature)));
}

TEST_P(ObjectionTest, WhatIsDeletedCanComeBack) {
  const Deal deal = create("Acme");
  const Objection price = raise(deal, about(ObjectionKind::price, true)).value();
  const auto restore = [&](std::int64_t version) {
    return as(rep, [&](journal::Work& work) { return restore_objection(work, price.id, version); });
  };
  EXPECT_EQ(testing::code_of(restore(1)), "objection.not_deleted");
  as(rep, [&](journal::Work& work) { return delete_objection(work, price.id, 1); }).value();
  EXPECT_TRUE(list(deal).empty());
  EXPECT_EQ(stored(deal.id).facts.objections, (ObjectionTally{0, 0}));
  EXPECT_EQ(last_event().kind, kObjectionDeleted);
  EXPECT_EQ(change(price, {}).error().code, Error::Code::not_found);
  EXPECT_EQ(restore(1).error().code, Error::Code::stale);
  EXPECT_EQ(restore(2).value().version, 3);
  EXPECT_EQ(list(deal).size(), 1u);
  EXPECT_EQ(stored(deal.id).facts.objections, (ObjectionTally{1, 1}));
}

TEST_P(ObjectionTest, WhatCannotBeLeavesNothing) {
  const Deal deal = create("Acme");
  viewer(other_rep);
  viewer(rep);
  const journal::Seq before = head();
  EXPECT_EQ(raise(deal, about(ObjectionKind::need, true), other_rep).error().code,
            Error::Code::not_found);
  NewObjection backward = about(ObjectionKind::need, true);
  backward.result = ObjectionResult::answered;
  backward.raised_on = today();
  backward.answered_on = today() - std::chrono::days(1);
  EXPECT_EQ(raise(deal, backward).error().fields.front().field, "answered_on");
  EXPECT_EQ(head(), before);
  EXPECT_TRUE(list(deal).empty());
}

}  // namespace
}  // namespace stagecoach::sales
