#include "exchange/workspace/import_runner.h"

#include <gtest/gtest.h>

#include "sales/accounts/account_store.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_store.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/team_test.h"

namespace stagecoach::testing {
namespace {

using exchange::ImportResult;
using sales::Deal;
using sales::StageKind;

class ImportRunner : public TeamTest {
 protected:
  ImportRunner() : owner(set_up_owner()) {}

  ImportResult bring_in(std::vector<exchange::InputFile> files, const std::string& mapping = "{}") {
    auto dataset = exchange::read_dataset(
        std::move(files),
        exchange::with_defaults_of(database(), exchange::read_mapping(mapping).value()));
    return exchange::run_import(commands, catalog, importer, dataset.value()).value();
  }
  Result<exchange::UndoResult> undo(exchange::ImportId id) {
    return exchange::undo_import(commands, importer, id);
  }

  std::optional<Deal> deal(std::string_view key) {
    return database().read([&](db::Connection& connection) -> std::optional<Deal> {
      const auto id = sales::find_deal_by_external_key(connection, key);
      return id ? sales::find_deal(connection, *id) : std::nullopt;
    });
  }
  sales::DealCreated birth_of(const Deal& of) {
    for (const journal::Event& event : events_after(0))
      if (event.kind == sales::DealCreated::kKind && event.subject_id == of.id.value)
        return json::read<sales::DealCreated>(event.data).value();
    return {};
  }
  std::string stage_of(const Deal& of) {
    return catalog.current()->find(of.pipeline_id)->find(of.stage_id)->name.en;
  }
  std::optional<sales::Account> account(std::string_view name) {
    return database().read(
        [&](db::Connection& connection) { return sales::find_account_by_name(connection, name); });
  }

  const UserId owner;
  const sales::Viewer importer = viewer_for(owner);
  sales::PipelineCatalog catalog{database()};
};

const std::vector<exchange::InputFile> kSales = {
    {"deals.csv",
     "opportunity id,sales agent,product,account,deal stage,engage date,close date,close value\n"
     "A1,Ann Lee,GTXPro,Acme,Won,2024-01-02,2024-02-01,1054.50\n"
     "A2,Bo Chen,MG Special,,Lost,2024-01-05,2024-01-20,0\n"
     "A3,Ann Lee,GTX Pro,Acme,Engaging,2024-01-07,,\n"
     "A4,,MG Special,Beta,Prospecting,,,\n"},
    {"accounts.csv", "account,sector,employees\nAcme,retail,120\nGamma,medical,8\n"},
    {"products.csv", "product,series,sales_price\nGTX Pro,GTX,4821\nMG Special,MG,55\n"},
    {"teams.csv", "sales_agent,manager,regional_office\nAnn Lee,Max Moe,East\n"}};

TEST_P(ImportRunner, BringsEveryKindOfRecordInWithItsHistory) {
  const ImportResult result = bring_in(kSales);
  EXPECT_EQ(result.counts.deals, 4);
  EXPECT_EQ(result.counts.accounts, 3);
  EXPECT_EQ(result.counts.products, 2);
  EXPECT_EQ(result.counts.users, 2);
  EXPECT_EQ(result.counts.teams, 1);
  EXPECT_EQ(result.counts.pipelines, 1);
  EXPECT_EQ(result.counts.without_owner, 1);
  EXPECT_EQ(result.counts.entry_unknown, 1);

  const Deal won = deal("A1").value();
  EXPECT_EQ(won.status, StageKind::won);
  EXPECT_EQ(won.name, "Acme · GTX Pro");
  EXPECT_EQ(won.amount, (Money{105450, *Currency::parse("CNY")}));
  EXPECT_EQ(won.created_at, *instant_from_iso("2024-01-01T16:00:00Z"));
  EXPECT_EQ(won.closed_at, instant_from_iso("2024-01-31T16:00:00Z"));
  EXPECT_EQ(won.account_id, account("acme")->id);
  EXPECT_EQ(user(won.owner_id).name, "Ann Lee");
  EXPECT_EQ(team(won.team_id).name, "East");
  const sales::DealCreated birth = birth_of(won);
  EXPECT_TRUE(birth.entry_known);
  EXPECT_EQ(birth.import_id, result.id.value);
  ASSERT_EQ(birth.history.size(), 2u);
  EXPECT_EQ(birth.history.back().stage_id, won.stage_id);
  EXPECT_EQ(deal("A2")->status, StageKind::lost);
  EXPECT_EQ(stage_of(*deal("A3")), "Engaging");
}

TEST_P(ImportRunner, ADealWithoutStartKeepsItsStageButNoTimes) {
  bring_in(kSales);
  const Deal waiting = deal("A4").value();
  EXPECT_EQ(stage_of(waiting), "Prospecting");
  EXPECT_EQ(waiting.owner_id, owner);
  EXPECT_EQ(waiting.status, StageKind::open);
  EXPECT_FALSE(birth_of(waiting).entry_known);
}

TEST_P(ImportRunner, TheSameFilesTwiceChangeNothing) {
  const ImportResult first = bring_in(kSales);
  const journal::Seq before = head();
  const ImportResult second = bring_in(kSales);
  EXPECT_EQ(second.counts.deals_known, 4);
  EXPECT_EQ(second.counts.deals_differing, 0);
  EXPECT_EQ(second.counts.deals + second.counts.accounts + second.counts.products +
                second.counts.users + second.counts.teams + second.counts.pipelines,
            0);
  EXPECT_EQ(kinds_after(before), (std::vector<std::string>{"import.started", "import.done"}));
  EXPECT_NE(first.id, second.id);
}

TEST_P(ImportRunner, ADealThatTheFileTellsOtherwiseIsCountedAndLeftAlone) {
  bring_in(kSales);
  const ImportResult again = bring_in(
      {{"deals.csv",
        "opportunity id,sales agent,product,account,deal stage,engage date,close date,close "
        "value\nA3,Ann Lee,GTX Pro,Acme,Won,2024-01-07,2024-03-01,99\n"}});
  EXPECT_EQ(again.counts.deals_differing, 1);
  EXPECT_EQ(stage_of(*deal("A3")), "Engaging");
  // Without the list of products the name made up for A1 is another; the deal is the same.
  const ImportResult alone = bring_in(
      {{"deals.csv",
        "opportunity id,sales agent,product,account,deal stage,engage date,close date,close "
        "value\nA1,Ann Lee,GTXPro,Acme,Won,2024-01-02,2024-02-01,1054.50\n"}});
  EXPECT_EQ(alone.counts.deals_known, 1);
  EXPECT_EQ(alone.counts.deals_differing, 0);
}

TEST_P(ImportRunner, UndoRemovesWhatWasCreatedAndTheFilesCanComeAgain) {
  const ImportResult first = bring_in(kSales);
  const exchange::UndoResult undone = undo(first.id).value();
  EXPECT_EQ(undone.removed, 7);
  EXPECT_EQ(undone.kept, 0);
  EXPECT_FALSE(deal("A1"));
  EXPECT_FALSE(account("Acme"));
  EXPECT_EQ(code_of(undo(first.id)), "import.undone_already");
  EXPECT_EQ(bring_in(kSales).counts.deals, 4);
  EXPECT_TRUE(deal("A1"));
}

TEST_P(ImportRunner, UndoKeepsWhatSomebodyChangedSince) {
  const ImportResult first = bring_in(kSales);
  const Deal before = deal("A3").value();
  run_as(owner, [&](journal::Work& work) -> Result<void> {
    Deal after = before;
    after.name = "Acme, by hand";
    return sales::save_deal(work, before, after, journal::because(sales::DealChanged{}));
  }).value();
  const exchange::UndoResult undone = undo(first.id).value();
  EXPECT_EQ(undone.kept, 2);  // the deal, and the account it belongs to
  EXPECT_EQ(undone.removed, 5);
  EXPECT_TRUE(deal("A3"));
  EXPECT_TRUE(account("Acme"));
}

TEST_P(ImportRunner, AWideFileGivesTheEntriesOfEachStage) {
  bring_in({{"wide.csv",
             "deal id,amount,currency,Qualification_date,Demo_date,Offer_date,won date,lost date\n"
             "W1,10,EUR,2024-01-01,2024-01-05,2024-01-09,2024-01-20,\n"
             "W2,20,EUR,2024-02-01,2024-02-03,,,\n"}});
  const Deal won = deal("W1").value();
  EXPECT_EQ(won.status, StageKind::won);
  EXPECT_EQ(birth_of(won).history.size(), 4u);
  EXPECT_EQ(won.amount, (Money{1000, *Currency::parse("EUR")}));
  EXPECT_EQ(birth_of(*deal("W2")).history.size(), 2u);
}

TEST_P(ImportRunner, ALongHistoryReopensDeals) {
  bring_in({{"history.csv",
             "deal id,stage,changed at\n"
             "L1,Lead,2024-01-01\nL1,Offer,2024-01-05\nL1,Closed Lost,2024-01-09\n"
             "L1,Offer,2024-02-01\nL1,Closed Won,2024-02-20\nL2,Lead,2024-01-03\n"}});
  const Deal won = deal("L1").value();
  EXPECT_EQ(won.status, StageKind::won);
  EXPECT_EQ(won.episode, 2);
  EXPECT_EQ(birth_of(won).history.size(), 5u);
  EXPECT_EQ(stage_of(*deal("L2")), "Lead");
}

TEST_P(ImportRunner, StagesOfAPipelineThatIsThereAreFoundByName) {
  const auto builtin =
      run([](journal::Work& work) { return sales::install_builtin_pipelines(work); }).value();
  const ImportResult result =
      bring_in({{"deals.csv",
                 "deal id,name,stage,stage entered at,amount\n"
                 "1,Alpha,Qualification,2024-01-01,5\n2,Beta,初次接触,2024-01-02,6\n"}});
  EXPECT_EQ(result.counts.pipelines, 0);
  EXPECT_EQ(deal("1")->pipeline_id, builtin.front().id);
  EXPECT_EQ(stage_of(*deal("2")), "First contact");
}

TEST_P(ImportRunner, StagesGoWhereTheMappingSays) {
  const auto builtin =
      run([](journal::Work& work) { return sales::install_builtin_pipelines(work); }).value();
  const std::vector<exchange::InputFile> files = {
      {"history.csv",
       "deal id,stage,changed at\n"
       "1,Erstkontakt,2024-01-01\n1,Telefonat,2024-01-03\n1,Angebot,2024-01-09\n"
       "2,Erstkontakt,2024-01-02\n2,Ablage,2024-01-20\n"
       "3,Erstkontakt,2024-01-02\n3,Papierkorb,2024-01-04\n"
       "4,Erstkontakt,2024-01-02\n4,Unterschrieben,2024-01-30\n"}};
  const std::string mapping =
      R"({"pipeline":"b2b","stage_map":[{"stage":"Erstkontakt","to":"first_contact"},
          {"stage":"Telefonat","to":"First contact"},{"stage":"Angebot","to":"促成成交"},
          {"stage":"Ablage","to":"on_hold"},{"stage":"Papierkorb","to":"ignore"},
          {"stage":"Unterschrieben","to":"won"}]})";
  const ImportResult first = bring_in(files, mapping);
  EXPECT_EQ(first.counts.pipelines, 0);
  EXPECT_EQ(deal("1")->pipeline_id, builtin.front().id);
  EXPECT_EQ(stage_of(*deal("1")), "Closing");
  EXPECT_EQ(birth_of(*deal("1")).history.size(), 2u);  // two names of one stage are one visit
  EXPECT_EQ(deal("2")->status, StageKind::on_hold);
  EXPECT_EQ(stage_of(*deal("3")), "First contact");
  EXPECT_EQ(deal("4")->status, StageKind::won);
  EXPECT_EQ(bring_in(files, mapping).counts.deals_known, 4);
}

TEST_P(ImportRunner, ANewPipelineHasTheNameAndStagesThatTheMappingGives) {
  run([](journal::Work& work) { return sales::install_builtin_pipelines(work); }).value();
  const std::vector<exchange::InputFile> files = {
      {"deals.csv", "deal id,stage\n1,Stage 2\n2,Stage 1\n3,Old stage 1\n4,Paused\n"}};
  const std::string mapping =
      R"({"new_pipeline":"Partners","stages":["Stage 2","Stage 1"],
          "stage_map":[{"stage":"Old stage 1","to":"Stage 1"},{"stage":"Paused","to":"on_hold"}]})";
  EXPECT_EQ(bring_in(files, mapping).counts.pipelines, 1);
  const Deal first = deal("1").value();
  EXPECT_EQ(catalog.current()->find(first.pipeline_id)->name.zh, "Partners");
  EXPECT_EQ(stage_of(first), "Stage 2");
  EXPECT_EQ(stage_of(*deal("2")), "Stage 1");
  EXPECT_EQ(deal("3")->stage_id, deal("2")->stage_id);
  EXPECT_EQ(deal("4")->status, StageKind::on_hold);
  const ImportResult second = bring_in(files, mapping);
  EXPECT_EQ(second.counts.deals_known, 4);
  EXPECT_EQ(second.counts.pipelines, 0);
}

TEST_P(ImportRunner, WhoMayNotImportIsRefused) {
  const sales::User rep = add_user("rita", sales::Role::rep);
  auto dataset = exchange::read_dataset(kSales, {}).value();
  EXPECT_EQ(code_of(exchange::run_import(commands, catalog, viewer_for(rep.id), dataset)),
            "import.not_allowed");
  EXPECT_FALSE(deal("A1"));
}

EACH_ENGINE(ImportRunner);

}  // namespace
}  // namespace stagecoach::testing
