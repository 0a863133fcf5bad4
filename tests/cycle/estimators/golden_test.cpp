// Golden cases, every expected figure computed with R (survival, etm, cmprsk).
#include <gtest/gtest.h>

#include <cmath>

#include "cycle/estimators/aalen_johansen.h"
#include "cycle/estimators/benjamini_hochberg.h"
#include "cycle/estimators/competing_risks.h"
#include "cycle/estimators/kaplan_meier.h"
#include "cycle/estimators/turnbull.h"

namespace stagecoach::cycle {
namespace {

constexpr double kTolerance = 1e-6;

TEST(KaplanMeier, MatchesRWithCensoring) {
  const std::vector<Observation> g1{{2, 1}, {3, 1}, {3, 0},  {5, 1},
                                    {8, 1}, {8, 0}, {10, 1}, {12, 0}};
  const KaplanMeier km(risk_table(g1));
  EXPECT_EQ(km.n(), 8);
  EXPECT_EQ(km.events(), 5);
  const std::vector<std::pair<std::int64_t, double>> expected{
      {0, 1.0}, {2, .875}, {3, .75}, {5, .6}, {7, .6}, {8, .45}, {10, .225}, {99, .225}};
  for (const auto& [time, survival] : expected)
    EXPECT_NEAR(km.survival_at(time), survival, kTolerance) << time;
  EXPECT_NEAR(km.se_at(5), .1816590212, kTolerance);
  EXPECT_NEAR(*km.ci95_at(5).low, .1954958661, kTolerance);
  EXPECT_NEAR(*km.ci95_at(5).high, .8522543458, kTolerance);
  EXPECT_NEAR(km.quantile(.25).value(), 4.0, kTolerance);
  EXPECT_NEAR(km.quantile(.5).value(), 8.0, kTolerance);
  EXPECT_NEAR(km.quantile_ci95(.5).low.value(), 2.0, kTolerance);
  EXPECT_FALSE(km.quantile_ci95(.5).high.has_value());
  EXPECT_FALSE(km.quantile(.8).has_value());
  const RestrictedMean rmst = km.restricted_mean(12).value();
  EXPECT_NEAR(rmst.mean, 7.525, kTolerance);
  EXPECT_NEAR(rmst.se, 1.345054599, kTolerance);
  EXPECT_FALSE(km.restricted_mean(13).has_value()) << "nobody was watched beyond 12";
}

TEST(KaplanMeier, TakesTheMidpointOfAFlatStep) {
  const std::vector<Observation> all{{1, 1}, {2, 1}, {3, 1}, {4, 1}};
  const KaplanMeier km(risk_table(all));
  EXPECT_NEAR(km.quantile(.25).value(), 1.5, kTolerance);
  EXPECT_NEAR(km.quantile(.5).value(), 2.5, kTolerance);
  EXPECT_NEAR(km.quantile(.75).value(), 3.5, kTolerance);
}

TEST(KaplanMeier, HonoursDelayedEntry) {
  const std::vector<Observation> late{{2, 1, 0}, {7, 1, 0},  {9, 1, 4},  {5, 0, 0},
                                      {8, 1, 2}, {10, 0, 6}, {12, 1, 0}, {8, 1, 3}};
  const RiskTable table = risk_table(late);
  const KaplanMeier km(table);
  const std::vector<std::pair<std::int64_t, double>> expected{
      {2, .75}, {7, .625}, {8, .375}, {9, .25}, {12, 0.0}};
  for (const auto& [time, survival] : expected)
    EXPECT_NEAR(km.survival_at(time), survival, kTolerance) << time;
  EXPECT_EQ(table.at_risk_at(2), 4);
  EXPECT_EQ(table.at_risk_at(3), 4) << "one left at 2, one came after 2";
  EXPECT_EQ(table.at_risk_at(4), 5) << "the one entering at 3 is watched after 3";
  EXPECT_EQ(table.at_risk_at(13), 0);
}

TEST(Turnbull, FindsTheMassOfIntervalCensoredTimes) {
  const std::vector<TimeBounds> bounds{{1, 3}, {2, 4}, {4, 6}, {0, 2}, {5, std::nullopt}};
  const std::vector<MassInterval> mass = turnbull(bounds);
  ASSERT_EQ(mass.size(), 3u);
  const std::vector<std::array<double, 3>> expected{{1, 2, .3}, {2, 3, .3}, {5, 6, .4}};
  for (std::size_t i = 0; i < mass.size(); ++i) {
    EXPECT_EQ(static_cast<double>(mass[i].after), expected[i][0]);
    EXPECT_EQ(static_cast<double>(mass[i].by.value()), expected[i][1]);
    EXPECT_NEAR(mass[i].mass, expected[i][2], kTolerance);
  }
  EXPECT_TRUE(turnbull({}).empty());
}

TEST(CompetingRisks, MatchesR) {
  const std::vector<Observation> g5{{1, 1}, {2, 2}, {3, 1}, {4, 0}, {4, 2},
                                    {5, 1}, {6, 2}, {7, 0}, {8, 1}, {10, 0}};
  const RiskTable table = risk_table(g5);
  const CompetingRisks cif(table);
  EXPECT_NEAR(cif.incidence_at(8, 1), .50, kTolerance);
  EXPECT_NEAR(cif.incidence_at(8, 2), .32, kTolerance);
  EXPECT_NEAR(cif.at(8).survival, .18, kTolerance);
  EXPECT_NEAR(cif.se_at(8, 1), .1827566688, kTolerance);
  EXPECT_NEAR(cif.se_at(8, 2), .1538830725, kTolerance);
  EXPECT_NEAR(cif.ci95_at(8, 1).low.value(), .1424976852, kTolerance);
  EXPECT_NEAR(cif.ci95_at(8, 1).high.value(), .7814651268, kTolerance);
  EXPECT_EQ(cif.at(0).survival, 1.0);

  std::vector<Observation> naive = g5;
  for (Observation& o : naive)
    if (o.cause == 2) o.cause = kCensored;
  EXPECT_NEAR(1.0 - KaplanMeier(risk_table(naive)).survival_at(8), .685, 1e-3)
      << "the figure that lies";
}

// G6 with A = 0, B = 1, won = 2, lost = 3.
const std::vector<Sojourn>& g6() {
  static const std::vector<Sojourn> sojourns{
      {0, 0, 3, 1},   {1, 3, 7, 2},  {0, 0, 2, 3}, {0, 0, 4, 1},  {1, 4, 6, 0},
      {0, 6, 9, 1},   {1, 9, 12, 2}, {0, 0, 5, 1}, {0, 0, 6, 3},  {0, 0, 1, 1},
      {1, 5, 10, {}}, {1, 1, 8, 3},  {0, 0, 3, 2}, {0, 0, 8, {}},
  };
  return sojourns;
}

TEST(AalenJohansen, MatchesR) {
  const auto steps = aalen_johansen(g6(), 4, 0, 0, 8);
  const OccupationStep& at8 = steps.back();
  EXPECT_EQ(at8.time, 8);
  const std::vector<double> p{.25, .125, .25, .375};
  const std::vector<double> se{.1530931089, .1169267933, .1530931089, .1711632992};
  for (std::size_t h = 0; h < 4; ++h) {
    EXPECT_NEAR(at8.probability[h], p[h], kTolerance) << h;
    EXPECT_NEAR(at8.se[h], se[h], kTolerance) << h;
  }
  const auto from_b = aalen_johansen(g6(), 4, 1, 4, 12);
  EXPECT_NEAR(from_b.back().probability[2], .75, kTolerance);
  EXPECT_NEAR(from_b.back().se[2], .2165063509, kTolerance);
  EXPECT_FALSE(steps.front().rests_on_fewer_than(5)) << "eight start in A";
  EXPECT_TRUE(at8.rests_on_fewer_than(5)) << "two in A, three in B";
  EXPECT_FALSE(from_b.back().rests_on_fewer_than(5)) << "everything is decided by then";
}

TEST(BenjaminiHochberg, MatchesR) {
  const std::vector<double> p{.001, .008, .039, .041, .042, .06, .074, .205, .212, .216};
  const std::vector<double> expected{.01, .04, .084, .084, .084, .1, .1057142857, .216, .216, .216};
  const std::vector<double> adjusted = benjamini_hochberg(p);
  for (std::size_t i = 0; i < p.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], kTolerance) << i;
  // The answer follows the question, not its place in the list.
  const std::vector<double> reversed =
      benjamini_hochberg(std::vector<double>(p.rbegin(), p.rend()));
  for (std::size_t i = 0; i < p.size(); ++i)
    EXPECT_NEAR(reversed[p.size() - 1 - i], expected[i], kTolerance) << i;
  EXPECT_TRUE(benjamini_hochberg({}).empty());
}

}  // namespace
}  // namespace stagecoach::cycle
