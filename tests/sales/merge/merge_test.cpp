// Two records become one, and are taken apart again without a trace in the records.
#include <gmock/gmock.h>

#include <random>

#include "sales/accounts/account_audit.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/activities/activity_commands.h"
#include "sales/deals/deal_audit.h"
#include "sales/deals/deal_test.h"
#include "sales/merge/merge_commands.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class MergeTest : public DealTest {
 protected:
  Account account(AccountId id) {
    return database().read([&](db::Connection& c) { return find_account(c, id); }).value();
  }
  Contact contact(ContactId id) {
    return database().read([&](db::Connection& c) { return find_contact(c, id); }).value();
  }
  Result<Account> merge(AccountId into, AccountId other, std::vector<std::string> take = {},
                        UserId by = {}) {
    return as(by ? by : owner, [&](journal::Work& work) {
      return merge_accounts(work, into, account(into).version,
                            {other, account(other).version, std::move(take)});
    });
  }
  Result<Contact> merge(ContactId into, ContactId other, std::vector<std::string> take = {}) {
    return as(owner, [&](journal::Work& work) {
      return merge_contacts(work, into, contact(into).version,
                            {other, contact(other).version, std::move(take)});
    });
  }
  journal::Seq last_merge() {
    journal::Seq seq = 0;
    database().read([&](db::Connection& c) {
      c.each("SELECT MAX(seq) FROM events WHERE kind IN ('account.merged', 'contact.merged')",
             [&](const db::Row& row) { seq = row.integer(0); });
    });
    return seq;
  }
  Result<UndoneMerge> take_back(journal::Seq seq, UserId by = {}) {
    return as(by ? by : owner, [&](journal::Work& work) { return undo_merge(work, seq); });
  }

  // All that the records say, but for their versions and when they were saved.
  std::string records() {
    constexpr std::string_view kQueries[] = {
        "SELECT id, name, name_key, search_text, domain, phone, region, parent_id, owner_id, "
        "team_id, external_key, deleted_at, merged_into, match_name FROM accounts ORDER BY id",
        "SELECT id, account_id, name, search_text, title, email, phone, owner_id, team_id, "
        "external_key, deleted_at, merged_into, consent, consent_at, match_name FROM contacts "
        "ORDER BY id",
        "SELECT id, name, search_text, account_id, facts, deleted_at FROM deals ORDER BY id",
        "SELECT id, deal_id, account_id, contact_id, subject FROM activities ORDER BY id",
        "SELECT deal_id, contact_id, role, influence, stance FROM deal_contacts ORDER BY deal_id, "
        "contact_id"};
    std::string text;
    database().read([&](db::Connection& c) {
      for (const std::string_view query : kQueries)
        c.each(query, [&](const db::Row& row) {
          for (int i = 0; i < row.columns(); ++i) text += cell(row, i) + "|";
          text += "\n";
        });
    });
    return text;
  }
  std::vector<std::string> audit() {
    journal::Audit audit;
    database().read([&](db::Connection& c) {
      audit_accounts(c, audit);
      audit_deals(c, pipelines(), audit);
    });
    std::vector<std::string> texts;
    for (const Message& finding : audit.findings) texts.push_back(finding.text(Lang::en));
    return texts;
  }

  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  std::mt19937 random_{20261127};

 private:
  static std::string cell(const db::Row& row, int i) {
    if (row.is_null(i)) return "-";
    try {
      return row.string(i);
    } catch (const db::Failure&) {
      return std::to_string(row.integer(i));
    }
  }
};
EACH_ENGINE(MergeTest);

TEST_P(MergeTest, WhatBelongsToTheOtherGoesToTheSurvivor) {
  const AccountId acme = add_account("Acme"), twin = add_account("Acme Inc");
  CreateDeal wish;
  wish.name = "Pilot";
  wish.account_id = twin;
  const Deal deal = create(wish);
  AccountInput details;
  details.phone = std::string("021-68881234");
  as(owner, [&](journal::Work& work) { return change_account(work, twin, 1, details); }).value();
  const auto preview =
      database()
          .read([&](db::Connection& c) { return preview_merge(c, viewer(owner), acme, twin); })
          .value();
  EXPECT_EQ(preview.moves.deals, 1);
  ASSERT_EQ(preview.fields.size(), 2u);
  EXPECT_FALSE(preview.fields[0].takes_other) << "the survivor keeps its name";
  EXPECT_TRUE(preview.fields[1].takes_other) << "it has no phone of its own";

  EXPECT_EQ(merge(acme, twin, {"phone"}).value().phone, "021-68881234");
  EXPECT_EQ(stored(deal.id).account_id, acme);
  EXPECT_FALSE(database().read([&](db::Connection& c) { return find_account(c, twin); }));
  EXPECT_THAT(audit(), IsEmpty());
  EXPECT_THAT(records(), HasSubstr("pilot acme|"));
}

TEST_P(MergeTest, OnlyWhoMayChangeBothMayMerge) {
  const AccountId mine = add_account("Mine"), theirs = add_account("Theirs", other_rep);
  const std::string before = records();
  EXPECT_EQ(merge(mine, theirs, {}, rep).error().code, Error::Code::not_found);
  EXPECT_FALSE(merge(mine, mine));
  EXPECT_FALSE(merge(mine, theirs, {"team_id"})) << "no field to choose";
  EXPECT_FALSE(merge(mine, theirs, {"version"}));
  EXPECT_EQ(as(owner,
               [&](journal::Work& work) {
                 return merge_accounts(work, mine, 1, {theirs, 7, {}});
               })
                .error()
                .code,
            Error::Code::stale);
  EXPECT_EQ(records(), before);
  merge(mine, theirs).value();
  EXPECT_EQ(take_back(last_merge(), rep).error().code, Error::Code::not_found)
      << "the other is not his";
  EXPECT_FALSE(take_back(head(), owner)) << "this is no merge";
}

TEST_P(MergeTest, ATreeStaysATree) {
  const AccountId top = add_account("Top"), middle = add_account("Middle"),
                  low = add_account("Low");
  const auto put = [&](AccountId id, AccountId parent) {
    AccountInput input;
    input.parent_id = parent;
    as(owner, [&](journal::Work& work) {
      return change_account(work, id, account(id).version, input);
    }).value();
  };
  put(middle, top);
  put(low, middle);
  const std::string before = records();
  merge(low, top).value();  // what was above becomes part of what was below
  EXPECT_EQ(account(middle).parent_id, low);
  EXPECT_EQ(account(low).parent_id, std::nullopt);
  take_back(last_merge()).value();
  EXPECT_EQ(records(), before);
  EXPECT_FALSE(merge(top, low, {"parent_id"})) << "top would lie below itself";
}

TEST_P(MergeTest, AnUndoLeavesWhatWasChangedSinceAndSaysSo) {
  const AccountId acme = add_account("Acme"), twin = add_account("Twin");
  CreateDeal wish;
  wish.name = "Pilot";
  wish.account_id = twin;
  const Deal deal = create(wish);
  merge(acme, twin, {"name"}).value();
  AccountInput renamed;
  renamed.name = std::string("Third name");
  as(owner, [&](journal::Work& work) {
    return change_account(work, acme, account(acme).version, renamed);
  }).value();
  PatchDeal elsewhere;
  elsewhere.account_id = add_account("Elsewhere");
  patch(stored(deal.id), elsewhere).value();

  const journal::Seq seq = last_merge();
  const UndoneMerge undone = take_back(seq).value();
  EXPECT_THAT(undone.kept_fields, ElementsAre("name"));
  EXPECT_EQ(undone.kept.deals, 1);
  EXPECT_EQ(undone.restored_id, twin.value);
  EXPECT_EQ(account(acme).name, "Third name");
  EXPECT_EQ(account(twin).name, "Twin");
  const auto undoing = database().read([&](db::Connection& c) {
    return c.first("SELECT data FROM events WHERE kind = 'account.merge_undone'",
                   [](const db::Row& row) { return row.string(0); });
  });
  EXPECT_EQ(json::read<AccountMergeUndone>(undoing.value()).value().undoes, seq);
  EXPECT_EQ(take_back(seq).error().code, Error::Code::conflict) << "once only";
  EXPECT_THAT(audit(), IsEmpty());
}

TEST_P(MergeTest, ContactsBringTheirSeatsAndKeepTheirOwn) {
  const ContactId carl = add_contact(""), twin = add_contact("c@example.com");
  const auto seat = [&](Deal deal, ContactId who, CommitteeRole role) {
    return as(owner,
              [&](journal::Work& work) {
                return seat_contact(work, pipelines(), deal.id, stored(deal.id).version, who,
                                    {role, 4, Stance::neutral});
              })
        .value();
  };
  const Deal one = create("One"), both = create("Both");
  seat(one, twin, CommitteeRole::champion);
  seat(both, twin, CommitteeRole::champion);
  seat(both, carl, CommitteeRole::blocker);
  const std::string before = records();
  merge(carl, twin, {"email"}).value();
  EXPECT_THAT(stored(one.id).facts.roles, ElementsAre(CommitteeRole::champion));
  EXPECT_THAT(stored(both.id).facts.roles, ElementsAre(CommitteeRole::blocker));
  EXPECT_TRUE(stored(both.id).facts.contact_reachable);
  EXPECT_THAT(audit(), IsEmpty());
  const UndoneMerge undone = take_back(last_merge()).value();
  EXPECT_THAT(undone.kept_fields, IsEmpty());
  EXPECT_EQ(undone.kept, MergeCounts{});
  EXPECT_EQ(records(), before);
  EXPECT_THAT(audit(), IsEmpty());
}

// Merge and undo are the identity, whatever there was.
TEST_P(MergeTest, TakenBackAtOnceItLeavesNoTrace) {
  std::vector<AccountId> accounts;
  std::vector<ContactId> contacts;
  for (int i = 0; i < 8; ++i) {
    AccountInput input;
    input.name = "Company " + std::to_string(below(3));
    if (below(2)) input.phone = "021-6888" + std::to_string(1000 + below(9000));
    if (below(2)) input.region = std::string(below(2) ? "North" : "South");
    if (!accounts.empty() && below(2)) input.parent_id = accounts[size_t(below(i))];
    accounts.push_back(
        as(owner, [&](journal::Work& work) { return create_account(work, input); }).value().id);
    ContactInput person;
    person.name = "Person " + std::to_string(below(3));
    if (below(2)) person.email = "p" + std::to_string(i) + "@example.com";
    if (below(2)) person.account_id = accounts[size_t(below(i + 1))];
    if (below(2)) person.consent = Consent::given;
    contacts.push_back(
        as(owner, [&](journal::Work& work) { return create_contact(work, person); }).value().id);
  }
  run([&](journal::Work& work) -> Result<void> {
    work.tx.execute("UPDATE accounts SET external_key = 'k' || id WHERE id % 2 = 0");
    work.tx.execute("UPDATE contacts SET external_key = 'k' || id WHERE id % 2 = 0");
    return {};
  }).value();
  for (int i = 0; i < 10; ++i) {
    CreateDeal wish;
    wish.name = "Deal " + std::to_string(i);
    wish.account_id = accounts[size_t(below(8))];
    const Deal deal = as(owner, [&](journal::Work& work) {
                        return create_deal(work, pipelines(), wish);
                      }).value();
    for (const ContactId who : {contacts[size_t(below(8))], contacts[size_t(below(8))]})
      as(owner, [&](journal::Work& work) {
        return seat_contact(work, pipelines(), deal.id, stored(deal.id).version, who,
                            {static_cast<CommitteeRole>(below(6)), 1 + below(5), {}});
      }).value();
    NewActivity call;
    call.account_id = accounts[size_t(below(8))];
    call.contact_id = contacts[size_t(below(8))];
    call.subject = "Call";
    as(owner, [&](journal::Work& work) { return create_activity(work, call); }).value();
    if (below(4) == 0) remove(stored(deal.id), owner);
  }
  for (int round = 0; round < 12; ++round) {
    const std::string before = records();
    const int a = below(8), b = (a + 1 + below(7)) % 8;
    const bool companies = below(2) == 0;
    if (companies)
      merge(accounts[size_t(a)], accounts[size_t(b)], {"phone", "region"}).value();
    else
      merge(contacts[size_t(a)], contacts[size_t(b)], {"name", "email", "consent"}).value();
    EXPECT_THAT(audit(), IsEmpty());
    const UndoneMerge undone = take_back(last_merge()).value();
    EXPECT_THAT(undone.kept_fields, IsEmpty());
    EXPECT_EQ(undone.kept, MergeCounts{});
    ASSERT_EQ(records(), before) << "round " << round << (companies ? ", accounts" : ", contacts");
    EXPECT_THAT(audit(), IsEmpty());
  }
}

}  // namespace
}  // namespace stagecoach::sales
