// The two public data sets, as they are. Runs only where STAGECOACH_REAL_DATA names the folder that
// holds crm_sales_opportunities/ and olist_funnel/.
#include <gtest/gtest.h>

#include <cstdlib>

#include "cycle/analysis.h"
#include "exchange/records/history_builder.h"

namespace stagecoach::exchange {
namespace {

class RealData : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::getenv("STAGECOACH_REAL_DATA")) GTEST_SKIP() << "STAGECOACH_REAL_DATA is not set";
  }

  static Dataset read(const std::vector<std::string>& names) {
    std::vector<InputFile> files;
    for (const std::string& name : names) {
      const std::string path = std::getenv("STAGECOACH_REAL_DATA") + std::string("/") + name;
      files.push_back({name.substr(name.rfind('/') + 1), read_whole_file(path).value()});
    }
    return read_dataset(std::move(files), {}).value();
  }

  static std::int64_t count_of(const std::vector<cycle::Warning>& warnings, std::string_view code) {
    for (const cycle::Warning& warning : warnings)
      if (warning.code() == code) return warning.count;
    return 0;
  }
};

TEST_F(RealData, SalesPipelineGivesThePublishedFigures) {
  const Dataset dataset =
      read({"crm_sales_opportunities/sales_pipeline.csv", "crm_sales_opportunities/products.csv",
            "crm_sales_opportunities/accounts.csv", "crm_sales_opportunities/sales_teams.csv"});
  EXPECT_EQ(dataset.tallies[0].used, 8800u);
  EXPECT_EQ(dataset.accounts.size(), 85u);
  EXPECT_EQ(dataset.users.size(), 35u);
  EXPECT_EQ(count_of(dataset.warnings, "import.name_reconciled"), 1480);
  const cycle::HistorySet set = build_history(dataset).value();
  EXPECT_EQ(set.stages, (std::vector<std::string>{"Prospecting", "Engaging"}));
  EXPECT_EQ(set.as_of, to_days(*date_from_iso("2017-12-31")));
  const cycle::Analysis analysis = cycle::analyze(set);
  EXPECT_EQ(analysis.deals.total, 8800);
  EXPECT_EQ(analysis.deals.won, 4238);
  EXPECT_EQ(analysis.deals.lost, 2473);
  EXPECT_EQ(analysis.deals.open, 2089);
  EXPECT_EQ(analysis.deals.without_start, 500);
  EXPECT_NEAR(analysis.win_rate.value(), .6315, 5e-5);
  EXPECT_EQ(analysis.won_days.median, 57);
  EXPECT_NEAR(analysis.won_days.mean.value(), 51.8, .05);
  EXPECT_EQ(analysis.to_close.median_days, 69);
  EXPECT_EQ(analysis.to_close.p80_days, 122);
  EXPECT_EQ(analysis.to_close.events, 6711);
}

TEST_F(RealData, TheFunnelOfTwoFilesIsJoinedByKey) {
  const cycle::HistorySet set =
      build_history(read({"olist_funnel/olist_closed_deals_dataset.csv",
                          "olist_funnel/olist_marketing_qualified_leads_dataset.csv"}))
          .value();
  const cycle::Analysis analysis = cycle::analyze(set);
  EXPECT_EQ(analysis.deals.total, 8000);
  EXPECT_EQ(analysis.deals.won, 842);
  EXPECT_EQ(analysis.deals.lost, 0);
  const double won[] = {.0694, .0809, .0865, .0909};
  ASSERT_EQ(analysis.outcome_by_day.size(), 4u);
  for (size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(analysis.outcome_by_day[i].won.value.value(), won[i], 5e-5);
  EXPECT_EQ(count_of(analysis.warnings, "cycle.closed_before_start"), 1);
}

}  // namespace
}  // namespace stagecoach::exchange
