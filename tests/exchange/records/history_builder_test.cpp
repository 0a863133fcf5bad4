#include "exchange/records/history_builder.h"

#include <gtest/gtest.h>

#include <random>

#include "exchange/records/issue_table.h"

namespace stagecoach::exchange {
namespace {

using cycle::ClockUnit;
using cycle::DealHistory;
using cycle::Ending;
using cycle::HistorySet;

void expect_every_row_accounted(const Dataset& dataset) {
  for (const FileTally& tally : dataset.tallies) {
    if (tally.kind == FileKind::unknown) continue;
    EXPECT_EQ(tally.rows, tally.used + tally.rejected + tally.duplicates + tally.totals)
        << tally.file;
  }
}

Dataset read(std::vector<std::string> texts, const std::string& mapping = "{}") {
  std::vector<InputFile> files;
  for (std::string& text : texts)
    files.push_back({"file" + std::to_string(files.size() + 1) + ".csv", std::move(text)});
  Dataset dataset = read_dataset(std::move(files), read_mapping(mapping).value()).value();
  expect_every_row_accounted(dataset);
  return dataset;
}

HistorySet history(std::vector<std::string> texts, const std::string& mapping = "{}") {
  return build_history(read(std::move(texts), mapping)).value();
}

std::int64_t day(const char* iso) {
  return to_days(*date_from_iso(iso));
}

// "Lead@2024-01-01 Demo@? won@2024-02-01": a history in a line, for days.
std::string shown(const HistorySet& set, const cycle::Episode& episode) {
  const auto at = [](std::int64_t tick) {
    return tick == cycle::kUnknownTime ? "?" : to_iso(from_days(static_cast<int>(tick)));
  };
  std::string out = "from " + (episode.start ? at(*episode.start) : "?");
  for (const cycle::StageEntry& entry : episode.entries)
    out += " " + set.stages[static_cast<size_t>(entry.stage)] + "@" + at(entry.at);
  const char* endings[] = {"open", "won", "lost", "left"};
  out += std::string(" ") + endings[static_cast<int>(episode.ending)];
  if (episode.ending != Ending::open) out += "@" + (episode.ended_at ? at(*episode.ended_at) : "?");
  return out;
}

std::string only_deal(std::vector<std::string> texts, const std::string& mapping = "{}") {
  const HistorySet set = history(std::move(texts), mapping);
  EXPECT_EQ(set.deals.size(), 1u);
  std::string out;
  for (const cycle::Episode& episode : set.deals[0].earlier) out += shown(set, episode) + " | ";
  return out + shown(set, set.deals[0]);
}

bool warns(const std::vector<cycle::Warning>& warnings, std::string_view code, std::int64_t count) {
  for (const cycle::Warning& warning : warnings)
    if (warning.code() == code && warning.count == count) return true;
  return false;
}

TEST(History, DatesOfAStageAndOfTheEnd) {
  EXPECT_EQ(
      only_deal({"opportunity_id,deal_stage,engage_date,close_date\n1,Won,2024-01-05,2024-02-01\n"},
                R"({"stages":["Prospecting","Engaging"],
    "files":[{"columns":[{"column":"engage_date","field":"entered_stage","stage":"Engaging"}]}]})"),
      "from 2024-01-05 Engaging@2024-01-05 won@2024-02-01");
}

TEST(History, ADealWithoutAnyStartIsKept) {
  const HistorySet set =
      history({"opportunity_id,deal_stage,engage_date,close_date\n1,Prospecting,,\n2,Engaging,2024-"
               "01-05,\n"});
  EXPECT_EQ(shown(set, set.deals[0]), "from ? Prospecting@? open");
  EXPECT_EQ(set.stages, (std::vector<std::string>{"Prospecting", "Engaging"}));
  EXPECT_FALSE(set.stage_order_given);
  EXPECT_EQ(set.as_of, day("2024-01-05"));
}

TEST(History, LongHistoryCollapsesRowsThatChangeNoStage) {
  EXPECT_EQ(only_deal({"Id,OpportunityId,CreatedDate,StageName,Amount\n"
                       "a,1,2024-01-01,Lead,5\nb,1,2024-01-03,Lead,7\nc,1,2024-01-05,Demo,7\nd,1,"
                       "2024-01-06,Lead,7\ne,1,2024-01-09,Closed Won,7\n"}),
            "from 2024-01-01 Lead@2024-01-01 Demo@2024-01-05 Lead@2024-01-06 won@2024-01-09");
}

TEST(History, NewestFirstAndSameInstantKeepTheirMeaning) {
  EXPECT_EQ(only_deal({"OpportunityId,CreatedDate,StageName\n1,2024-01-09,Closed "
                       "Lost\n1,2024-01-05,Quote\n1,2024-01-05,Demo\n1,2024-01-01,Lead\n"}),
            "from 2024-01-01 Lead@2024-01-01 Demo@2024-01-05 Quote@2024-01-05 lost@2024-01-09");
}

TEST(History, ReopeningIsANewEpisode) {
  EXPECT_EQ(only_deal({"case "
                       "id,activity,timestamp\n1,Lead,2024-01-01\n1,Lost,2024-01-05\n1,Demo,2024-"
                       "02-01\n1,Won,2024-02-09\n"}),
            "from 2024-01-01 Lead@2024-01-01 lost@2024-01-05 | from 2024-02-01 Demo@2024-02-01 "
            "won@2024-02-09");
}

TEST(History, FromStageBeginsTheStory) {
  EXPECT_EQ(only_deal({"Opportunity ID,From Stage,To Stage,Change "
                       "Date\n1,Lead,Demo,2024-01-05\n1,Demo,Closed Won,2024-01-09\n"}),
            "from 2024-01-05 Lead@? Demo@2024-01-05 won@2024-01-09");
}

TEST(History, WideHistoryInMilliseconds) {
  EXPECT_EQ(
      only_deal(
          {"Record ID,Deal Stage,Create "
           "Date,hs_v2_date_entered_lead,hs_v2_date_entered_demo,hs_v2_date_entered_closedwon\n"
           "1,Closed Won,2024-01-01,1704067200000,1704412800000,1704758400000\n"}),
      "from 2024-01-01 lead@2024-01-01 demo@2024-01-05 won@2024-01-09");
}

TEST(History, CurrentStageWithItsDays) {
  EXPECT_EQ(only_deal({"商机名称,销售阶段,阶段停留天数,创建时间,更新时间\n扩容,谈判,5,2024-01-01,"
                       "2024-01-31\n"}),
            "from 2024-01-01 谈判@2024-01-26 open");
}

TEST(History, PipedriveStatusDecides) {
  const HistorySet set =
      history({"Deal - ID,Deal - Stage,Deal - Status,Deal - Creation date,Deal - Won time,Deal - "
               "Lost time\n"
               "1,Demo,Won,2024-01-01,2024-01-09,\n2,Demo,Lost,2024-01-01,,2024-01-08\n3,Demo,Open,"
               "2024-01-01,2024-01-05,\n4,Demo,Deleted,2024-01-01,,\n"});
  EXPECT_EQ(shown(set, set.deals[0]), "from 2024-01-01 Demo@? won@2024-01-09");
  EXPECT_EQ(shown(set, set.deals[1]), "from 2024-01-01 Demo@? lost@2024-01-08");
  EXPECT_EQ(shown(set, set.deals[2]), "from 2024-01-01 Demo@? open");
  EXPECT_EQ(shown(set, set.deals[3]), "from 2024-01-01 Demo@? left@?");
}

TEST(History, SalesforceFlagsAndACloseDateThatIsOnlyExpected) {
  const HistorySet set =
      history({"Id,StageName,CloseDate,IsClosed,IsWon,CreatedDate\n1,Closed "
               "Won,2024-02-01,true,true,2024-01-01\n"
               "2,Archive,2024-02-02,1,0,2024-01-01\n3,Demo,2030-01-01,FALSE,FALSE,2024-01-01\n"});
  EXPECT_EQ(set.deals[0].ending, Ending::won);
  EXPECT_EQ(set.deals[1].ending, Ending::lost);
  EXPECT_EQ(set.deals[2].ending, Ending::open);
  EXPECT_EQ(set.as_of, day("2024-02-02"));
}

TEST(History, TwoFilesJoinedByKeyInEitherOrder) {
  const std::string leads =
      "mql_id,first_contact_date,origin\na,2018-02-01,social\nb,2018-02-02,unknown\nc,2018-02-03,"
      "\n";
  const std::string closed =
      "mql_id,seller_id,sr_id,won_date\nb,s,r,2018-02-20 19:58:54\nc,s,r,2018-02-01 10:00:00\n";
  for (const auto& order : {std::vector{leads, closed}, std::vector{closed, leads}}) {
    const HistorySet set = history(order);
    ASSERT_EQ(set.deals.size(), 3u);
    EXPECT_EQ(set.unit, ClockUnit::days);
    EXPECT_EQ(shown(set, set.deals[1]), "from 2018-02-02 first contact@2018-02-02 won@2018-02-20");
    EXPECT_EQ(shown(set, set.deals[2]), "from 2018-02-03 first contact@2018-02-03 won@2018-02-01");
    EXPECT_EQ(set.as_of, day("2018-02-20"));
  }
}

TEST(History, DealsBesideTheirHistory) {
  const Dataset dataset =
      read({"Id,Name,StageName,CreatedDate,CloseDate\n1,A,Demo,2024-01-01,2024-09-01\n2,B,Lead,"
            "2024-01-02,2024-09-01\n",
            "OpportunityId,CreatedDate,StageName\n1,2024-01-01,Lead\n1,2024-01-04,Demo\n9,2024-01-"
            "02,Lead\n"});
  const HistorySet set = build_history(dataset).value();
  ASSERT_EQ(set.deals.size(), 3u);
  EXPECT_EQ(shown(set, set.deals[0]), "from 2024-01-01 Lead@2024-01-01 Demo@2024-01-04 open");
  EXPECT_EQ(shown(set, set.deals[1]), "from 2024-01-02 Lead@? open");
  EXPECT_TRUE(warns(set.warnings, "import.deals_without_history", 1));
  EXPECT_TRUE(warns(set.warnings, "import.history_without_deal", 1));
}

TEST(History, TimesMakeTheClockSecondsOnlyIfEveryDateHasOne) {
  EXPECT_EQ(
      history({"case id,activity,timestamp\n1,A,2024-01-01 10:00\n1,B,2024-01-02 11:30:05\n"}).unit,
      ClockUnit::seconds);
  EXPECT_EQ(
      history({"case id,activity,timestamp\n1,A,2024-01-01 00:00:00\n1,B,2024-01-02 00:00:00\n"})
          .unit,
      ClockUnit::days);
  EXPECT_EQ(
      history({"deal id,stage,created,closed date\n1,Won,2024-01-01 10:00,2024-01-03\n"}).unit,
      ClockUnit::days);
}

TEST(History, OffsetsThatChangeWithDaylightSaving) {
  const HistorySet set = history(
      {"case "
       "id,activity,timestamp\n1,A,2024-03-30T12:00:00+01:00\n1,B,2024-03-31T12:00:00+02:00\n"});
  EXPECT_EQ(set.deals[0].entries[1].at - set.deals[0].entries[0].at, 23 * 3600);
}

TEST(History, TheMappingsZoneDecidesTheDayAndTheMoment) {
  const HistorySet set =
      history({"case id,activity,timestamp\n1,A,2024-03-30 12:00\n1,B,2024-03-31 12:00\n"},
              R"({"time_zone": "Europe/Berlin"})");
  EXPECT_EQ(set.deals[0].entries[1].at - set.deals[0].entries[0].at, 23 * 3600);
}

TEST(History, SpellingsOfAStageAreOneStage) {
  EXPECT_EQ(
      history({"case id,activity,timestamp\n1,First "
               "Contact,2024-01-01\n2,first-contact,2024-01-01\n3,ＦＩＲＳＴ contact,2024-01-01\n"})
          .stages.size(),
      1u);
}

TEST(History, TheMappingNamesEndingsAndOrder) {
  const HistorySet set = history(
      {"case id,activity,timestamp\n1,Ship,2024-01-01\n1,Sign,2024-01-02\n1,Paid,2024-01-03\n"},
      R"({"stages": ["Sign", "Ship"], "won": ["paid"]})");
  EXPECT_TRUE(set.stage_order_given);
  EXPECT_EQ(set.stages, (std::vector<std::string>{"Sign", "Ship"}));
  EXPECT_EQ(set.deals[0].ending, Ending::won);
}

TEST(History, AsOfMayBeGiven) {
  const Dataset dataset = read({"case id,activity,timestamp\n1,A,2024-01-01\n1,B,2024-01-09\n"});
  HistoryOptions options;
  options.as_of = read_date("2024-01-05", DateOrder::auto_);
  EXPECT_EQ(build_history(dataset, options).value().as_of, day("2024-01-05"));
}

TEST(Dataset, RowsAreRejectedWithLineColumnValueAndReason) {
  const Dataset dataset =
      read({"deal "
            "id,stage,created,amount\n1,A,2024-01-01,5\n2,A,soon,5\n,A,2024-01-01,5\n4,A,2024-01-"
            "01,lots\n5,A,2024-01-01,1,234\n"});
  EXPECT_EQ(dataset.tallies[0].used, 2u);
  EXPECT_EQ(dataset.tallies[0].rejected, 3u);
  ASSERT_EQ(dataset.issues.size(), 4u);
  EXPECT_EQ(dataset.issues[0].origin.line, 3u);
  EXPECT_EQ(dataset.issues[0].column, "created");
  EXPECT_EQ(dataset.issues[0].value, "soon");
  EXPECT_EQ(dataset.issues[0].reason.code(), "import.value_not_date");
  EXPECT_EQ(dataset.issues[1].reason.code(), "import.value_missing");
  EXPECT_FALSE(dataset.issues[2].rejected);
  EXPECT_EQ(dataset.issues[3].reason.code(), "import.row_too_long");
  const std::string table = issue_table(dataset, Lang::zh);
  EXPECT_NE(table.find("file1.csv,3,created,soon,不是有效日期。,整行未导入"), table.npos) << table;
}

TEST(Dataset, DuplicatesTotalsAndBlankLinesAreCounted) {
  const Dataset dataset =
      read({"Deal "
            "ID,Stage,Created,Amount\n1,A,2024-01-01,5\n1,A,2024-01-01,5\n\n2,B,2024-01-02,"
            "6\nTotal,,,11\n\nCopyright (c) 2024 Someone\n"});
  const FileTally& tally = dataset.tallies[0];
  EXPECT_EQ(tally.used, 2u);
  EXPECT_EQ(tally.duplicates, 1u);
  EXPECT_EQ(tally.totals, 2u);
  EXPECT_EQ(tally.blank_lines, 2u);
  EXPECT_TRUE(warns(dataset.warnings, "import.duplicate_rows", 1));
}

TEST(Dataset, ARepeatedIdWithOtherValuesIsOneDeal) {
  const Dataset dataset =
      read({"deal id,stage,created,owner\n1,A,2024-01-01,Ann\n1,B,2024-01-01,\n"});
  ASSERT_EQ(dataset.deals.size(), 1u);
  EXPECT_EQ(dataset.deals[0].stage, "B");
  EXPECT_EQ(dataset.deals[0].owner, "Ann");
  EXPECT_TRUE(warns(dataset.warnings, "import.repeated_ids", 1));
}

TEST(Dataset, RowsWithoutAnyKeyAreNotTakenForCopies) {
  const Dataset dataset =
      read({"account,stage,created date\nAcme,A,2024-01-01\nAcme,A,2024-01-01\n"});
  EXPECT_EQ(dataset.deals.size(), 2u);
}

TEST(Dataset, NearNamesAreReconciledWhereCertain) {
  const Dataset dataset = read(
      {"deal id,stage,product,created\n1,A,GTXPro,2024-01-01\n2,A,GTX "
       "Pro,2024-01-01\n3,A,gtx-pro,2024-01-01\n4,A,GTX Basik,2024-01-01\n5,A,Other,2024-01-01\n",
       "product,series,sales_price\nGTX Pro,GTX,1\nGTX Basic,GTX,2\nMG Special,MG,3\n"});
  EXPECT_EQ(dataset.deals[0].product, "GTX Pro");
  EXPECT_EQ(dataset.deals[2].product, "GTX Pro");
  EXPECT_EQ(dataset.deals[3].product, "GTX Basic");
  EXPECT_EQ(dataset.deals[4].product, "Other");
  EXPECT_TRUE(warns(dataset.warnings, "import.name_reconciled", 1));
}

TEST(Dataset, NumbersInNamesAreNeverSlips) {
  const Dataset dataset = read({"deal id,stage,product,created\n1,A,Model 600,2024-01-01\n",
                                "product,series,sales_price\nModel 500,GTX,1\nModel 700,GTX,1\n"});
  EXPECT_EQ(dataset.deals[0].product, "Model 600");
}

TEST(Dataset, EmptyWordsAreEmpty) {
  const Dataset dataset =
      read({"deal id,stage,source,created,amount,account\n1,A,Select,2024-01-01,-,无\n"});
  EXPECT_TRUE(dataset.deals[0].source.empty());
  EXPECT_TRUE(dataset.deals[0].account.empty());
  EXPECT_FALSE(dataset.deals[0].amount);
  EXPECT_TRUE(dataset.issues.empty());
}

TEST(Dataset, AmountsKnowTheirCurrency) {
  const Dataset dataset =
      read({"deal id,stage,created,商机金额(元)\n1,A,2024-01-01,\"22,700.00\"\n2,A,2024-01-01,$5\n",
            "deal id,stage,created,amount,currency\n3,A,2024-01-01,7,EUR\n"});
  EXPECT_EQ(dataset.deals[0].amount, (Money{2270000, *Currency::parse("CNY")}));
  EXPECT_EQ(dataset.deals[1].amount, (Money{500, *Currency::parse("USD")}));
  EXPECT_EQ(dataset.deals[2].amount, (Money{700, *Currency::parse("EUR")}));
}

std::string refusal(std::string text) {
  const auto dataset = read_dataset({{"x.csv", std::move(text)}}, {});
  if (!dataset) return std::string(dataset.error().message.code());
  const auto set = build_history(*dataset);
  return set ? "accepted" : std::string(set.error().message.code());
}

TEST(Dataset, FilesThatCannotServeAreRefusedInOneSentence) {
  EXPECT_EQ(refusal("Table,Field,Description\nA,x,East\n"), "import.nothing_recognised");
  EXPECT_EQ(refusal("deal id,stage,created\n"), "import.no_rows");
  EXPECT_EQ(refusal("deal id,stage,created\n1,A,soon\n2,A,never\n"), "import.all_rejected");
  EXPECT_EQ(refusal("product,series,sales_price\nA,x,1\n"), "import.no_deals");
}

// Whatever the cells hold: no crash, every row accounted for, and every stage number valid.
TEST(DatasetProperty, RandomFilesAreAccountedFor) {
  std::mt19937 random(11);
  const std::vector<std::string> cells = {
      "1",        "2",         "3",    "A",     "B",    "Won",           "Lost",     "2024-01-01",
      "3/4/2024", "25/4/2024", "soon", "",      "-",    "\"a,b\"",       "\"x\ny\"", "\"",
      "$5",       "1,5",       "0",    "total", "合计", "99999999999999"};
  const std::vector<std::string> headers = {
      "deal id,stage,created,amount,closed date\n", "case id,activity,timestamp,amount,resource\n",
      "Record ID,Deal Stage,Date entered A,Date entered Won,probability\n",
      "deal name,status,won time,lost time,days in stage\n"};
  for (int round = 0; round < 400; ++round) {
    std::string text = headers[random() % headers.size()];
    for (size_t row = random() % 30; row > 0; --row) {
      for (size_t cell = 0, count = 4 + random() % 3; cell < count; ++cell)
        text += (cell ? "," : "") + cells[random() % cells.size()];
      text += "\n";
    }
    const auto dataset = read_dataset({{"x.csv", text}}, {});
    if (!dataset) continue;
    expect_every_row_accounted(*dataset);
    const auto set = build_history(*dataset);
    if (!set) continue;
    for (const DealHistory& deal : set->deals)
      for (const cycle::StageEntry& entry : deal.entries) {
        ASSERT_GE(entry.stage, 0);
        ASSERT_LT(static_cast<size_t>(entry.stage), set->stages.size());
      }
  }
}

}  // namespace
}  // namespace stagecoach::exchange
