// The public data sets, where somebody has them: STAGECOACH_REAL_DATA names their folder. The
// readers here know only these two files; real reading belongs to exchange.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "cycle/analysis.h"
#include "platform/base/time.h"

namespace stagecoach::cycle {
namespace {

std::vector<std::vector<std::string>> read_rows(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string>& cells = rows.emplace_back();
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
    cells.resize(20);
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

std::optional<std::int64_t> day(const std::string& text) {
  const auto date = date_from_iso(text.substr(0, 10));
  if (!date) return std::nullopt;
  return to_days(*date);
}

std::string folder() {
  const char* path = std::getenv("STAGECOACH_REAL_DATA");
  return path ? path : "";
}

TEST(RealData, CrmSalesOpportunities) {
  if (folder().empty()) GTEST_SKIP() << "STAGECOACH_REAL_DATA is not set";
  HistorySet set;
  set.stages = {"Prospecting", "Engaging"};
  set.as_of = *day("2017-12-31");
  for (const auto& row : read_rows(folder() + "/crm_sales_opportunities/sales_pipeline.csv")) {
    DealHistory& deal = set.deals.emplace_back();
    deal.key = row[0];
    deal.start = day(row[5]);
    deal.entries = {{row[4] == "Prospecting" ? 0 : 1, deal.start.value_or(kUnknownTime)}};
    if (row[4] == "Won") deal.ending = Ending::won;
    if (row[4] == "Lost") deal.ending = Ending::lost;
    deal.ended_at = day(row[6]);
  }
  const Analysis analysis = analyze(set);
  EXPECT_EQ(analysis.deals.total, 8800);
  EXPECT_EQ(analysis.deals.won, 4238);
  EXPECT_EQ(analysis.deals.lost, 2473);
  EXPECT_EQ(analysis.deals.open, 2089);
  EXPECT_EQ(analysis.deals.without_start, 500);
  EXPECT_NEAR(*analysis.win_rate, .6315, 5e-5);
  EXPECT_EQ(analysis.won_days.n, 4238);
  EXPECT_EQ(analysis.won_days.median, 57.0);
  EXPECT_NEAR(*analysis.won_days.mean, 51.8, .05);
  EXPECT_EQ(analysis.to_close.n, 8300);
  EXPECT_EQ(analysis.to_close.events, 6711);
  EXPECT_EQ(analysis.to_close.median_days, 69.0);
  EXPECT_EQ(analysis.to_close.median_ci95, (Interval{67.0, 70.0}));
  EXPECT_EQ(analysis.to_close.p80_days, 122.0);
  const std::vector<std::pair<double, double>> expected{
      {.219, .162}, {.265, .186}, {.397, .252}, {.500, .296}};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(*analysis.outcome_by_day[i].won.value, expected[i].first, 5e-4);
    EXPECT_NEAR(*analysis.outcome_by_day[i].lost.value, expected[i].second, 6e-4);
  }
  ASSERT_EQ(analysis.stages.size(), 2u);
  EXPECT_EQ(analysis.stages[0].visits, 500);
  EXPECT_EQ(analysis.stages[1].visits, 8300);
  EXPECT_EQ(analysis.stages[1].open, 1589);
}

TEST(RealData, OlistFunnel) {
  if (folder().empty()) GTEST_SKIP() << "STAGECOACH_REAL_DATA is not set";
  std::map<std::string, std::int64_t> won;
  HistorySet set;
  for (const auto& row : read_rows(folder() + "/olist_funnel/olist_closed_deals_dataset.csv"))
    won[row[0]] = *day(row[4]);
  for (const auto& [key, at] : won) set.as_of = std::max(set.as_of, at);
  const std::string leads = "/olist_funnel/olist_marketing_qualified_leads_dataset.csv";
  for (const auto& row : read_rows(folder() + leads)) {
    DealHistory& deal = set.deals.emplace_back();
    deal.key = row[0];
    deal.start = day(row[1]);
    if (!won.count(deal.key)) continue;
    deal.ending = Ending::won;
    deal.ended_at = won[deal.key];
  }
  const Analysis analysis = analyze(set);
  EXPECT_EQ(analysis.deals.total, 8000);
  EXPECT_EQ(analysis.deals.won, 842);
  const std::vector<double> expected{.0694, .0809, .0865, .0909};
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_NEAR(1.0 - *analysis.outcome_by_day[i].open, expected[i], 5e-5);
  EXPECT_EQ(std::count_if(analysis.warnings.begin(), analysis.warnings.end(),
                          [](const Warning& w) { return w.code() == "cycle.closed_before_start"; }),
            1);
}

}  // namespace
}  // namespace stagecoach::cycle
