#include "exchange/columns/recognise.h"

#include <gtest/gtest.h>

namespace stagecoach::exchange {
namespace {

RecognisedFile recognise(std::string text, const Mapping& mapping = {}) {
  return recognise_file(std::move(text), "file.csv", mapping).value();
}

// "deal_id=Record ID" for every column that takes part.
std::string columns_of(const RecognisedFile& file) {
  std::string out;
  for (const BoundColumn& column : file.columns) {
    if (!out.empty()) out += " ";
    out += std::string(name_of(column.field));
    if (!column.stage.empty()) out += ":" + column.stage;
  }
  return out;
}

TEST(Recognise, SalesforceOpportunities) {
  const auto file = recognise(
      "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,Type,NextStep,LeadSource,IsClosed,"
      "IsWon,OwnerId,CreatedDate\n"
      "006A,001A,Big "
      "deal,Prospecting,1000,10,2024-06-30,New,Call,Web,false,false,005A,2024-01-02T10:20:30.000+"
      "0000\n");
  EXPECT_EQ(file.kind, FileKind::deals);
  EXPECT_EQ(columns_of(file),
            "deal_id account_id deal_name stage amount probability close_date next_step source "
            "is_closed is_won owner created_at");
}

TEST(Recognise, SalesforceHistory) {
  const auto file = recognise(
      "Id,OpportunityId,CreatedById,CreatedDate,StageName,Amount,ExpectedRevenue,CloseDate,"
      "Probability,ForecastCategory\n"
      "008A,006A,005A,2024-01-02T10:00:00Z,Prospecting,1,0,2024-06-30,10,Pipeline\n"
      "008B,006A,005A,2024-02-02T10:00:00Z,Proposal,1,0,2024-06-30,50,Pipeline\n");
  EXPECT_EQ(file.kind, FileKind::history);
  EXPECT_EQ(columns_of(file),
            "event_id deal_id owner happened_at stage amount close_date probability");
}

TEST(Recognise, SalesforceStageHistoryReport) {
  EXPECT_EQ(
      recognise(
          "Opportunity Name,Opportunity ID,From Stage,To Stage,Change Date\nA,1,,Lead,2024-01-01\n")
          .kind,
      FileKind::history);
}

TEST(Recognise, HubSpotDealsWithWideHistory) {
  const auto file = recognise(
      "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Associated "
      "Company IDs,"
      "\"Date entered \"\"Appointment scheduled (Sales Pipeline)\"\"\",Date exited Appointment "
      "scheduled,hs_v2_date_entered_closedwon\n"
      "1,A,Appointment Scheduled,Sales Pipeline,5,,2024-01-01 10:00,Ann,7;8,1704103200000,,\n");
  EXPECT_EQ(file.kind, FileKind::deals);
  EXPECT_EQ(columns_of(file),
            "deal_id deal_name stage pipeline amount close_date created_at owner account_id "
            "entered_stage:Appointment Scheduled left_stage:Appointment Scheduled "
            "entered_stage:closedwon");
}

TEST(Recognise, Pipedrive) {
  const auto file = recognise(
      "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage,Deal - "
      "Pipeline,Deal - Status,"
      "Deal - Expected close date,Deal - Creation date,Deal - Won time,Deal - Lost time,Deal - "
      "Lost reason,Deal - Owner,Organization,Contact person\n"
      "1,A,5,EUR,Qualified,Main,Open,,2024-01-01 10:00:00,,,,Ann,Acme,Bob\n");
  EXPECT_EQ(columns_of(file),
            "deal_id deal_name amount currency stage pipeline status expected_close created_at "
            "won_at lost_at lost_reason owner account_name contact_name");
}

TEST(Recognise, ChineseExports) {
  const auto file = recognise(
      "商机名称,客户名称,销售阶段,阶段停留天数,预计成交日期,商机金额(元),负责人,创建时间,输单原因\n"
      "扩容,星河,谈判,5,2024年6月1日,¥1.2万,王伟,2024/1/2 10:00,\n");
  EXPECT_EQ(file.kind, FileKind::deals);
  EXPECT_EQ(
      columns_of(file),
      "deal_name account_name stage stage_days expected_close amount owner created_at lost_reason");
}

TEST(Recognise, EventLogsInAnyColumnOrder) {
  for (const char* text : {"timestamp,case id,activity\n2024-01-01,1,A\n",
                           "case:concept:name,concept:name,time:timestamp\n1,A,2024-01-01\n",
                           "活动,时间戳,案例编号\nA,2024-01-01,1\n",
                           "CASE_ID,EVENT,DATE\n1,A,2024-01-01\n2,A,2024-01-02\n"})
    EXPECT_EQ(recognise(text).kind, FileKind::event_log) << text;
}

TEST(Recognise, RepeatedIdsTellAHistoryFromDeals) {
  EXPECT_EQ(
      recognise(
          "deal id,stage,date\n1,A,2024-01-01\n1,B,2024-01-05\n2,A,2024-01-02\n2,B,2024-01-09\n")
          .kind,
      FileKind::history);
  EXPECT_EQ(
      recognise("deal id,stage,created date\n1,A,2024-01-01\n2,B,2024-01-05\n3,A,2024-01-02\n")
          .kind,
      FileKind::deals);
}

TEST(Recognise, OtherTables) {
  EXPECT_EQ(recognise("account,sector,year_established,revenue,employees,office_location,"
                      "subsidiary_of\nA,x,1,1,1,US,\n")
                .kind,
            FileKind::accounts);
  EXPECT_EQ(recognise("product,series,sales_price\nA,x,1\n").kind, FileKind::products);
  EXPECT_EQ(recognise("sales_agent,manager,regional_office\nA,x,East\n").kind, FileKind::users);
  EXPECT_EQ(
      recognise("First Name,Last Name,Email,Company,Create Date\nA,x,a@b.c,Acme,2024-01-01\n").kind,
      FileKind::contacts);
  EXPECT_EQ(recognise("姓名,手机,邮箱,客户名称\n王伟,1,a@b.c,星河\n").kind, FileKind::contacts);
  EXPECT_EQ(recognise("Table,Field,Description\nA,x,East\n").kind, FileKind::unknown);
}

TEST(Recognise, ADateColumnNamesTheStageItOpens) {
  const auto file = recognise(
      "opportunity_id,deal_stage,engage_date,close_date\n1,Engaging,2024-01-01,\n2,Won,2024-01-01,"
      "2024-02-01\n");
  EXPECT_EQ(columns_of(file), "deal_id stage entered_stage:Engaging close_date");
}

TEST(Recognise, DateColumnsAloneAreTheStages) {
  const auto file = recognise(
      "lead "
      "id,contacted_date,qualified_date,proposal_date,won_date,last_call_date\n1,2024-01-01,2024-"
      "01-03,,,2024-02-01\n");
  EXPECT_EQ(
      columns_of(file),
      "deal_id entered_stage:contacted entered_stage:qualified entered_stage:proposal won_at");
}

TEST(Recognise, AStatusWithManyWordsIsTheStage) {
  EXPECT_EQ(
      columns_of(recognise(
          "lead id,status,created\n1,Contacted,2024-01-01\n2,Demo,2024-01-01\n3,Won,2024-01-01\n")),
      "deal_id stage created_at");
  EXPECT_EQ(columns_of(recognise("lead id,status,created\n1,Open,2024-01-01\n3,Won,2024-01-01\n")),
            "deal_id status created_at");
}

TEST(Recognise, DateOrderIsInferredPerColumnAndDoubtIsSaid) {
  const auto sure =
      recognise("deal id,stage,created,closed date\n1,A,13/2/2024,3/4/2024\n2,A,3/2/2024,\n");
  EXPECT_EQ(sure.find(Field::created_at)->date_order, DateOrder::dmy);
  EXPECT_EQ(sure.find(Field::closed_at)->date_order, DateOrder::dmy);
  EXPECT_TRUE(sure.notes.empty());
  const auto doubtful = recognise("deal id,stage,created\n1,A,3/2/2024\n");
  ASSERT_EQ(doubtful.notes.size(), 1u);
  EXPECT_EQ(doubtful.notes[0].code(), "import.date_order_guessed");
  const auto mixed =
      recognise("deal id,stage,created\n1,A,13/2/2024\n2,A,14/2/2024\n3,A,2/13/2024\n");
  ASSERT_EQ(mixed.notes.size(), 1u);
  EXPECT_EQ(mixed.notes[0].code(), "import.date_order_mixed");
  EXPECT_EQ(mixed.notes[0].count, 1);
}

TEST(Recognise, TheUsersMappingWins) {
  const Mapping mapping =
      read_mapping(R"({"files": [{"file": "file.csv", "kind": "deals", "columns": [
      {"column": "ref", "field": "deal_id"}, {"column": "where", "field": "stage"},
      {"column": "since", "field": "entered_stage", "stage": "Demo", "date_order": "dmy"}]}]})")
          .value();
  const auto file = recognise("ref,where,since\n1,Demo,3/4/2024\n", mapping);
  EXPECT_EQ(columns_of(file), "deal_id stage entered_stage:Demo");
  EXPECT_EQ(file.columns[2].date_order, DateOrder::dmy);
  EXPECT_TRUE(file.notes.empty());
}

TEST(Recognise, AMappingThatDoesNotFitIsRefused) {
  const auto refusal = [](const char* columns) {
    const Mapping mapping =
        read_mapping(std::string(R"({"files": [{"file": "file.csv", "columns": [)") + columns +
                     "]}]}")
            .value();
    return std::string(
        recognise_file("id,stage\n1,A\n", "file.csv", mapping).error().message.code());
  };
  EXPECT_EQ(refusal(R"({"column": "nope", "field": "stage"})"), "import.mapping_column_missing");
  EXPECT_EQ(refusal(R"({"column": "id", "field": "entered_stage"})"),
            "import.mapping_stage_missing");
}

TEST(Mapping, WhatIsWrittenReadsBackTheSame) {
  const auto file = recognise(
      "Record ID,Deal Stage,Amount,Create Date,Date entered Demo\n1,Demo,\"1,5\",13/2/2024,\n");
  Mapping mapping;
  mapping.files.push_back(file.mapping());
  mapping.stages = {"Demo \"quoted\"", "谈判"};
  mapping.won = {"成交了"};
  mapping.time_zone = "Asia/Shanghai";
  mapping.currency = Currency::parse("CNY");
  const std::string text = write_mapping(mapping);
  EXPECT_EQ(read_mapping(text).value(), mapping);
  EXPECT_NE(text.find("\n      \"columns\": [\n"), text.npos) << text;
}

TEST(Mapping, MistakesAreNamed) {
  EXPECT_FALSE(read_mapping("{"));
  EXPECT_FALSE(read_mapping(R"({"time_zone": "Mars/Olympus"})"));
  EXPECT_FALSE(read_mapping(R"({"files": [{"delimiter": "ab"}]})"));
  EXPECT_FALSE(
      read_mapping(R"({"files": [{"columns": [{"column": "a", "field": "stagename"}]}]})"));
  EXPECT_TRUE(read_mapping("{}"));
}

TEST(StageWords, EndingsAreRecognisedByKind) {
  for (const char* word : {"Won", "Closed Won", "closedwon", "赢单", "成交", "7. Won", "CLOSED-WON",
                           "Closed Won - Renewal"})
    EXPECT_EQ(stage_kind_of(word), StageKind::won) << word;
  for (const char* word : {"Lost", "Closed Lost", "closedlost", "输单", "Cancelled", "canceled",
                           "8-Lost", "流失", "Disqualified"})
    EXPECT_EQ(stage_kind_of(word), StageKind::lost) << word;
  for (const char* word :
       {"Closing", "Proposal", "初次接触", "促成成交", "On hold", "Engaging", "", "1", "Winback"})
    EXPECT_EQ(stage_kind_of(word), StageKind::open) << word;
  EXPECT_EQ(stage_kind_of("Deleted"), StageKind::censored);
}

}  // namespace
}  // namespace stagecoach::exchange
