// Golden cases of prediction, comparison, shrinkage, scores and the bottleneck, every expected
// figure computed with R (survival, cmprsk, base).
#include <gtest/gtest.h>

#include <cmath>

#include "cycle/estimators/logit.h"
#include "cycle/estimators/scores.h"
#include "cycle/estimators/semi_markov.h"
#include "cycle/estimators/shrinkage.h"
#include "cycle/estimators/stage_chain.h"
#include "cycle/estimators/two_groups.h"
#include "cycle/estimators/weibull.h"

namespace stagecoach::cycle {
namespace {

constexpr double kTolerance = 1e-6;
constexpr int kA = 0, kB = 1;

const std::vector<Observation>& g1() {
  static const std::vector<Observation> observations{{2, 1}, {3, 1}, {3, 0},  {5, 1},
                                                     {8, 1}, {8, 0}, {10, 1}, {12, 0}};
  return observations;
}

const std::vector<Observation>& g5() {
  static const std::vector<Observation> observations{{1, 1}, {2, 2}, {3, 1}, {4, 0}, {4, 2},
                                                     {5, 1}, {6, 2}, {7, 0}, {8, 1}, {10, 0}};
  return observations;
}

std::vector<Stay> g6() {
  return {{kA, 3, kB}, {kB, 4, kEndsWon},  {kA, 2, kEndsLost}, {kA, 4, kB},      {kB, 2, kA},
          {kA, 3, kB}, {kB, 3, kEndsWon},  {kA, 5, kB},        {kB, 5, kNoEnd},  {kA, 6, kEndsLost},
          {kA, 1, kB}, {kB, 7, kEndsLost}, {kA, 8, kNoEnd},    {kA, 3, kEndsWon}};
}

SemiMarkov g6_model(std::int64_t horizon = 60) {
  return SemiMarkov(dwell_hazards(g6(), 2), horizon);
}

TEST(SemiMarkov, SaysWhatBecomesOfADealOnEntry) {
  const SemiMarkov model = g6_model();
  EXPECT_NEAR(model.outlook(kA).won, .375, kTolerance);
  EXPECT_NEAR(model.outlook(kA).lost, .5, kTolerance);
  EXPECT_NEAR(model.outlook(kA).unresolved, .125, kTolerance);
  EXPECT_NEAR(model.outlook(kB).won, .475, kTolerance);
  EXPECT_NEAR(model.outlook(kA, {}, 10).won, .3516707819, kTolerance);
  EXPECT_EQ(model.days_to_win(kA, {}, .5), 6);
  EXPECT_EQ(model.days_to_win(kA, {}, .8), 8);
  EXPECT_NEAR(model.mean_days_to_win(kA).value(), 6.116667, kTolerance);
}

TEST(SemiMarkov, SaysWhatTheTimeSpentAlreadyMeans) {
  const SemiMarkov model = g6_model();
  const std::vector<std::pair<std::int64_t, double>> in_b{
      {1, .475}, {2, .5}, {3, .3333333333}, {4, 0}};
  for (const auto& [dwell, won] : in_b)
    EXPECT_NEAR(model.outlook(kB, dwell).won, won, kTolerance) << dwell;
  EXPECT_EQ(model.rotten_after(kB), 4);
  EXPECT_NEAR(model.outlook(kA, 2).won, .4142857143, kTolerance);
  EXPECT_NEAR(model.outlook(kA, 4).won, .1583333333, kTolerance);
  EXPECT_FALSE(model.is_without_precedent(kB, 4, 1)) << "all of them were lost";
  EXPECT_FALSE(model.is_without_precedent(kA, 4, 1));
  EXPECT_TRUE(model.is_without_precedent(kA, 5, 1)) << "one was lost, the other is still there";
  EXPECT_TRUE(model.is_without_precedent(kA, 3)) << "four went on for longer";
  EXPECT_TRUE(model.is_without_precedent(kA, 99, 1));
  EXPECT_EQ(model.outlook(kA, 99).unresolved, 1.0);
}

TEST(SemiMarkov, AStageThatLosesLess) {
  std::vector<StateHazards> states = dwell_hazards(g6(), 2);
  for (HazardDay& day : states[kB].days)
    for (Hazard& hazard : day.hazards)
      if (hazard.to == kEndsLost) {
        hazard.share /= 2;
        day.hazards.push_back({kEndsWon, hazard.share});
        break;
      }
  const SemiMarkov model(states, 60);
  EXPECT_NEAR(model.outlook(kA).won, .5, kTolerance);
  EXPECT_NEAR(model.outlook(kB).won, .7, kTolerance);
}

TEST(TwoGroups, MatchR) {
  const std::vector<Observation> n{{3, 1}, {5, 1},  {5, 1},  {7, 1},
                                   {8, 0}, {11, 1}, {12, 1}, {15, 1}};
  const std::vector<Observation> s{{6, 1},  {9, 1},  {10, 0}, {12, 1},
                                   {14, 1}, {16, 1}, {18, 0}, {20, 1}};
  const TestResult any = log_rank(risk_table(n), risk_table(s)).value();
  EXPECT_NEAR(any.chi2, 4.0527502650, kTolerance);
  EXPECT_NEAR(any.p, .0440994433, kTolerance);
  const MeanDifference mean = restricted_mean_difference(risk_table(s), risk_table(n), 15).value();
  EXPECT_NEAR(mean.difference, 3.691666667, kTolerance);
  EXPECT_NEAR(mean.p, .0477575776, kTolerance);
  EXPECT_FALSE(log_rank(risk_table(n), risk_table({})));
}

TEST(TwoGroups, GrayMatchesR) {
  const std::vector<Observation> n{{3, 1}, {5, 1},  {5, 2},  {7, 1},
                                   {8, 0}, {11, 2}, {12, 1}, {15, 1}};
  const std::vector<Observation> s{{6, 2},  {9, 1},  {10, 0}, {12, 2},
                                   {14, 1}, {16, 2}, {18, 0}, {20, 2}};
  const TestResult won = gray_test(risk_table(n), risk_table(s), 1).value();
  EXPECT_NEAR(won.chi2, 2.7875422621, kTolerance);
  EXPECT_NEAR(won.p, .0949998288, kTolerance);
  const TestResult lost = gray_test(risk_table(n), risk_table(s), 2).value();
  EXPECT_NEAR(lost.chi2, .0190267771, kTolerance);
  EXPECT_NEAR(lost.p, .8902897466, kTolerance);
}

TEST(Shrinkage, MatchesTheBetaBinomialOfR) {
  const std::vector<Share> shares{{3, 10}, {8, 20}, {1, 12}, {30, 60}, {6, 15}};
  const BetaPrior prior = fit_beta_binomial(shares);
  EXPECT_NEAR(prior.a, 10.912, 1e-2);
  EXPECT_NEAR(prior.b, 18.297, 1e-2);
  const std::vector<double> expected{.35482, .38432, .28906, .45861, .38255};
  for (std::size_t i = 0; i < shares.size(); ++i)
    EXPECT_NEAR(prior.shrunk(shares[i]), expected[i], 1e-4) << i;
}

TEST(Shrinkage, DrawsHazardsTowardsThePopulation) {
  const std::vector<double> shrunk = shrunk_hazards({15, {0, 2}, {.10, .04}}, 20);
  EXPECT_NEAR(shrunk[0], .0571428571, kTolerance);
  EXPECT_NEAR(shrunk[1], .08, kTolerance);
}

TEST(Weibull, MatchesR) {
  const Weibull fitted = fit_weibull(g1()).value();
  EXPECT_NEAR(fitted.shape, 1.698845, 1e-5);
  EXPECT_NEAR(fitted.scale, 9.230003, 1e-5);
  EXPECT_NEAR(fitted.log_likelihood, -15.789060, 1e-5);
  EXPECT_NEAR(fitted.survival_at(fitted.quantile(.8)), .2, kTolerance);
  EXPECT_FALSE(fit_weibull(std::vector<Observation>{{4, 1}, {4, 1}, {9, 0}}));
}

TEST(Scores, MatchR) {
  const std::vector<double> p{.1, .1, .2, .3, .4, .6, .6, .7, .8, .9};
  const std::vector<bool> y{false, false, false, true, false, true, false, true, true, true};
  std::vector<Scored> cases;
  for (std::size_t i = 0; i < p.size(); ++i) cases.push_back({p[i], y[i]});
  EXPECT_NEAR(brier_score(cases).value(), .137, kTolerance);
  EXPECT_NEAR(log_loss(cases).value(), .4260958377, kTolerance);
  EXPECT_NEAR(area_under_curve(cases).value(), .9, kTolerance);
  EXPECT_NEAR(calibration_error(bins_of_equal_width(cases, 4)), .11, kTolerance);
  EXPECT_FALSE(brier_score({}));
}

TEST(Scores, WeighForThoseWatchedTooShort) {
  const std::vector<std::array<double, 3>> expected{{5, .32, .218}, {8, .50, .29}};
  for (const auto& [tau, happened, brier] : expected) {
    const std::vector<double> weights = censoring_weights(g5(), static_cast<std::int64_t>(tau));
    std::vector<Scored> cases;
    double sum = 0.0, won = 0.0;
    for (std::size_t i = 0; i < g5().size(); ++i) {
      cases.push_back(
          {.3, g5()[i].cause == 1 && static_cast<double>(g5()[i].exit) <= tau, weights[i]});
      sum += weights[i];
      if (cases.back().happened) won += weights[i];
    }
    EXPECT_NEAR(sum, 10.0, kTolerance) << tau;
    EXPECT_NEAR(won / sum, happened, kTolerance) << tau;
    EXPECT_NEAR(brier_score(cases).value(), brier, kTolerance) << tau;
  }
}

TEST(Scores, HarrellsCMatchesR) {
  const std::vector<double> risks{.9, .4, .5, .7, .2, .3, .7, .1};
  EXPECT_NEAR(concordance(g1(), risks).value(), .7380952381, kTolerance);
  EXPECT_FALSE(concordance({}, {}));
}

TEST(Logit, MatchesR) {
  LogitData data;
  data.columns = 2;
  for (const Observation& o : g5())
    for (std::int64_t day = 1; day <= o.exit; ++day) {
      data.values.insert(data.values.end(), {1.0, static_cast<double>(day)});
      data.outcome.push_back(day == o.exit && o.cause != kCensored ? 1 : 0);
    }
  EXPECT_EQ(data.outcome.size(), 50u);
  const LogitModel model = fit_logit(data).value();
  EXPECT_NEAR(model.coefficients[0], -2.1665409, 1e-5) << "where R stops";
  EXPECT_NEAR(model.coefficients[1], .0905508, kTolerance);
  EXPECT_NEAR(model.log_likelihood, -20.1057116, kTolerance);
  const std::vector<double> shares = model.probabilities(std::vector<double>{1.0, 4.0});
  EXPECT_NEAR(shares[1], 1.0 / (1.0 + std::exp(2.1665409 - 4 * .0905508)), kTolerance);
}

ChainStage stage(int next, double on, double days_on, double days_lost) {
  return {{{next, on}, {kEndsLost, 1.0 - on}}, days_on, days_lost};
}

TEST(Velocity, CountsTheTimeOfWhatIsLost) {
  const std::vector<ChainStage> chain{stage(kEndsWon, .3, 90, 40)};
  const ChainOutcome outcome = outcome_of(chain);
  EXPECT_NEAR(outcome.days * 10.0 / 30.0, 18.3333333, kTolerance) << "Little's law";
  EXPECT_NEAR(velocity(18.3333333, outcome, 1.0), 3.0, kTolerance);
  EXPECT_NEAR(velocity(18.3333333, {outcome.won, 90}, 1.0), 1.8333333, kTolerance)
      << "the usual formula loses deals";
}

TEST(Bottleneck, IsNotTheLongestStage) {
  const std::vector<ChainStage> chain{stage(1, .6, 8, 15), stage(2, .5, 12, 25),
                                      stage(3, .7, 20, 35), stage(kEndsWon, .8, 10, 30)};
  const ChainOutcome now = outcome_of(chain);
  EXPECT_NEAR(now.won, .168, kTolerance);
  EXPECT_NEAR(now.days, 32.19, kTolerance);
  const Flow flow{50.0 / 30.0, 50.0 / 30.0 * now.days, 100'000};
  EXPECT_NEAR(flow.wip, 53.65, kTolerance);
  EXPECT_NEAR(velocity(flow.wip, now, flow.value), 840'000, 1e-3);
  const std::vector<std::array<double, 3>> expected{
      {.65, 7, 66'444.90}, {.6, 10, 182'033.51}, {.75, 12, 147'928.39}, {.82, 9, 31'000.68}};
  for (int s = 0; s < 4; ++s) {
    const auto& [on, days, score] = expected[static_cast<std::size_t>(s)];
    const Gain gain = gain_at_target(chain, s, {1.0 - on, days}, flow);
    EXPECT_NEAR(gain.total, score, 1e-2) << s;
    EXPECT_NEAR(gain.by_days + gain.by_conversion, gain.total, kTolerance);
  }
  const Gain second = gain_at_target(chain, 1, {.4, 10.0}, flow);
  EXPECT_NEAR(second.conversion_alone, 129'508.78, 1e-2);
  EXPECT_NEAR(second.arrival_limited, 168'000, 1e-2);
  const Gain none = gain_at_target(chain, 1, {.5, 12.0}, flow);
  EXPECT_NEAR(none.total, 0.0, kTolerance) << "at its target already";
}

}  // namespace
}  // namespace stagecoach::cycle
