// What the deal's page asks beyond its fields: who said so, discounts, last contacts, and a
// timeline of some kinds of events.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/deals/views/deal_views.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

class DealPageTest : public DealTest {
 protected:
  Result<Deal> set_budget(const Deal& deal, std::optional<ContactId> said_by) {
    return as(rep, [&](journal::Work& work) {
      return set_bant(work, pipelines(), deal.id, deal.version, BantElement::budget,
                      {BantLevel::confirmed, "in writing", {}, said_by});
    });
  }
  template <class F>
  auto read_page(F&& f) {
    const StageClock now(std::make_shared<const BusinessCalendar>(), clock.now());
    const DealReading reading{viewer(rep), pipelines(), now};
    return database().read([&](db::Connection& c) { return f(c, reading); });
  }
};
EACH_ENGINE(DealPageTest);

TEST_P(DealPageTest, WhoSaidSoSitsOnTheCommittee) {
  const Deal deal = create("Acme");
  const ContactId stranger = add_contact("s@example.com");
  EXPECT_EQ(set_budget(deal, stranger).error().fields.front().field, "contact_id");
  const Deal seated = seat(deal, CommitteeRole::champion);
  const ContactId carla =
      database().read([&](db::Connection& c) { return load_committee(c, deal.id); })[0].contact_id;
  EXPECT_EQ(set_budget(seated, carla).value().facts.bant.budget.contact_id, carla);
  EXPECT_EQ(stored(deal.id).facts.bant.budget.contact_id, carla);

  MoveDeal move_with;
  move_with.fills.emplace();
  move_with.fills->bant["need"] = {BantLevel::weak, "", {}, stranger};
  const auto moved = move(stored(deal.id), "first_contact", move_with);
  EXPECT_EQ(moved.error().fields.front().field, "fills.bant.need.contact_id");
}

TEST_P(DealPageTest, ALineKeepsItsDiscount) {
  PatchDeal wish;
  wish.product_lines = std::vector<ProductLineInput>{{add_product("Wheel"), 2, cny(900), 1250}};
  const Deal deal = create("Acme");
  patch(deal, wish).value();
  const auto lines =
      database().read([&](db::Connection& c) { return load_product_lines(c, deal.id); });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].discount_bps, 1250);
  EXPECT_EQ(lines[0].price, cny(900));
  EXPECT_NE(last<DealChanged>().changes[0].after.text.find("1250"), std::string::npos);
}

TEST_P(DealPageTest, EachPersonShowsTheLastContact) {
  Deal deal = seat(create("Acme"), CommitteeRole::champion);
  seat(deal, CommitteeRole::user, "u@example.com");
  const auto committee = [&] {
    return read_page([&](db::Connection& c, const DealReading& reading) {
      return detail_of(c, reading, stored(deal.id)).committee;
    });
  };
  const ContactId called = committee()[0].contact_id;
  NewActivity wish;
  wish.deal_id = deal.id;
  wish.subject = "call";
  wish.contact_id = called;
  wish.done_at = clock.now();
  as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  EXPECT_EQ(committee()[0].last_contact_at, clock.now());
  EXPECT_EQ(committee()[1].last_contact_at, std::nullopt);
}

TEST_P(DealPageTest, ATimelineOfSomeKindsPagesThroughThemAlone) {
  Deal deal = create("Acme");
  for (const char* name : {"One", "Two", "Three"}) {
    PatchDeal wish;
    wish.name = std::string(name);
    deal = patch(stored(deal.id), wish).value();
    add_activity(deal.id, ActivityKind::note, {}, clock.now());
  }
  const auto page = [&](std::vector<TimelineKind> kinds, std::int64_t before, int limit) {
    return read_page([&](db::Connection& c, const DealReading& reading) {
      return timeline_of(c, reading, deal, kinds, before, limit);
    });
  };
  EXPECT_EQ(page({}, 0, 50).items.size(), 7u);
  const Timeline first = page({TimelineKind::changes}, 0, 2);
  EXPECT_THAT(first.items, ElementsAre(Field(&TimelineEntry::kind, DealChanged::kKind),
                                       Field(&TimelineEntry::kind, DealChanged::kKind)));
  ASSERT_TRUE(first.next_cursor);
  const Timeline rest = page({TimelineKind::changes}, std::stoll(*first.next_cursor), 2);
  EXPECT_EQ(rest.items.size(), 1u);
  EXPECT_FALSE(rest.next_cursor);
  EXPECT_EQ(page({TimelineKind::moves, TimelineKind::activities}, 0, 50).items.size(), 4u);
  EXPECT_TRUE(page({TimelineKind::files}, 0, 50).items.empty());
}

}  // namespace
}  // namespace stagecoach::sales
