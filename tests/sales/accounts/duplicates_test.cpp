// Records that may be one: found by their keys, told only to who sees them, and remembered as two.
#include <gmock/gmock.h>

#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/accounts/match/duplicates.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class DuplicatesTest : public DealTest {
 protected:
  std::vector<std::string> like(const std::string& name, UserId who, AccountId id = {}) {
    Account probe;
    probe.id = id;
    probe.name = name;
    const Viewer by = viewer(who);
    std::vector<std::string> names;
    database().read([&](db::Connection& c) {
      for (const Suspect& suspect : accounts_like(c, by, probe).items)
        names.push_back(suspect.party.name);
    });
    return names;
  }
  SuspectPairs pairs(UserId who, const std::optional<std::string>& cursor = {}, int limit = 50) {
    const Viewer by = viewer(who);
    return database()
        .read([&](db::Connection& c) {
          return suspect_pairs(c, by, PartyKind::account, cursor, limit);
        })
        .value();
  }
  Result<void> tell_apart(AccountId a, AccountId b, bool distinct, UserId who) {
    return as(who, [&](journal::Work& work) {
      return distinguish(work, {PartyKind::account, a.value, b.value, distinct});
    });
  }
};
EACH_ENGINE(DuplicatesTest);

TEST_P(DuplicatesTest, AreFoundWhileANameIsTypedAndFollowAChange) {
  const AccountId acme = add_account("Acme, Inc.");
  add_account("Globex");
  EXPECT_THAT(like("ACME GmbH", rep), ElementsAre("Acme, Inc."));
  EXPECT_THAT(like("ACME GmbH", rep, acme), IsEmpty());
  EXPECT_THAT(like("Initech", rep), IsEmpty());
  as(rep, [&](journal::Work& work) {
    AccountInput input;
    input.name = std::string("Initech AG");
    return change_account(work, acme, 1, input);
  }).value();
  EXPECT_THAT(like("ACME GmbH", rep), IsEmpty());
  EXPECT_THAT(like("Initech", rep), ElementsAre("Initech AG"));
}

TEST_P(DuplicatesTest, OfSomebodyElseAreNotToldOf) {
  add_account("Acme");
  EXPECT_THAT(like("Acme", other_rep), IsEmpty());
  EXPECT_THAT(like("Acme", manager), ElementsAre("Acme"));
  add_account("Acme Inc");
  EXPECT_THAT(pairs(other_rep).items, IsEmpty());
  EXPECT_THAT(pairs(manager).items, SizeIs(1));
}

TEST_P(DuplicatesTest, ThoseFoundToBeTwoAreNotSuspectedAgain) {
  const AccountId a = add_account("Acme"), b = add_account("Acme Ltd"), c = add_account("Other");
  ASSERT_THAT(pairs(rep).items, SizeIs(1));
  EXPECT_EQ(tell_apart(a, b, true, other_rep).error().code, Error::Code::not_found);
  EXPECT_FALSE(tell_apart(c, c, true, rep));
  tell_apart(b, a, true, rep).value();
  EXPECT_EQ(last<PartyDistinguished>().other_id, a.value);
  EXPECT_THAT(pairs(rep).items, IsEmpty());
  const journal::Seq before = head();
  tell_apart(a, b, true, rep).value();
  EXPECT_EQ(head(), before) << "it was known";
  tell_apart(a, b, false, rep).value();
  EXPECT_THAT(pairs(rep).items, SizeIs(1));
}

TEST_P(DuplicatesTest, PagesOfPairsMissNoneAndRepeatNone) {
  for (int i = 0; i < 12; ++i) {
    add_account("Company " + std::to_string(i / 2));
    add_account("Single " + std::to_string(i));
  }
  std::vector<std::string> names;
  std::optional<std::string> cursor;
  int pages = 0;
  do {
    const SuspectPairs page = pairs(owner, cursor, 2);
    for (const SuspectPair& pair : page.items) names.push_back(pair.first.name);
    cursor = page.next_cursor;
    ++pages;
  } while (cursor);
  EXPECT_THAT(names, ElementsAre("Company 0", "Company 1", "Company 2", "Company 3", "Company 4",
                                 "Company 5"));
  EXPECT_GT(pages, 2);
}

TEST_P(DuplicatesTest, RecordsOfAnEarlierReleaseGetTheirKeys) {
  add_account("Acme");
  run([&](journal::Work& work) -> Result<void> {
    work.tx.execute("UPDATE accounts SET match_name = NULL");
    return {};
  }).value();
  EXPECT_THAT(like("Acme", rep), IsEmpty());
  const auto fill = [&] {
    return run([&](journal::Work& work) -> Result<bool> { return fill_match_keys(work.tx); })
        .value();
  };
  EXPECT_TRUE(fill());
  EXPECT_FALSE(fill());
  EXPECT_THAT(like("Acme", rep), ElementsAre("Acme"));
}

}  // namespace
}  // namespace stagecoach::sales
