// Accounts, contacts and products: state, event, and whose they are.
#include <gmock/gmock.h>

#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/accounts/lists/record_list.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AccountTest : public DealTest {
 protected:
  Account account(AccountId id) {
    return database().read([&](db::Connection& c) { return find_account(c, id); }).value();
  }
  Result<Account> change(const Account& before, const AccountInput& input, UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) {
      return change_account(work, before.id, before.version, input);
    });
  }
  std::vector<std::string> listed(const AccountQuery& query, UserId who) {
    const Viewer& by = viewer(who);
    std::vector<std::string> names;
    const auto page =
        database()
            .read([&](db::Connection& c) { return list_accounts(c, by, clock.now(), query); })
            .value();
    for (const Account& found : page.items) names.push_back(found.name);
    return names;
  }
};
EACH_ENGINE(AccountTest);

TEST_P(AccountTest, TheJournalKeepsTheRecordAsItWasStored) {
  const AccountId id = add_account("Acme");
  const Account created = account(id);
  EXPECT_EQ(created.owner_id, rep);
  EXPECT_EQ(last<AccountCreated>().account, created);
  EXPECT_EQ(last_event().subject_id, id.value);
  AccountInput input;
  input.region = std::string("华东");
  clock.advance(Millis(5));
  const Account changed = change(created, input).value();
  EXPECT_EQ(changed.version, 2);
  EXPECT_EQ(account(id), changed);
  EXPECT_EQ(last<AccountChanged>().account, changed);
  const journal::Seq before = head();
  EXPECT_EQ(change(changed, input).value(), changed);
  EXPECT_EQ(head(), before);
  EXPECT_EQ(change(created, input).error().code, Error::Code::stale);

  const ContactId contact = add_contact("c@example.com");
  EXPECT_EQ(last<ContactCreated>().contact.id, contact);
  const ProductId product = add_product("Wheel");
  EXPECT_EQ(last<ProductCreated>().product.id, product);
}

TEST_P(AccountTest, AnAccountCannotLieBelowItself) {
  const AccountId top = add_account("Top"), middle = add_account("Middle");
  AccountInput below;
  below.parent_id = top;
  change(account(middle), below).value();
  below.parent_id = middle;
  const journal::Seq before = head();
  const auto circle = change(account(top), below);
  ASSERT_FALSE(circle);
  EXPECT_EQ(circle.error().fields.front().field, "parent_id");
  below.parent_id = top;
  EXPECT_FALSE(change(account(top), below));
  EXPECT_EQ(head(), before);
}

TEST_P(AccountTest, AStrangerNeitherSeesNorChangesNorLinksIt) {
  const AccountId id = add_account("Acme");
  AccountInput input;
  input.name = std::string("Mine");
  EXPECT_EQ(change(account(id), input, other_rep).error().code, Error::Code::not_found);
  EXPECT_THAT(listed({}, other_rep), IsEmpty());
  EXPECT_THAT(listed({}, manager), ElementsAre("Acme"));
  CreateDeal wish;
  wish.name = "Deal";
  wish.account_id = id;
  EXPECT_FALSE(
      as(other_rep, [&](journal::Work& work) { return create_deal(work, pipelines(), wish); }));
}

TEST_P(AccountTest, ADeletedAccountIsGoneFromSightAndFromLists) {
  const Account acme = account(add_account("Acme"));
  const auto remove_it = [&] {
    return as(rep,
              [&](journal::Work& work) { return delete_account(work, acme.id, acme.version); });
  };
  ASSERT_TRUE(remove_it());
  EXPECT_EQ(last<AccountDeleted>().name, "Acme");
  EXPECT_FALSE(database().read([&](db::Connection& c) { return find_account(c, acme.id); }));
  EXPECT_THAT(listed({}, rep), IsEmpty());
  EXPECT_EQ(remove_it().error().code, Error::Code::not_found);
}

TEST_P(AccountTest, ADeletedAccountIsBroughtBack) {
  const Account acme = account(add_account("Acme"));
  const auto restore = [&](std::int64_t version, UserId by) {
    return as(by, [&](journal::Work& work) { return restore_account(work, acme.id, version); });
  };
  EXPECT_EQ(testing::code_of(restore(acme.version, rep)), "record.not_deleted");
  as(rep, [&](journal::Work& work) { return delete_account(work, acme.id, acme.version); }).value();
  EXPECT_EQ(restore(2, other_rep).error().code, Error::Code::not_found);
  EXPECT_EQ(restore(1, rep).error().code, Error::Code::stale);
  EXPECT_EQ(restore(2, rep).value().version, 3);
  EXPECT_EQ(last<AccountRestored>().name, "Acme");
  EXPECT_EQ(account(acme.id).name, "Acme");
  EXPECT_THAT(listed({}, rep), ElementsAre("Acme"));
}

TEST_P(AccountTest, ListsPageByNameAndFindPieces) {
  for (const char* name : {"beta", "Alpha", "alpha", "上海驿程", "Émile"}) add_account(name);
  const std::vector<std::string> whole = listed({}, rep);
  ASSERT_EQ(whole.size(), 5u);
  EXPECT_EQ(whole[0], "Alpha");
  EXPECT_EQ(whole[1], "alpha");
  AccountQuery query;
  query.limit = 2;
  const Viewer& by = viewer(rep);
  std::vector<std::string> paged;
  for (int pages = 0; pages < 3; ++pages) {
    const auto page =
        database()
            .read([&](db::Connection& c) { return list_accounts(c, by, clock.now(), query); })
            .value();
    for (const Account& found : page.items) paged.push_back(found.name);
    query.cursor = page.next_cursor;
  }
  EXPECT_EQ(paged, whole);
  EXPECT_FALSE(query.cursor);
  AccountQuery search;
  search.q = "驿";
  EXPECT_THAT(listed(search, rep), ElementsAre("上海驿程"));
  search.q = "emi";
  EXPECT_THAT(listed(search, rep), ElementsAre("Émile"));
}

TEST_P(AccountTest, AProductsNameIsTakenOnce) {
  const ProductId wheel = add_product("Wheel");
  ProductInput input;
  input.name = std::string("WHEEL");
  const auto again = as(owner, [&](journal::Work& work) { return create_product(work, input); });
  EXPECT_EQ(testing::code_of(again), "product.name_taken");
  input.price = Money{5, {}};
  const auto priced =
      as(owner, [&](journal::Work& work) { return change_product(work, wheel, 1, input); });
  EXPECT_EQ(priced.error().fields.front().field, "price.currency");
  input.price = cny(900);
  EXPECT_EQ(as(owner, [&](journal::Work& work) { return change_product(work, wheel, 1, input); })
                .value()
                .price,
            cny(900));
}

}  // namespace
}  // namespace stagecoach::sales
