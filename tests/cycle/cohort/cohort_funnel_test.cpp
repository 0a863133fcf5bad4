// The funnel's numbers, and that they are those of the report of the cycle.
#include "cycle/cohort/cohort_funnel.h"

#include <gtest/gtest.h>

#include "cycle/golden_table.h"
#include "cycle/histories.h"
#include "cycle/projection/deal_tally.h"
#include "cycle/projection/told_deals.h"

namespace stagecoach::cycle {
namespace {

CohortMonths two_months() {
  return {{0, 30, 60}, {"2026-01", "2026-02"}};
}

CohortFunnel funnel_of(const VisitTable& table, const FunnelQuestion& question,
                       const CohortMonths& months) {
  CohortFunnel funnel(question, months);
  each_cohort_deal(table, question.as_of, [&](const CohortDeal& deal) { funnel.add(deal); });
  return funnel;
}

std::vector<std::int64_t> numbers_of(const Cohort& cohort) {
  std::vector<std::int64_t> numbers{cohort.entered.deals, cohort.won.deals, cohort.lost.deals,
                                    cohort.open.deals, cohort.left.deals};
  for (const Cohort::Step& step : cohort.steps) numbers.push_back(step.reached.deals);
  return numbers;
}

FunnelQuestion question_about(int from, int stages, std::int64_t age, std::int64_t as_of) {
  FunnelQuestion question;
  question.from = from;
  question.stages = question.open_stages = stages;
  question.age = age;
  question.as_of = as_of;
  return question;
}

TEST(CohortFunnel, GivesTheGoldenFunnel) {
  const CohortFunnel from_a =
      funnel_of(g6(Ending::open), question_about(0, 2, 8, 12), two_months());
  // entered, won, lost, open, left; then reached B, won
  EXPECT_EQ(numbers_of(from_a.all()), (std::vector<std::int64_t>{8, 3, 3, 2, 0, 5, 3}));
  EXPECT_EQ(numbers_of(from_a.cohort(0)), numbers_of(from_a.all())) << "all began on day 0";
  EXPECT_EQ(from_a.cohort(1).entered.deals, 0);
  const CohortFunnel from_b =
      funnel_of(g6(Ending::open), question_about(1, 2, 8, 12), two_months());
  EXPECT_EQ(numbers_of(from_b.all()), (std::vector<std::int64_t>{4, 2, 1, 1, 0, 2}));
}

TEST(CohortFunnel, TellsMonthsApartByTheFirstEntry) {
  VisitTable table(ClockUnit::days);
  table.append(0, episode({{0, -5}, {1, 10}, {0, 20}, {1, 40}}, Ending::open));
  table.append(1, episode({{0, 25}, {2, 31}}, Ending::lost, 50));
  table.append(2, episode({{1, kUnknownTime}}, Ending::open));
  const CohortFunnel funnel = funnel_of(table, question_about(1, 3, 20, 59), two_months());
  EXPECT_EQ(funnel.cohort(0).entered.deals, 1) << "deal 0, once";
  EXPECT_EQ(funnel.cohort(1).entered.deals, 1) << "deal 1 passed it on day 31";
  EXPECT_EQ(funnel.cohort(CohortMonths::kEarlier).entered.deals, 1) << "deal 2, nobody knows when";
  EXPECT_EQ(numbers_of(funnel.cohort(1)), (std::vector<std::int64_t>{1, 0, 1, 0, 0, 1, 0}));
  EXPECT_TRUE(funnel.cohort(0).mature) << "its last day was 29 days ago";
  EXPECT_FALSE(funnel.cohort(1).mature);
}

TEST(CohortFunnel, GivesNoShareOfAFew) {
  VisitTable table(ClockUnit::days);
  for (std::uint32_t deal = 0; deal < 9; ++deal)
    table.append(deal, episode({{0, 1}}, Ending::lost, 3));
  const FunnelQuestion question = question_about(0, 1, 5, 50);
  const Cohort nine = funnel_of(table, question, two_months()).all();
  EXPECT_EQ(nine.confidence, Confidence::none);
  EXPECT_EQ(nine.steps.at(0).by_age.value, std::nullopt);
  table.append(9, episode({{0, 1}}, Ending::won, 2));
  const Cohort ten = funnel_of(table, question, two_months()).all();
  EXPECT_EQ(ten.confidence, Confidence::low);
  EXPECT_NEAR(ten.steps.at(0).by_age.value.value(), .1, 1e-9);
  const Cohort none = funnel_of(VisitTable(ClockUnit::days), question, two_months()).all();
  EXPECT_EQ(none.entered.deals, 0);
  EXPECT_EQ(none.steps.at(0).by_age.value, std::nullopt);
}

TEST(CohortFunnel, KnowsTheShareOfThoseWatchedForLongEnough) {
  VisitTable table(ClockUnit::days);
  for (std::uint32_t deal = 0; deal < 12; ++deal)
    table.append(deal, deal < 9    ? episode({{0, 1}}, Ending::lost, 3)
                       : deal < 11 ? episode({{0, 1}, {1, 4}}, Ending::open)
                                   : episode({{0, 1}}, Ending::open));
  const auto share = [&](std::int64_t as_of) {
    return funnel_of(table, question_about(0, 2, 20, as_of), two_months()).all().steps[0].by_age;
  };
  EXPECT_NEAR(share(21).value.value(), 2.0 / 12, 1e-9) << "one is left, and was there all the time";
  EXPECT_EQ(share(20).value, std::nullopt) << "a day less, and it may still go on";
}

// Every deal is somewhere, nobody is counted twice, and the report of the cycle says the same.
void expect_agreement(const CohortFunnel& funnel, const StageTally& tally,
                      const StageAnalysis& reported, bool is_last) {
  const Cohort all = funnel.all();
  DealSum entered;
  for (int month = CohortMonths::kEarlier; month < funnel.months().size(); ++month)
    entered.add(funnel.cohort(month).entered);
  EXPECT_EQ(entered, all.entered);
  EXPECT_EQ(all.entered.deals, all.won.deals + all.lost.deals + all.open.deals + all.left.deals);
  for (std::size_t step = 1; step < all.steps.size(); ++step)
    EXPECT_LE(all.steps[step].reached.deals, all.steps[step - 1].reached.deals);
  EXPECT_GE(all.steps.back().reached.deals, all.won.deals) << "a reopened deal had been won";
  EXPECT_EQ(all.entered.deals, tally.entered);
  EXPECT_EQ(all.steps.front().reached.deals, tally.went_on) << (is_last ? "won" : "went on");
  if (all.confidence == Confidence::none) return;
  // Of a cohort that all have been watched for, the share is known where the report is silent.
  if (!reported.went_on_by_age.value) return;
  ASSERT_TRUE(all.steps.front().by_age.value);
  EXPECT_NEAR(*all.steps.front().by_age.value, *reported.went_on_by_age.value, 1e-9);
  EXPECT_EQ(all.steps.front().by_age.ci95, reported.went_on_by_age.ci95);
}

TEST(CohortFunnel, AgreesWithTheReportOnRandomHistories) {
  const std::vector<std::string> names{"A", "B", "C", "D"};
  for (unsigned seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    HistoryMaker make(seed);
    const HistorySet set = make.set(static_cast<int>(make.between(0, 150)), 4);
    const VisitTable table = visit_table(set);
    CycleTally tally(ClockUnit::days, 4, set.as_of, table.visits());
    tally.add(table);
    const Analysis report = analyze(tally, names);
    const CohortMonths months({100, 130, 160, 190, 220}, {"a", "b", "c", "d"});
    for (int from = 0; from < 4; ++from)
      expect_agreement(funnel_of(table, question_about(from, 4, 90, set.as_of), months),
                       tally.stages()[static_cast<std::size_t>(from)],
                       report.stages[static_cast<std::size_t>(from)], from == 3);
  }
}

class CohortFunnelTest : public ToldDeals {};

// The same of a workspace's deals, narrowed by what the viewer sees and by the filters.
TEST_F(CohortFunnelTest, AgreesWithTheReportOnTheSameSelection) {
  constexpr int kStages = RandomJournal::kOpenStages + 1;
  const std::vector<std::string> names{"A", "B", "C", "D", "Hold"};
  RandomJournal make(11);
  tell(make, 6'000);
  sales::Viewer viewer;
  viewer.user = UserId(3);
  viewer.visibility = sales::Visibility::own;
  DealSelection own, recent;
  own.viewer = &viewer;
  recent.from = now_ - 40'000'000;
  for (const DealSelection& selection : {DealSelection(), own, recent}) {
    const PipelineColumns& columns = told_.at(1).columns;
    const CycleTally tally = tally_of(columns, selection, now_);
    const Analysis report = analyze(tally, names);
    for (int from = 0; from < RandomJournal::kOpenStages; ++from) {
      FunnelQuestion question = question_about(from, kStages, 90 * kSecondsPerDay, now_);
      CohortFunnel funnel(question, CohortMonths::last(12, now_, TimeZone()));
      each_cohort_deal(columns, selection, now_, [&](const CohortDeal& deal) { funnel.add(deal); });
      ASSERT_GT(funnel.all().entered.deals, 5);
      expect_agreement(funnel, tally.stages()[static_cast<std::size_t>(from)],
                       report.stages[static_cast<std::size_t>(from)], false);
    }
  }
}

TEST(CohortMonths, AreThoseOfTheZone) {
  const TimeZone shanghai = *TimeZone::find("Asia/Shanghai");
  // 2026-03-31T17:00Z is the first of April there.
  const std::int64_t now = 1'774'976'400;
  const CohortMonths months = CohortMonths::last(3, now, shanghai);
  ASSERT_EQ(months.size(), 3);
  EXPECT_EQ(months.name_of(0), "2026-02");
  EXPECT_EQ(months.name_of(2), "2026-04");
  EXPECT_EQ(months.of(now), 2);
  EXPECT_EQ(months.of(now - 2 * 3600), 1);
  EXPECT_EQ(months.of(now - 80 * kSecondsPerDay), CohortMonths::kEarlier);
  EXPECT_EQ(months.of(std::nullopt), CohortMonths::kEarlier);
  EXPECT_EQ(months.of(now + 400 * kSecondsPerDay), 2);
  EXPECT_EQ(months.find("2026-03"), 1);
  EXPECT_EQ(months.find("2026-05"), std::nullopt);
}

}  // namespace
}  // namespace stagecoach::cycle
