// An account with all that hangs on it, as far as the viewer sees it.
#include <gmock/gmock.h>

#include "sales/accounts/account_store.h"
#include "sales/deals/deal_test.h"
#include "sales/relations/relations.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RelationsTest : public DealTest {
 protected:
  AccountId add_below(const char* name, AccountId parent, UserId who) {
    return as(who,
              [&](journal::Work& work) {
                AccountInput input;
                input.name = std::string(name);
                input.parent_id = parent;
                return create_account(work, input);
              })
        .value()
        .id;
  }
  AccountRelations relations(AccountId id, UserId who) {
    const Viewer by = viewer(who);
    return database().read([&](db::Connection& c) { return relations_of(c, by, id); }).value();
  }
  History history(AccountId id, UserId who, std::int64_t before = 0, int limit = 30) {
    const Viewer by = viewer(who);
    return database()
        .read([&](db::Connection& c) { return history_of(c, by, pipelines(), id, before, limit); })
        .value();
  }
};
EACH_ENGINE(RelationsTest);

TEST_P(RelationsTest, TheTreeOfCompaniesIsWalkedFromTheTop) {
  const AccountId top = add_account("Top");
  const AccountId b = add_below("B", top, rep), a = add_below("A", top, rep);
  const AccountId under_b = add_below("Under B", b, rep);
  std::vector<std::pair<std::string, int>> tree;
  for (const Subsidiary& one : relations(top, rep).subsidiaries)
    tree.emplace_back(one.name, one.depth);
  EXPECT_THAT(tree, ElementsAre(std::pair("A", 1), std::pair("B", 1), std::pair("Under B", 2)));
  std::vector<std::string> path;
  for (const NamedAccount& one : relations(under_b, rep).parents) path.push_back(one.name);
  EXPECT_THAT(path, ElementsAre("Top", "B"));
  EXPECT_THAT(relations(a, rep).subsidiaries, IsEmpty());
}

TEST_P(RelationsTest, DealsAreSummedByStatusAndCurrencyForWhoSeesThem) {
  const AccountId acme = add_account("Acme");
  CreateDeal wish;
  wish.name = "One";
  wish.account_id = acme;
  wish.amount = cny(300);
  create(wish);
  wish.amount = cny(200);
  create(wish);
  wish.amount.reset();
  create(wish);
  const auto sums = relations(acme, rep).deal_sums;
  ASSERT_THAT(sums, SizeIs(2));
  std::int64_t deals = 0, minor = 0;
  for (const DealSum& sum : sums) {
    deals += sum.deals;
    if (sum.amount) minor += sum.amount->minor;
  }
  EXPECT_EQ(deals, 3);
  EXPECT_EQ(minor, 500);
  EXPECT_TRUE(relations(acme, rep).may_write);
  const Viewer stranger = viewer(other_rep);
  EXPECT_EQ(database()
                .read([&](db::Connection& c) { return relations_of(c, stranger, acme); })
                .error()
                .code,
            Error::Code::not_found);
}

TEST_P(RelationsTest, TheTimelineTellsOfDealsAndContactsTooPageByPage) {
  const AccountId acme = add_account("Acme");
  AccountInput input;
  input.region = std::string("North");
  as(rep, [&](journal::Work& work) { return change_account(work, acme, 1, input); }).value();
  ContactInput carl;
  carl.name = std::string("Carl");
  carl.account_id = acme;
  as(rep, [&](journal::Work& work) { return create_contact(work, carl); }).value();
  CreateDeal wish;
  wish.name = "Pilot";
  wish.account_id = acme;
  create(wish);
  const auto told = [](const History& page) {
    std::vector<std::string> lines;
    for (const HistoryEntry& entry : page.items)
      lines.push_back(entry.subject_name + ": " + entry.summary);
    return lines;
  };
  const History first = history(acme, rep, 0, 2);
  EXPECT_THAT(told(first), ElementsAre("Pilot: Created in “Prospecting”", "Carl: Created"));
  ASSERT_TRUE(first.next_cursor);
  const History rest = history(acme, rep, std::stoll(*first.next_cursor), 2);
  EXPECT_THAT(told(rest), ElementsAre("Acme: Changed: region", "Acme: Created"));
  EXPECT_FALSE(rest.next_cursor);
}

}  // namespace
}  // namespace stagecoach::sales
