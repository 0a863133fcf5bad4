// The exports that people bring from other systems, with the defects that real ones have, taken all
// the way into a workspace. All names and figures are invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/records/issue_table.h"
#include "exchange/workspace/import_runner.h"
#include "sales/accounts/account_store.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_store.h"
#include "sales/team/team_test.h"

namespace stagecoach::testing {
namespace {

using exchange::Dataset;
using exchange::ImportCounts;
using sales::Deal;
using sales::StageKind;
using ::testing::HasSubstr;

class Exports : public TeamTest {
 protected:
  Exports() : owner(set_up_owner()) {}

  Dataset read(std::vector<exchange::InputFile> files, const std::string& mapping = "{}") {
    return exchange::read_dataset(
               std::move(files),
               exchange::with_defaults_of(database(), exchange::read_mapping(mapping).value()))
        .value();
  }
  ImportCounts bring_in(std::vector<exchange::InputFile> files, const std::string& mapping = "{}") {
    Dataset dataset = read(std::move(files), mapping);
    return exchange::run_import(commands, catalog, viewer_for(owner), dataset).value().counts;
  }
  Deal deal(std::string_view key) {
    return database().read([&](db::Connection& connection) {
      return sales::find_deal(connection, sales::find_deal_by_external_key(connection, key).value())
          .value();
    });
  }
  std::string stage_of(const Deal& of) {
    return catalog.current()->find(of.pipeline_id)->find(of.stage_id)->name.en;
  }
  std::string account_of(const Deal& of) {
    return database().read([&](db::Connection& connection) {
      const auto found = sales::find_account(connection, of.account_id);
      return found ? found->name : std::string();
    });
  }
  std::vector<sales::StageEntered> way_of(const Deal& of) {
    for (const journal::Event& event : events_after(0))
      if (event.kind == sales::DealCreated::kKind && event.subject_id == of.id.value)
        return json::read<sales::DealCreated>(event.data).value().history;
    return {};
  }
  static Money money(std::int64_t minor, std::string_view currency) {
    return {minor, *Currency::parse(currency)};
  }
  static std::string utf16(std::string_view ascii) {
    std::string out = "\xFF\xFE";
    for (const char c : ascii) out += {c, '\0'};
    return out;
  }

  const UserId owner;
  sales::PipelineCatalog catalog{database()};
};
EACH_ENGINE(Exports);

TEST_P(Exports, SalesforceOpportunitiesWithTheirHistory) {
  bring_in({{"Opportunity.csv",
             "Id,AccountId,Name,StageName,Amount,CloseDate,LeadSource,IsClosed,IsWon,OwnerId,"
             "CreatedDate\r\n"
             "006A,001A,Crane,Closed Won,\"$22,700.00\",2024-03-30,Web,true,true,005A,"
             "2024-01-02T10:20:30.000+0000\r\n"
             "006B,,Barge,Proposal,1500,2024-12-30,-,false,false,005A,2024-03-02T08:00:00.000+0000"
             "\r\n"},
            {"Account.csv", "Id,Name,Industry\r\n001A,Harbour Co,Shipping\r\n"},
            {"OpportunityHistory.csv",
             "Id,OpportunityId,CreatedById,CreatedDate,StageName,Amount,ExpectedRevenue,CloseDate,"
             "Probability,ForecastCategory\r\n"
             "h3,006A,005A,2024-03-30T09:00:00.000+0000,Closed Won,1,1,2024-03-30,100,Closed\r\n"
             "h2,006A,005A,2024-02-10T09:00:00.000+0000,Proposal,1,1,2024-03-30,50,Pipeline\r\n"
             "h1,006A,005A,2024-01-02T10:20:30.000+0000,Prospecting,1,1,2024-03-30,10,Pipeline\r\n"
             "h4,006B,005A,2024-03-02T08:00:00.000+0000,Proposal,1,1,2024-12-30,50,Pipeline\r\n"}});
  const Deal won = deal("006A");
  EXPECT_EQ(won.status, StageKind::won);
  EXPECT_EQ(won.amount, money(2'270'000, "USD"));
  EXPECT_EQ(account_of(won), "Harbour Co");
  EXPECT_EQ(way_of(won).size(), 3u);
  EXPECT_EQ(way_of(won)[1].at, *instant_from_iso("2024-02-10T09:00:00Z"));
  const Deal open = deal("006B");
  EXPECT_FALSE(open.account_id);
  EXPECT_TRUE(open.source.empty());
  EXPECT_EQ(open.expected_close, date_from_iso("2024-12-30"));
}

TEST_P(Exports, HubSpotDealsWithWideHistoryAndSeveralIdsInACell) {
  bring_in({{"hubspot.csv",
             "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,"
             "Associated Company IDs,Associated Contact IDs,"
             "Date entered Appointment,Date exited Appointment,Date entered Contract\n"
             "901,Pump,Contract,Sales,800,,2024-01-01 09:00,Ann Lee,77;78,501;502,"
             "2024-01-01 09:00,2024-01-09 10:00,2024-01-09 10:00\n"},
            {"companies.csv",
             "Record ID,Company name,Industry\n77,Riverside,Rail\n78,Hillside,Wind\n"}});
  const Deal pump = deal("901");
  EXPECT_EQ(stage_of(pump), "Contract");
  EXPECT_EQ(account_of(pump), "Riverside");
  EXPECT_EQ(way_of(pump).size(), 2u);
}

TEST_P(Exports, PipedriveStatusesDecideAboutTheEnd) {
  bring_in({{"pipedrive.csv",
             "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage,"
             "Deal - Status,Deal - Expected close date,Deal - Deal created,Deal - Won time,"
             "Deal - Lost time,Deal - Lost reason,Deal - Owner,Deal - Organization\n"
             "1,Boiler,1200,EUR,Offer,Won,2024-04-01,2024-01-01 10:00:00,2024-03-01 10:00:00,,,"
             "Ann,Nord\n"
             "2,Valve,90,EUR,Offer,Lost,,2024-01-01 10:00:00,,2024-02-01 10:00:00,Too dear,Ann,\n"
             "3,Pipe,10,EUR,Contact,Open,2024-05-01,2024-01-01 10:00:00,,,,Bo,Sued\n"}});
  EXPECT_EQ(deal("1").status, StageKind::won);
  EXPECT_EQ(deal("1").amount, money(120'000, "EUR"));
  EXPECT_EQ(deal("2").status, StageKind::lost);
  EXPECT_EQ(deal("2").facts.outcome_reason, "Too dear");
  EXPECT_EQ(stage_of(deal("3")), "Contact");
}

TEST_P(Exports, ChineseHeadersInGb18030) {
  // 商机编号,商机名称,客户名称,销售阶段,商机金额(元),负责人,创建时间,预计成交日期
  const std::string gb =
      "\xC9\xCC\xBB\xFA\xB1\xE0\xBA\xC5,\xC9\xCC\xBB\xFA\xC3\xFB\xB3\xC6,"
      "\xBF\xCD\xBB\xA7\xC3\xFB\xB3\xC6,\xCF\xFA\xCA\xDB\xBD\xD7\xB6\xCE,"
      "\xC9\xCC\xBB\xFA\xBD\xF0\xB6\xEE(\xD4\xAA),\xB8\xBA\xD4\xF0\xC8\xCB,"
      "\xB4\xB4\xBD\xA8\xCA\xB1\xBC\xE4,\xD4\xA4\xBC\xC6\xB3\xC9\xBD\xBB\xC8\xD5\xC6\xDA\r\n"
      // K1,冷链,云杉,需求分析,"12,000",张三,2024-01-02,2024-06-30
      "K1,\xC0\xE4\xC1\xB4,\xD4\xC6\xC9\xBC,\xD0\xE8\xC7\xF3\xB7\xD6\xCE\xF6,\"12,000\","
      "\xD5\xC5\xC8\xFD,2024-01-02,2024-06-30\r\n"
      // K2,夜班,云杉,赢单,3000,张三,2024-01-03,2024-02-01
      "K2,\xD2\xB9\xB0\xE0,\xD4\xC6\xC9\xBC,\xD3\xAE\xB5\xA5,3000,\xD5\xC5\xC8\xFD,"
      "2024-01-03,2024-02-01\r\n";
  bring_in({{"商机.csv", gb}});
  EXPECT_EQ(deal("K1").name, "冷链");
  EXPECT_EQ(stage_of(deal("K1")), "需求分析");
  EXPECT_EQ(deal("K1").amount, money(1'200'000, "CNY"));
  EXPECT_EQ(account_of(deal("K1")), "云杉");
  EXPECT_EQ(deal("K2").status, StageKind::won);
}

TEST_P(Exports, AnEventLogWithOffsetsThatChangeWithDaylightSaving) {
  bring_in({{"log.csv",
             "case id,activity,timestamp\n"
             "c1,Call,2024-03-30T09:00:00+01:00\nc1,Visit,2024-03-31T09:00:00+02:00\n"}});
  const auto way = way_of(deal("c1"));
  ASSERT_EQ(way.size(), 2u);
  EXPECT_EQ(way[1].at - way[0].at, std::chrono::hours(23));
}

TEST_P(Exports, AccountsContactsProductsAndUsers) {
  const ImportCounts counts =
      bring_in({{"accounts.csv",
                 "account id,account name,industry,website,parent account\n"
                 "a2,Daughter,Retail,d.example,Mother\na1,Mother,Retail,m.example,\n"},
                {"contacts.csv",
                 "contact id,first name,last name,email,phone,account name\n"
                 "p1,Mei,Lin,mei@m.example,Select,Mother\n"},
                {"products.csv", "product,series,sales_price\nGTX Pro,GTX,4821\n"},
                {"users.csv", "sales_agent,manager,regional_office\nAnn Lee,Max Moe,East\n"}});
  EXPECT_EQ(counts.accounts, 2);
  EXPECT_EQ(counts.contacts, 1);
  EXPECT_EQ(counts.products, 1);
  EXPECT_GE(counts.users, 1);
  EXPECT_EQ(counts.teams, 1);
  database().read([&](db::Connection& connection) {
    const auto daughter = sales::find_account_by_name(connection, "Daughter");
    EXPECT_EQ(daughter->parent_id, sales::find_account_by_name(connection, "Mother")->id);
    const auto mei = sales::find_contact_by_key(connection, "p1");
    EXPECT_EQ(mei->phone, "");
    EXPECT_EQ(mei->account_id, sales::find_account_by_name(connection, "Mother")->id);
  });
}

TEST_P(Exports, SemicolonsDecimalCommasSerialDatesAndUtf16) {
  bring_in({{"excel.csv",
             utf16("Exported by nobody;;;;\r\n\r\ndeal id;name;stage;amount;created date\r\n"
                   "e1;Lift;Offer;1.234,50;45293\r\ne2;Ramp;Offer;99,90;45294\r\n"
                   "deal id;name;stage;amount;created date\r\ne3;Gate;Offer;5,00;45295\r\n")}},
           R"({"currency":"EUR"})");
  EXPECT_EQ(deal("e1").amount, money(123'450, "EUR"));
  EXPECT_EQ(deal("e1").created_at, *instant_from_iso("2024-01-01T16:00:00Z"));
  EXPECT_EQ(deal("e3").amount, money(500, "EUR"));
}

TEST_P(Exports, WholeRowsInQuotesAndDayFirstDates) {
  bring_in({{"quoted.csv",
             "\"deal id,name,stage,created date\"\n\"q1,Mill,Offer,25/01/2024\"\n"
             "\"q2,\"\"Saw, big\"\",Offer,03/02/2024\"\n"}});
  EXPECT_EQ(deal("q2").name, "Saw, big");
  EXPECT_EQ(deal("q2").created_at, *instant_from_iso("2024-02-02T16:00:00Z"));
}

TEST_P(Exports, WonBeforeFirstContactRepeatedIdsAndCopies) {
  const ImportCounts counts =
      bring_in({{"odd.csv",
                 "deal id,stage,first contact date,won date,account,product\n"
                 "o1,Won,2024-02-01,2024-01-15,,GTXPro\n"
                 "o2,Talk,2024-02-01,,Select,GTX Pro\n"
                 "o2,Talk,2024-02-01,,Select,GTX Pro\n"
                 "o3,Talk,2024-02-01,,-,GTX Pro\n"
                 "o3,Offer,2024-02-03,,-,GTX Pro\n"}});
  EXPECT_EQ(counts.deals, 3);
  EXPECT_EQ(counts.products, 1);
  EXPECT_EQ(counts.accounts, 0);
  EXPECT_EQ(deal("o1").status, StageKind::won);
  EXPECT_EQ(stage_of(deal("o3")), "Offer");
}

TEST_P(Exports, RejectedRowsAreToldCorrectedAndComeInAlone) {
  const std::string head = "deal id,name,stage,created date,amount\n";
  Dataset first = read({{"deals.csv", head + "1,Crane,Offer,2024-01-02,5\n2,Barge,Offer,soon,6\n"
                                             "3,Tug,Offer,2024-13-45,7\n"}});
  const std::string told = exchange::issue_table(first, Lang::en);
  EXPECT_THAT(told, HasSubstr("3,created date,soon,"));
  EXPECT_THAT(told, HasSubstr("4,created date,2024-13-45,"));
  exchange::run_import(commands, catalog, viewer_for(owner), first).value();
  const ImportCounts second =
      bring_in({{"deals.csv", head + "1,Crane,Offer,2024-01-02,5\n2,Barge,Offer,2024-01-03,6\n"
                                     "3,Tug,Offer,2024-01-04,7\n"}});
  EXPECT_EQ(second.deals, 2);
  EXPECT_EQ(second.deals_known, 1);
  EXPECT_EQ(second.pipelines, 0);
}

}  // namespace
}  // namespace stagecoach::testing
