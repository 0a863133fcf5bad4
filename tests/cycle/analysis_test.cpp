#include "cycle/analysis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "cycle/report/render.h"

namespace stagecoach::cycle {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

DealHistory deal(std::vector<StageEntry> entries, Ending ending = Ending::open,
                 std::optional<std::int64_t> ended_at = std::nullopt) {
  DealHistory d;
  d.entries = std::move(entries);
  if (!d.entries.empty() && d.entries[0].at != kUnknownTime) d.start = d.entries[0].at;
  d.ending = ending;
  d.ended_at = ended_at;
  return d;
}

HistorySet set_of(std::vector<std::string> stages, std::int64_t as_of) {
  HistorySet set;
  set.stages = std::move(stages);
  set.as_of = as_of;
  return set;
}

std::vector<std::string> codes(const Analysis& analysis) {
  std::vector<std::string> result;
  for (const Warning& warning : analysis.warnings) result.emplace_back(warning.code());
  return result;
}

// Every report of it is made of sentences and numbers, in both languages.
Analysis analyze_and_render(const HistorySet& set) {
  Analysis analysis = analyze(set);
  for (const Lang lang : {Lang::en, Lang::zh})
    for (const std::string& text :
         {render_json(analysis, lang), render_text(analysis, lang), render_html(analysis, lang)}) {
      EXPECT_THAT(text, Not(HasSubstr("nan")));
      EXPECT_THAT(text, Not(HasSubstr("inf,")));
      EXPECT_THAT(text, Not(HasSubstr("-nan")));
      EXPECT_GT(text.size(), 100u);
    }
  return analysis;
}

TEST(Analyze, OrdersStagesByTheAveragePositionOfTheirFirstVisit) {
  HistorySet set = set_of({"Close", "Unused", "Start", "Middle"}, 50);
  set.deals.push_back(deal({{2, 0}, {3, 1}, {2, 2}, {3, 3}, {0, 4}}));
  set.deals.push_back(deal({{2, 0}, {0, 3}}));
  EXPECT_THAT(order_of_stages(set), ElementsAre(2, 3, 0, 1));
  const Analysis analysis = analyze(set);
  EXPECT_EQ(analysis.stages[0].name, "Start");
  EXPECT_EQ(analysis.stages[0].visits, 3);
  EXPECT_EQ(analysis.stages[1].went_back, 1);
  set.stage_order_given = true;
  EXPECT_EQ(analyze(set).stages[0].name, "Close");
}

TEST(Analyze, NamesTheLongestAndTheLeakiestStage) {
  HistorySet set = set_of({"Quick", "Slow"}, 100);
  set.stage_order_given = true;
  for (int i = 0; i < 30; ++i) {
    if (i % 3 != 0)
      set.deals.push_back(deal({{0, i}}, Ending::lost, i + 2));
    else
      set.deals.push_back(deal({{0, i}, {1, i + 2}}, Ending::won, i + 42));
  }
  const Analysis analysis = analyze_and_render(set);
  EXPECT_EQ(analysis.longest, 1u);
  EXPECT_EQ(analysis.leakiest, 0u);
  EXPECT_NEAR(analysis.stages[1].dwell_share, 400.0 / 460.0, 1e-12);
  EXPECT_EQ(analysis.stages[0].dwell.median_days, 2.0);
  EXPECT_EQ(analysis.stages[0].lost_by_age.value, 20.0 / 30.0);
  EXPECT_NEAR(*analysis.stages[0].went_on_by_age.value, 1.0 / 3.0, 1e-12);
}

TEST(Analyze, CountsAConversionOnlyOnceItIsOldEnough) {
  // 20 deals went on after 10 days; 20 entered yesterday. went_on says half, by age says all.
  HistorySet set = set_of({"A", "B"}, 200);
  set.stage_order_given = true;
  for (int i = 0; i < 20; ++i) {
    set.deals.push_back(deal({{0, 0}, {1, 10}}));
    set.deals.push_back(deal({{0, 199}}));
  }
  const Analysis analysis = analyze(set);
  EXPECT_EQ(analysis.stages[0].went_on(), .5);
  EXPECT_EQ(analysis.stages[0].went_on_by_age.value, 1.0);
}

TEST(Analyze, WarnsOfOpenDealsOlderThanAnyThatClosed) {
  HistorySet set = set_of({"A"}, 400);
  for (int i = 0; i < 25; ++i) set.deals.push_back(deal({{0, 300}}, Ending::won, 330));
  set.deals.push_back(deal({{0, 10}}));
  set.deals.push_back(deal({{0, 390}}));
  const Analysis analysis = analyze(set);
  const auto found =
      std::find_if(analysis.warnings.begin(), analysis.warnings.end(),
                   [](const Warning& w) { return w.code() == "cycle.older_than_any_close"; });
  ASSERT_NE(found, analysis.warnings.end());
  EXPECT_EQ(found->count, 1);
  EXPECT_THAT(found->message.text(Lang::en), HasSubstr("(30 days): 1."));
}

TEST(Analyze, HonoursLeftTruncation) {
  // Imported at day 100 with true entry dates: of those that began on day 0 only the slow are here.
  HistorySet set = set_of({"A"}, 300);
  for (int i = 0; i < 12; ++i) {
    set.deals.push_back(deal({{0, 0}}, Ending::won, 150));
    set.deals.back().observed_since = 100;
    set.deals.push_back(deal({{0, 200}}, Ending::won, 210));
  }
  const Analysis analysis = analyze(set);
  EXPECT_EQ(analysis.to_close.median_days, 10.0) << "the late ones are not at risk at day 10";
  for (DealHistory& d : set.deals) d.observed_since.reset();
  EXPECT_EQ(analyze(set).to_close.median_days, 80.0) << "what it would say otherwise";
}

TEST(Analyze, PassesTheReadersWarningsOnFirst) {
  static constexpr Phrase kOdd{"test.odd", "Odd: {count}", "奇怪：{count}"};
  HistorySet set = set_of({}, 0);
  set.warnings.push_back({3, Message(kOdd, {{"count", "3"}})});
  EXPECT_THAT(codes(analyze_and_render(set)), ElementsAre("test.odd", "cycle.no_deals"));
}

TEST(AnalyzeDegenerate, NothingAtAll) {
  const Analysis analysis = analyze_and_render(set_of({"A", "B"}, 0));
  EXPECT_EQ(analysis.deals.total, 0);
  EXPECT_FALSE(analysis.win_rate);
  EXPECT_FALSE(analysis.longest);
  EXPECT_FALSE(analysis.stages[0].went_on());
  EXPECT_THAT(codes(analysis), ElementsAre("cycle.no_deals"));
}

TEST(AnalyzeDegenerate, OneDeal) {
  HistorySet set = set_of({"A"}, 10);
  set.deals.push_back(deal({{0, 0}}, Ending::won, 5));
  const Analysis analysis = analyze_and_render(set);
  EXPECT_EQ(analysis.win_rate, 1.0);
  EXPECT_EQ(analysis.won_days.mean, 5.0);
  EXPECT_FALSE(analysis.won_days.median);
  EXPECT_FALSE(analysis.to_close.median_days);
  EXPECT_THAT(codes(analysis), Contains("cycle.too_few_deals"));
}

TEST(AnalyzeDegenerate, AllOpen) {
  HistorySet set = set_of({"A"}, 100);
  for (int i = 0; i < 30; ++i) set.deals.push_back(deal({{0, i}}));
  const Analysis analysis = analyze_and_render(set);
  EXPECT_FALSE(analysis.win_rate);
  EXPECT_FALSE(analysis.to_close.median_days);
  EXPECT_EQ(analysis.outcome_by_day[0].open, 1.0);
  EXPECT_EQ(analysis.outcome_by_day[0].won.value, 0.0);
  EXPECT_THAT(codes(analysis), ElementsAre("cycle.stage_never_left"));
}

TEST(AnalyzeDegenerate, AllLost) {
  HistorySet set = set_of({"A"}, 100);
  for (int i = 0; i < 30; ++i) set.deals.push_back(deal({{0, i}}, Ending::lost, i + 3));
  const Analysis analysis = analyze_and_render(set);
  EXPECT_EQ(analysis.win_rate, 0.0);
  EXPECT_EQ(analysis.to_close.median_days, 3.0);
  EXPECT_EQ(analysis.outcome_by_day[3].lost.value, 1.0) << "all decided: known at any age";
  EXPECT_EQ(analysis.outcome_by_day[3].open, 0.0);
  EXPECT_EQ(analysis.leakiest, 0u);
}

TEST(AnalyzeDegenerate, NoStageAndNoDate) {
  HistorySet set = set_of({}, 100);
  for (int i = 0; i < 30; ++i) set.deals.push_back(deal({}, Ending::lost));
  const Analysis analysis = analyze_and_render(set);
  EXPECT_EQ(analysis.deals.lost, 30);
  EXPECT_THAT(analysis.stages, IsEmpty());
  EXPECT_THAT(codes(analysis), ElementsAre("cycle.no_durations", "cycle.without_start",
                                           "cycle.closed_without_date"));
}

TEST(AnalyzeDegenerate, EverythingOnOneDay) {
  HistorySet set = set_of({"A", "B"}, 7);
  for (int i = 0; i < 30; ++i) set.deals.push_back(deal({{0, 7}, {1, 7}}, Ending::won, 7));
  const Analysis analysis = analyze_and_render(set);
  EXPECT_EQ(analysis.to_close.median_days, 0.0);
  EXPECT_EQ(analysis.stages[0].dwell_share, 0.0);
  EXPECT_FALSE(analysis.longest);
}

TEST(AnalyzeDegenerate, TheFuture) {
  HistorySet set = set_of({"A"}, 100);
  for (int i = 0; i < 30; ++i) set.deals.push_back(deal({{0, 200 + i}}, Ending::won, 300));
  EXPECT_THAT(codes(analyze_and_render(set)), ElementsAre("cycle.no_deals"));
  set.unit = ClockUnit::seconds;
  set.as_of = std::numeric_limits<std::int64_t>::max() / 2;
  EXPECT_EQ(analyze_and_render(set).deals.won, 30);
  set.deals[0].entries[0].at = set.as_of;
  EXPECT_EQ(analyze_and_render(set).deals.total, 30);
}

TEST(AnalyzeDegenerate, TenThousandStages) {
  HistorySet set = set_of({}, 20'000);
  for (int s = 0; s < 10'000; ++s) set.stages.push_back("S" + std::to_string(s));
  for (int i = 0; i < 5; ++i) {
    std::vector<StageEntry> entries;
    for (int s = 0; s < 10'000; ++s) entries.push_back({s, s});
    set.deals.push_back(deal(std::move(entries), Ending::won, 10'001));
  }
  set.deals.push_back(deal({{0, 0}, {9'999, 1}}));
  set.stage_order_given = true;
  const Analysis analysis = analyze_and_render(set);
  EXPECT_EQ(analysis.stages.size(), 10'000u);
  EXPECT_EQ(analysis.stages[5'000].entered_deals, 6) << "five visited it, one passed it";
  EXPECT_EQ(analysis.stages[5'000].visits, 5);
}

TEST(AnalyzeDegenerate, MoreStagesThanCanBeNumbered) {
  HistorySet set = set_of({}, 100);
  for (int s = 0; s < 70'000; ++s) set.stages.push_back("S" + std::to_string(s));
  set.deals.push_back(deal({{69'999, 0}}, Ending::won, 5));
  const Analysis analysis = analyze_and_render(set);
  EXPECT_EQ(analysis.deals.won, 1);
  EXPECT_THAT(codes(analysis), Contains("cycle.too_many_stages"));
}

}  // namespace
}  // namespace stagecoach::cycle
