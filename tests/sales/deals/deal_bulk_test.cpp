// Deals stored many at once are the deals that storing each alone would give.
#include "sales/deals/deal_bulk.h"

#include <gmock/gmock.h>

#include "journal/verify.h"
#include "sales/activities/activity_store.h"
#include "sales/deals/deal_test.h"
#include "sales/deals/past_deal.h"

namespace stagecoach::sales {
namespace {

class DealBulkTest : public DealTest {
 protected:
  DealBulkTest() {
    AccountInput input;
    input.name = std::string("Möbel & Söhne");
    account_ = as(rep, [&](journal::Work& work) { return create_account(work, input); }).value().id;
  }

  Deal draft(int i) {
    Deal deal;
    deal.name = "Deal " + std::to_string(i);
    deal.pipeline_id = b2b().id;
    deal.stage_id = b2b().open_stage_at(i % 3)->id;
    if (i % 4 != 0) deal.account_id = account_;
    deal.owner_id = i % 2 == 0 ? rep : other_rep;
    if (i % 5 != 0) deal.amount = cny(1000 * (i % 7));
    if (i % 6 == 0) deal.probability = 10 * (i % 10);
    deal.external_key = "K" + std::to_string(i);
    deal.created_at = deal.stage_entered_at = clock.now() - Millis(1000 * i);
    return deal;
  }
  std::vector<NewDeal> drafts(int count) {
    std::vector<NewDeal> all;
    for (int i = 0; i < count; ++i) all.push_back(past_deal(pipelines(), draft(i), {}, {}).value());
    return all;
  }
  std::vector<Deal> store(std::vector<NewDeal> deals) {
    as(owner, [&](journal::Work& work) -> Result<void> {
      insert_deals(work, deals);
      return {};
    }).value();
    std::vector<Deal> made;
    for (const NewDeal& item : deals) made.push_back(item.deal);
    return made;
  }
  std::int64_t number(std::string_view sql) {
    return database()
        .read([&](db::Connection& c) {
          return c.first(sql, [](const db::Row& row) { return row.integer(0); });
        })
        .value();
  }

  AccountId account_;
};
EACH_ENGINE(DealBulkTest);

TEST_P(DealBulkTest, StoresWhatAnInsertOfEachStores) {
  const std::vector<Deal> many = store(drafts(40));
  for (std::size_t i = 0; i < many.size(); ++i) {
    Deal alone = draft(static_cast<int>(i));
    alone.external_key = "alone " + *alone.external_key;
    const NewDeal made = past_deal(pipelines(), alone, {}, {}).value();
    alone = made.deal;
    as(owner, [&](journal::Work& work) {
      return insert_deal(work, alone, made.why.front());
    }).value();
    Deal expected = stored(alone.id);
    expected.id = many[i].id;
    expected.external_key = draft(static_cast<int>(i)).external_key;
    expected.updated_at = many[i].updated_at;
    EXPECT_EQ(stored(many[i].id), expected);
    EXPECT_EQ(stored(many[i].id), many[i]);
  }
  EXPECT_EQ(number("SELECT count(DISTINCT search_text) FROM deals"), 40);
  EXPECT_EQ(number("SELECT count(*) FROM deals WHERE search_text LIKE '%mobel & sohne'"), 60);
}

TEST_P(DealBulkTest, TellsOfEachDealInTheJournalAndInTheTotals) {
  viewer(owner);  // signed in before
  const journal::Seq before = head();
  const std::vector<Deal> made = store(drafts(2500));  // enough to be sorted first
  EXPECT_EQ(head() - before, 2500);
  for (const journal::Event& event : events_after(before)) {
    const auto created = read<DealCreated>(event);
    const Deal deal = stored(DealId(event.subject_id));
    ASSERT_EQ(created.name, deal.name);
    ASSERT_EQ(event.effective_at, deal.created_at);
  }
  EXPECT_EQ(stored(made[1234].id).name, "Deal 1234");
  EXPECT_FALSE(
      database().read([](db::Connection& c) { return journal::verify_chain(c); }).broken_at);
  EXPECT_EQ(number("SELECT SUM(deals) FROM deal_totals"), 2500);
  EXPECT_EQ(number("SELECT SUM(amount_minor) FROM deal_totals"),
            number("SELECT SUM(amount_minor) FROM deals WHERE amount_minor >= 0"));
  EXPECT_EQ(number("SELECT count(*) FROM deal_totals t WHERE deals <> (SELECT count(*) FROM deals "
                   "d WHERE d.stage_id = t.stage_id AND d.owner_id = t.owner_id AND d.currency = "
                   "t.currency)"),
            0);
}

TEST_P(DealBulkTest, StoresProductsCommitteeAndNextStepWithTheirDeal) {
  ProductInput product;
  product.name = std::string("Line control");
  ContactInput contact;
  contact.name = std::string("Mia");
  contact.phone = std::string("1");
  const auto [product_id, contact_id] =
      as(owner, [&](journal::Work& work) {
        return Result(std::pair(create_product(work, product).value().id,
                                create_contact(work, contact).value().id));
      }).value();
  std::vector<NewDeal> deals = drafts(3);
  deals[1].products = {product_id};
  CommitteeMember member;
  member.contact_id = contact_id;
  member.stance = Stance::supporter;
  deals[1].committee = {member};
  deals[2].deal.facts.next_step = NextStep{{}, ActivityKind::call, "Ring", clock.now()};
  as(owner, [&](journal::Work& work) -> Result<void> {
    insert_deals_with_steps(work, deals);
    return {};
  }).value();
  database().read([&](db::Connection& c) {
    EXPECT_TRUE(load_product_lines(c, deals[0].deal.id).empty());
    ASSERT_EQ(load_product_lines(c, deals[1].deal.id).size(), 1u);
    EXPECT_EQ(load_product_lines(c, deals[1].deal.id)[0].product_id, product_id);
    const auto committee = load_committee(c, deals[1].deal.id);
    ASSERT_EQ(committee.size(), 1u);
    EXPECT_EQ(committee[0].name, "Mia");
    EXPECT_EQ(committee[0].stance, Stance::supporter);
    EXPECT_EQ(first_due(c, deals[2].deal.id), stored(deals[2].deal.id).facts.next_step);
    EXPECT_FALSE(first_due(c, deals[0].deal.id));
  });
  EXPECT_EQ(last_event().kind, kActivityPlanned);
  const auto planned = json::read<ActivityNoted>(last_event().data).value();
  EXPECT_EQ(last_event().subject_id, deals[2].deal.id.value);
  EXPECT_EQ(planned.activity_id, deals[2].deal.facts.next_step->activity_id);
  EXPECT_EQ(planned.subject, "Ring");
}

TEST_P(DealBulkTest, KnowsTheDealsThatAreHereByTheirKeys) {
  store(drafts(100));
  const std::vector<std::string_view> keys{"K7", "nobody's", "K5"};
  const auto known = database().read([&](db::Connection& c) { return find_known_deals(c, keys); });
  ASSERT_EQ(known.size(), 2u);
  EXPECT_EQ(known.at("K7").name, "Deal 7");
  EXPECT_EQ(known.at("K7").amount, cny(0));
  EXPECT_EQ(known.at("K7").stage_id, b2b().open_stage_at(1)->id);
  EXPECT_FALSE(known.at("K5").amount);
  EXPECT_THROW(store(drafts(1)), db::ConstraintViolation);
}

}  // namespace
}  // namespace stagecoach::sales
