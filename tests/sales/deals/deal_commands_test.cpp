// What people do to a deal other than moving it: state and event.
#include <gmock/gmock.h>

#include "sales/deals/deal_fields.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;

class DealCommandsTest : public DealTest {
 protected:
  static std::vector<std::string> fields(const DealChanged& changed) {
    std::vector<std::string> names;
    for (const Change& change : changed.changes) names.push_back(change.field);
    return names;
  }
  Result<Deal> try_create(const CreateDeal& wish, UserId by = {}) {
    return as(by ? by : rep,
              [&](journal::Work& work) { return create_deal(work, pipelines(), wish); });
  }
};
EACH_ENGINE(DealCommandsTest);

TEST_P(DealCommandsTest, ANewDealStandsInTheFirstStageAndBelongsToItsMaker) {
  CreateDeal wish;
  wish.name = "Acme";
  wish.amount = cny(500);
  wish.product_lines = {{add_product("Wheel"), 4, {}}};
  const Deal deal = try_create(wish).value();
  EXPECT_EQ(deal.stage_id, stage("prospecting"));
  EXPECT_EQ(deal.owner_id, rep);
  EXPECT_EQ(deal.version, 1);
  EXPECT_EQ(deal.stage_entered_at, clock.now());
  EXPECT_TRUE(deal.facts.has_products);
  EXPECT_EQ(stored(deal.id), deal);
  const auto created = last<DealCreated>();
  EXPECT_EQ(created.name, "Acme");
  EXPECT_EQ(created.products, std::vector<ProductId>{wish.product_lines[0].product_id});
  EXPECT_EQ(created.snapshot, (DealSnapshot{cny(500), std::nullopt, 5, rep, std::nullopt}));
  const auto lines =
      database().read([&](db::Connection& c) { return load_product_lines(c, deal.id); });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].quantity, 4);
  EXPECT_EQ(lines[0].price, cny(500));  // the product's own
}

TEST_P(DealCommandsTest, WhatCannotBeCreatedLeavesNothing) {
  const AccountId strangers = add_account("Theirs", other_rep);
  const ProductId wheel = add_product("Wheel");
  viewer(rep);  // his sign-in is an event of its own
  const journal::Seq before = head();
  const auto refused = [&](auto set) {
    CreateDeal wish;
    wish.name = "Acme";
    set(wish);
    const auto result = try_create(wish);
    return result || result.error().fields.empty() ? "" : result.error().fields.front().field;
  };
  using W = CreateDeal&;
  EXPECT_EQ(refused([](W w) { w.pipeline_id = PipelineId(99); }), "pipeline_id");
  EXPECT_EQ(refused([&](W w) { w.stage_id = stage("lost"); }), "stage_id");
  EXPECT_EQ(refused([&](W w) { w.stage_id = b2c().find("order")->id; }), "stage_id");
  EXPECT_EQ(refused([](W w) { w.owner_id = UserId(99); }), "owner_id");
  EXPECT_EQ(refused([&](W w) { w.owner_id = other_rep; }), "owner_id");
  EXPECT_EQ(refused([&](W w) { w.account_id = strangers; }), "account_id");
  EXPECT_EQ(refused([](W w) { w.amount = Money{5, {}}; }), "amount.currency");
  EXPECT_EQ(refused([&](W w) {
              w.product_lines = {{wheel, 1, {}}, {wheel, 2, {}}};
            }),
            "product_lines[1].product_id");
  EXPECT_EQ(refused([](W w) {
              w.product_lines = {{ProductId(99), 1, {}}};
            }),
            "product_lines[0].product_id");
  EXPECT_EQ(head(), before);
  const auto count = database().read([](db::Connection& c) {
    return c.first("SELECT count(*) FROM deals", [](const db::Row& row) { return row.integer(0); });
  });
  EXPECT_EQ(count, 0);
}

TEST_P(DealCommandsTest, AChangeTellsEachFieldBeforeAndAfter) {
  const Deal deal = create("Acme");
  PatchDeal wish;
  wish.amount = cny(700);
  wish.source = std::string("fair");
  clock.advance(Millis(5));
  const Deal changed = patch(deal, wish).value();
  EXPECT_EQ(changed.version, 2);
  EXPECT_EQ(changed.updated_at, clock.now());
  EXPECT_EQ(stored(deal.id), changed);
  const auto event = last<DealChanged>();
  ASSERT_THAT(fields(event), ElementsAre("amount", "source"));
  EXPECT_EQ(event.changes[0].before.text, "null");
  EXPECT_EQ(json::read<Money>(event.changes[0].after.text).value(), cny(700));
  EXPECT_EQ(event.changes[1].before.text, "\"\"");

  const journal::Seq before = head();
  EXPECT_EQ(patch(changed, wish).value().version, 2);  // nothing differs: nothing is written
  EXPECT_EQ(head(), before);
  EXPECT_EQ(patch(deal, wish).error().code, Error::Code::stale);
}

TEST_P(DealCommandsTest, EachChangeOfTheExpectedCloseIsCounted) {
  Deal deal = create("Acme");
  const auto close = [&](const char* day) {
    PatchDeal wish;
    wish.expected_close =
        date_from_iso(day) ? json::Patch<Date>(*date_from_iso(day)) : json::Patch<Date>::null();
    deal = patch(deal, wish).value();
    return deal.facts.close_date_changes;
  };
  EXPECT_EQ(close("2026-03-10"), (CloseDateChanges{0, 0, 0}));  // the first is no change
  EXPECT_EQ(close("2026-03-31"), (CloseDateChanges{1, 0, 0}));
  EXPECT_EQ(close("2026-04-01"), (CloseDateChanges{2, 0, 1}));  // out of its quarter
  EXPECT_EQ(close("2026-03-01"), (CloseDateChanges{2, 1, 1}));
  EXPECT_EQ(close("2027-03-01"), (CloseDateChanges{3, 1, 2}));  // the same quarter, a year later
  EXPECT_EQ(close(""), (CloseDateChanges{3, 1, 2}));
  EXPECT_EQ(stored(deal.id), deal);
}

TEST_P(DealCommandsTest, BantTicksAndApprovalsAreKeptWithWhoAndWhen) {
  Deal deal = create("Acme");
  const BantAnswer answer{BantLevel::confirmed, "mail of Monday", date_from_iso("2026-03-01")};
  deal = as(rep, [&](journal::Work& work) {
           return set_bant(work, pipelines(), deal.id, deal.version, BantElement::need, answer);
         }).value();
  EXPECT_EQ(stored(deal.id).facts.bant.need, answer);
  EXPECT_THAT(fields(last<DealChanged>()), ElementsAre("bant.need"));
  const auto tick = [&](const std::string& item, bool done) {
    return as(rep, [&](journal::Work& work) {
      return tick_checklist(work, pipelines(), deal.id, deal.version, item, done);
    });
  };
  deal = tick("contract_signed", true).value();  // of a later stage: early is no mistake
  EXPECT_EQ(stored(deal.id).facts.checklist.at("contract_signed"), clock.now());
  EXPECT_THAT(fields(last<DealChanged>()), ElementsAre("checklist.contract_signed"));
  deal = tick("contract_signed", false).value();
  EXPECT_TRUE(stored(deal.id).facts.checklist.empty());
  EXPECT_EQ(tick("source_known", true).error().fields[0].field, "checklist.source_known");
  deal = as(manager, [&](journal::Work& work) {
           return answer_approval(work, pipelines(), deal.id, deal.version, {{}, true, "go"});
         }).value();
  EXPECT_EQ(stored(deal.id).facts.approvals,
            (std::vector<Approval>{{deal.stage_id, manager, clock.now(), "go", ""}}));
  EXPECT_EQ(last_event().actor, manager);
}

TEST_P(DealCommandsTest, TheCommitteeIsCountedAmongTheFacts) {
  Deal deal = seat(create("Acme"), CommitteeRole::champion, "");
  EXPECT_THAT(deal.facts.roles, ElementsAre(CommitteeRole::champion));
  EXPECT_FALSE(deal.facts.contact_reachable);
  deal = seat(deal, CommitteeRole::decision_maker, "d@example.com");
  EXPECT_THAT(deal.facts.roles,
              ElementsAre(CommitteeRole::decision_maker, CommitteeRole::champion));
  EXPECT_TRUE(deal.facts.contact_reachable);
  EXPECT_THAT(fields(last<DealChanged>()), ElementsAre("committee"));
  const auto members =
      database().read([&](db::Connection& c) { return load_committee(c, deal.id); });
  ASSERT_EQ(members.size(), 2u);
  const ContactId reachable = members[members[0].reachable ? 0 : 1].contact_id;
  deal = as(rep, [&](journal::Work& work) {
           return unseat_contact(work, pipelines(), deal.id, deal.version, reachable);
         }).value();
  EXPECT_FALSE(deal.facts.contact_reachable);
  EXPECT_EQ(stored(deal.id), deal);
  EXPECT_EQ(as(rep,
               [&](journal::Work& work) {
                 return unseat_contact(work, pipelines(), deal.id, deal.version, reachable);
               })
                .error()
                .code,
            Error::Code::not_found);
}

TEST_P(DealCommandsTest, EveryFieldOfTheTableSurvivesItsOwnText) {
  Deal full = create("Acme");
  full.amount = cny(1);
  full.expected_close = date_from_iso("2026-05-05");
  full.probability = 30;
  full.team_id = TeamId(4);
  full.account_id = AccountId(9);
  full.facts.pains = "slow";
  full.facts.competitor = "Them";
  full.facts.bant.timeline = {BantLevel::weak, "maybe", std::nullopt};
  full.facts.approvals = {{stage("demo"), owner, clock.now(), "go", ""}};
  full.facts.close_date_changes = {3, 2, 1};
  full.facts.checklist["icp_fit"] = clock.now();
  full.name = "Acme Ltd";
  full.source = "fair";
  full.owner_id = owner;
  const Deal empty = create("Empty");
  const auto there = changes_between(empty, full);
  EXPECT_EQ(there.size(), 14u);
  Deal copy = empty;
  for (const Change& change : there) {
    EXPECT_EQ(field_value(copy, change.field), change.before.text) << change.field;
    ASSERT_TRUE(set_field(copy, change.field, change.after.text)) << change.field;
    EXPECT_EQ(field_value(copy, change.field), change.after.text) << change.field;
    const Localized label = field_label(change.field, {});
    EXPECT_FALSE(label.en.empty() || label.zh.empty() || label.en == change.field);
  }
  EXPECT_TRUE(changes_between(copy, full).empty());
  for (const Change& change : there) ASSERT_TRUE(set_field(copy, change.field, change.before.text));
  EXPECT_EQ(copy, empty);
  EXPECT_EQ(testing::code_of(set_field(copy, "colour", "1")), "deal.no_such_field");
  EXPECT_FALSE(set_field(copy, "amount", "\"much\""));
}

TEST_P(DealCommandsTest, DeletingAndRestoringAreToldAndVersioned) {
  const Deal deal = create("Acme");
  const Deal gone = remove(deal);
  EXPECT_EQ(stored(deal.id).deleted_at, clock.now());
  const auto restore = [&](std::int64_t version) {
    return as(rep, [&](journal::Work& work) { return restore_deal(work, deal.id, version); });
  };
  EXPECT_EQ(restore(deal.version).error().code, Error::Code::stale);
  const Deal back = restore(gone.version).value();
  EXPECT_FALSE(stored(deal.id).deleted_at);
  EXPECT_EQ(last<DealRestored>().name, "Acme");
  EXPECT_EQ(testing::code_of(restore(back.version)), "deal.not_deleted");
}

// The fact that somebody can be reached follows the contact, whoever changes it.
TEST_P(DealCommandsTest, AContactThatLosesHisAddressCanNoLongerBeReached) {
  const Deal deal = seat(create("Deal"), CommitteeRole::champion, "c@example.com");
  ASSERT_TRUE(deal.facts.contact_reachable);
  const ContactId contact =
      database().read([&](db::Connection& c) { return load_committee(c, deal.id); })[0].contact_id;
  const auto change = [&](std::int64_t version, ContactInput input) {
    return as(owner, [&](journal::Work& work) {
      return change_contact(work, contact, version, input, recount_committees);
    });
  };
  ContactInput silent;
  silent.email = std::string();
  change(1, silent).value();
  EXPECT_FALSE(stored(deal.id).facts.contact_reachable);
  EXPECT_EQ(stored(deal.id).version, deal.version + 1);
  EXPECT_EQ(last<DealChanged>().changes[0].field, "contact_reachable");
  EXPECT_EQ(testing::code_of(undo(head())), "undo.not_possible");

  ContactInput by_phone;
  by_phone.phone = std::string("+86 21 5555 0100");
  change(2, by_phone).value();
  EXPECT_TRUE(stored(deal.id).facts.contact_reachable);
  const journal::Seq before = head();
  ContactInput renamed;
  renamed.name = std::string("Carola");
  change(3, renamed).value();
  EXPECT_EQ(head(), before + 1) << "no event of the deal, which is as it was";

  as(rep, [&](journal::Work& work) {
    return delete_contact(work, contact, 4, recount_committees);
  }).value();
  EXPECT_FALSE(stored(deal.id).facts.contact_reachable);
  EXPECT_TRUE(stored(deal.id).facts.roles.empty());
  as(rep, [&](journal::Work& work) {
    return restore_contact(work, contact, 5, recount_committees);
  }).value();
  EXPECT_TRUE(stored(deal.id).facts.contact_reachable);
  EXPECT_EQ(stored(deal.id).facts.roles, deal.facts.roles);
}

TEST_P(DealCommandsTest, LinesKeepTheirPriceInTheCurrencyOfTheDeal) {
  const ProductId wheel = add_product("Wheel");  // CNY 500
  const Money euros{700, *Currency::parse("EUR")};
  CreateDeal wish;
  wish.name = "Deal";
  wish.amount = euros;
  wish.product_lines = {{wheel, 1, {}}};
  const auto refused =
      as(rep, [&](journal::Work& work) { return create_deal(work, pipelines(), wish); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fields[0].field, "product_lines[0].price");
  EXPECT_EQ(refused.error().fields[0].message.code(), "deal.other_currency");
  wish.product_lines[0].price = euros;
  const Deal deal = create(wish);

  // The list price may change its currency; the line keeps what was agreed.
  ProductInput dearer;
  dearer.price = Money{900, *Currency::parse("USD")};
  as(owner, [&](journal::Work& work) { return change_product(work, wheel, 1, dearer); }).value();
  const auto lines =
      database().read([&](db::Connection& c) { return load_product_lines(c, deal.id); });
  EXPECT_EQ(lines[0].price, euros);

  // The amount cannot leave its lines behind.
  PatchDeal to_yuan;
  to_yuan.amount = cny(1000);
  EXPECT_EQ(patch(deal, to_yuan).error().fields[0].message.code(), "deal.other_currency");
  to_yuan.product_lines = std::vector<ProductLineInput>{{wheel, 1, cny(900)}};
  EXPECT_EQ(patch(deal, to_yuan).value().amount, cny(1000));
}

// 9999-12-31 is how the table writes that nobody knows: it must not be swallowed.
TEST_P(DealCommandsTest, AnExpectedCloseIsADayThatCanCome) {
  const Deal deal = create("Deal");
  PatchDeal wish;
  for (const char* day : {"9999-12-31", "2200-01-01", "1999-12-31"}) {
    wish.expected_close = *date_from_iso(day);
    EXPECT_EQ(patch(deal, wish).error().fields[0].field, "expected_close") << day;
  }
  wish.expected_close = *date_from_iso("2199-12-31");
  EXPECT_TRUE(patch(deal, wish));
}

}  // namespace
}  // namespace stagecoach::sales
