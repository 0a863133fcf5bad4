// Whatever people did, the journal explains the records; whatever a hand changed, it does not.
#include <gmock/gmock.h>

#include "sales/accounts/account_audit.h"
#include "sales/activities/activity_store.h"
#include "sales/deals/deal_audit.h"
#include "sales/deals/deal_test.h"
#include "sales/deals/past_deal.h"
#include "sales/deals/stage_path.h"
#include "sales/handover/handover_commands.h"
#include "sales/team/team_audit.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AuditTest : public DealTest {
 protected:
  std::vector<std::string> findings() {
    journal::Audit audit;
    database().read([&](db::Connection& c) {
      audit_people(c, audit);
      audit_accounts(c, audit);
      audit_deals(c, pipelines(), audit);
    });
    EXPECT_GT(audit.records, 0);
    std::vector<std::string> texts;
    for (const Message& finding : audit.findings) texts.push_back(finding.text(Lang::en));
    return texts;
  }
  std::string about(DealId id, std::string_view field) {
    return "deal " + std::to_string(id.value) + ": " + std::string(field) +
           " is not what the journal says.";
  }
  // A busy week: every kind of event a deal can have.
  Deal busy_deal() {
    CreateDeal wish;
    wish.name = "Busy";
    wish.amount = cny(100'000);
    wish.account_id = add_account("Acme");
    wish.pains = "slow";
    wish.product_lines = {{add_product("Wheel"), 4, {}}};
    Deal deal = bring(create(wish), "demo");
    PatchDeal edit;
    edit.expected_close = *date_from_iso("2026-04-01");
    edit.probability = 70;
    deal = patch(deal, edit).value();
    edit.expected_close = *date_from_iso("2026-08-01");
    deal = patch(deal, edit).value();
    undo(head()).value();
    deal = move(stored(deal.id), "lost", because_of("price")).value();
    deal = move(deal, "demo", because_of("they called")).value();
    undo(head()).value();
    MoveDeal lose = because_of("again");
    lose.competitor = "Them";
    deal = move(stored(deal.id), "on_hold", because_of("budget")).value();
    deal = move(deal, "lost", lose).value();
    undo(head()).value();
    for (const WaitingOn on : {WaitingOn::customer, WaitingOn::legal})
      as(rep, [&](journal::Work& work) {
        return set_waiting_on(work, deal.id, stored(deal.id).version, {on, {}});
      }).value();
    undo(head()).value();
    deal = remove(stored(deal.id));
    undo(head()).value();
    return stored(deal.id);
  }
};
EACH_ENGINE(AuditTest);

TEST_P(AuditTest, TheJournalExplainsEveryRecord) {
  const Deal busy = busy_deal();
  Deal past;
  past.name = "Imported";
  past.pipeline_id = b2b().id;
  past.owner_id = rep;
  past.external_key = "x1";
  past.facts.pains = "known before";
  past.probability = 30;
  past.created_at = clock.now();
  const ImportedWay way{{{stage("prospecting"), clock.now() - std::chrono::hours(50)},
                         {stage("lost"), clock.now() - std::chrono::hours(40)},
                         {stage("demo"), clock.now() - std::chrono::hours(30)}},
                        true,
                        {}};
  std::vector<NewDeal> made{imported_deal(pipelines(), past, way, 1, {}).value()};
  made.front().deal.facts.next_step = NextStep{{}, ActivityKind::call, "Ring", clock.now()};
  run([&](journal::Work& work) -> Result<void> {
    insert_deals_with_steps(work, made);
    return {};
  }).value();
  EXPECT_EQ(made.front().deal.episode, 2);
  as(owner, [&](journal::Work& work) { return hand_over(work, rep, {other_rep, true}); }).value();
  EXPECT_EQ(stored(busy.id).owner_id, other_rep);
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_P(AuditTest, TheKeptPathIsTheOneTheJournalTells) {
  const Deal busy = busy_deal();
  const auto path = [&] {
    return database().read([&](db::Connection& c) { return path_of(c, stored(busy.id)); });
  };
  ASSERT_FALSE(busy.path.empty());
  const std::vector<StageEntered> kept = path();
  EXPECT_EQ(kept, busy.path);
  script("UPDATE deals SET path = NULL");
  EXPECT_EQ(path(), kept);
  // The next move keeps it whole again.
  move(stored(busy.id), "lost", because_of("price")).value();
  EXPECT_EQ(stored(busy.id).path.size(), kept.size() + 1);
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_P(AuditTest, WhatAHandChangedIsFound) {
  const DealId id = busy_deal().id;
  const AccountId acme = stored(id).account_id;
  const auto finds = [&](const std::string& change, const std::string& back,
                         const std::string& finding) {
    script(change);
    EXPECT_THAT(findings(), ::testing::Contains(finding)) << change;
    script(back);
    ASSERT_THAT(findings(), IsEmpty()) << back;
  };
  finds("UPDATE deals SET name = 'Bust'", "UPDATE deals SET name = 'Busy'", about(id, "name"));
  finds("UPDATE deals SET amount_minor = amount_minor + 1",
        "UPDATE deals SET amount_minor = amount_minor - 1", about(id, "amount"));
  finds("UPDATE deals SET stage_entered_at = stage_entered_at - 1",
        "UPDATE deals SET stage_entered_at = stage_entered_at + 1", about(id, "stage_entered_at"));
  finds("UPDATE deals SET path = '[1,2]'", "UPDATE deals SET path = NULL", about(id, "path"));
  finds("UPDATE deals SET episode = 7", "UPDATE deals SET episode = 2", about(id, "episode"));
  finds("UPDATE deals SET waiting_on = 2", "UPDATE deals SET waiting_on = 1",
        about(id, "waiting_on"));
  finds("UPDATE deals SET deleted_at = 1", "UPDATE deals SET deleted_at = NULL",
        about(id, "deleted_at"));
  finds("UPDATE deals SET facts = REPLACE(facts, 'slow', 'fast')",
        "UPDATE deals SET facts = REPLACE(facts, 'fast', 'slow')", about(id, "pains"));
  finds("UPDATE accounts SET phone = '1'", "UPDATE accounts SET phone = ''",
        "account " + std::to_string(acme.value) + ": account is not what the journal says.");
  finds("UPDATE users SET role = 'owner' WHERE name = 'rob'",
        "UPDATE users SET role = 'rep' WHERE name = 'rob'",
        "user " + std::to_string(other_rep.value) + ": role is not what the journal says.");
}

TEST_P(AuditTest, ARecordThatVanishedOrCameFromNowhereIsFound) {
  const ProductId wheel = add_product("Wheel");
  script("UPDATE products SET id = 77");
  EXPECT_THAT(findings(), ElementsAre("product 77 is there, and the journal knows nothing of it.",
                                      "product " + std::to_string(wheel.value) + " is missing."));
}

}  // namespace
}  // namespace stagecoach::sales
