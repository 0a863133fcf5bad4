#include "exchange/workspace/import_preview.h"

#include <gtest/gtest.h>

namespace stagecoach::exchange {
namespace {

ImportPreview preview(std::vector<InputFile> files, Lang lang = Lang::en) {
  return preview_import(read_dataset(std::move(files), {}).value(), lang);
}

ImportPreview sample(Lang lang = Lang::en) {
  return preview({{"deals.csv",
                   "deal id,stage,product,account,sales agent,engage date,extra\n"
                   "1,Won,GTXPro,Acme,Ann,2024-01-01,x\n"
                   "2,Engaging,GTX Pro,,Ann,2024-01-02,\n"
                   "2,Engaging,GTX Pro,,Ann,2024-01-02,\n"
                   "3,Engaging,GTX Pro,Beta,Bob,soon,y\n"
                   "Total,,,,,,\n"},
                  {"products.csv", "product,series,sales_price\nGTX Pro,GTX,1\nMG,MG,2\n"}},
                 lang);
}

TEST(ImportPreview, EveryRowIsCountedOnce) {
  const CountsPreview counts = sample().counts;
  EXPECT_EQ(counts.rows, 7);
  EXPECT_EQ(counts.usable, 4);
  EXPECT_EQ(counts.rejected, 1);
  EXPECT_EQ(counts.duplicates, 1);
  EXPECT_EQ(counts.totals, 1);
  const std::map<std::string, std::int64_t> records = {
      {"deals", 2}, {"accounts", 1}, {"contacts", 0}, {"products", 2}, {"users", 1}};
  EXPECT_EQ(counts.records, records);
}

TEST(ImportPreview, ColumnsSayTheirFieldHowSureAndSamples) {
  const FilePreview file = sample().files[0];
  EXPECT_EQ(file.kind, FileKind::deals);
  EXPECT_EQ(file.columns[0].field, "deal_id");
  EXPECT_EQ(file.columns[0].confidence, 0.9);
  EXPECT_EQ(file.columns[5].field, "entered_stage");
  EXPECT_EQ(file.columns[5].confidence, 0.7);
  EXPECT_FALSE(file.columns[6].field);
  EXPECT_EQ(file.columns[6].samples, (std::vector<std::string>{"x", "y"}));
}

TEST(ImportPreview, NearMissesAndStagesAreListed) {
  const ImportPreview plan = sample();
  ASSERT_EQ(plan.near_misses.size(), 1u);
  EXPECT_EQ(plan.near_misses[0].value, "GTXPro");
  EXPECT_EQ(plan.near_misses[0].suggestion, "GTX Pro");
  EXPECT_TRUE(plan.near_misses[0].applied);
  ASSERT_EQ(plan.stages.size(), 2u);
  EXPECT_EQ(plan.stages[0].kind, StageKind::won);
  EXPECT_EQ(plan.stages[1].name, "Engaging");
}

TEST(ImportPreview, RejectsSayLineColumnValueAndReasonInTheReadersLanguage) {
  const ImportPreview plan = sample(Lang::zh);
  ASSERT_EQ(plan.rejects.size(), 1u);
  EXPECT_EQ(plan.rejects[0].line, 5);
  EXPECT_EQ(plan.rejects[0].column, "engage date");
  EXPECT_EQ(plan.rejects[0].value, "soon");
  EXPECT_EQ(plan.rejects[0].reason, "不是有效日期。");
}

TEST(ImportPreview, TheMappingShownCanBeSentBack) {
  const ImportPreview plan = sample();
  EXPECT_EQ(read_mapping(json::write(plan.mapping)).value(), plan.mapping);
  EXPECT_NE(json::write(plan).find("\"near_misses\":[{\"field\":\"product\""), std::string::npos);
}

}  // namespace
}  // namespace stagecoach::exchange
