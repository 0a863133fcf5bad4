// What must hold for any data, tried on seeded random data: a failure names its seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "cycle/estimators/scores.h"
#include "cycle/estimators/semi_markov.h"
#include "cycle/estimators/shrinkage.h"
#include "cycle/estimators/stage_chain.h"
#include "cycle/estimators/two_groups.h"
#include "cycle/estimators/weibull.h"

namespace stagecoach::cycle {
namespace {

constexpr double kSame = 1e-9;
constexpr int kSeeds = 100;
constexpr int kStates = 4;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int between(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }
  double share() { return std::uniform_real_distribution<double>(0.01, 1.0)(engine_); }
  std::mt19937& engine() { return engine_; }

 private:
  std::mt19937 engine_;
};

template <class Check>
void for_seeds(Check check) {
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    check(random);
    if (::testing::Test::HasFailure()) return;
  }
}

// Moves back and forth, stays of no length and open ones among them.
std::vector<Stay> sample(Random& random) {
  std::vector<Stay> stays;
  for (int i = random.between(20, 200); i > 0; --i) {
    const int state = random.between(0, kStates - 1);
    int to = random.between(-3, kStates - 1);
    if (to == state) to = kEndsLost;
    stays.push_back({state, random.between(0, 20), to});
  }
  return stays;
}

std::vector<Observation> times(Random& random, int most) {
  std::vector<Observation> observations;
  for (int i = random.between(5, 60); i > 0; --i)
    observations.push_back({random.between(1, most), random.between(0, 2)});
  return observations;
}

TEST(SemiMarkovProperty, WhatIsWonNeverShrinksAndAllSumsToOne) {
  for_seeds([](Random& random) {
    const SemiMarkov model(dwell_hazards(sample(random), kStates), 120);
    for (int s = 0; s < kStates; ++s) {
      Outlook before{0, 0, 1};
      for (std::int64_t day = 0; day <= model.horizon(); ++day) {
        const Outlook now = model.outlook(s, {}, day);
        ASSERT_GE(now.won, before.won - kSame);
        ASSERT_GE(now.lost, before.lost - kSame);
        ASSERT_NEAR(now.won + now.lost + now.unresolved, 1.0, kSame);
        ASSERT_GE(now.unresolved, -kSame);
        before = now;
      }
    }
  });
}

// Of the deals still there after u days, those that leave on day u + 1 take their answer from where
// they go; those that stay are asked again tomorrow, with a day less to go.
TEST(SemiMarkovProperty, TodaysChanceIsWhatTomorrowsIsExpectedToBe) {
  for_seeds([](Random& random) {
    const std::vector<StateHazards> hazards = dwell_hazards(sample(random), kStates);
    const SemiMarkov model(hazards, 120);
    for (int s = 0; s < kStates; ++s)
      for (std::int64_t dwell = 0; dwell < 15; ++dwell) {
        constexpr std::int64_t kDays = 60;
        double expected = 0.0, stays = 1.0;
        for (const HazardDay& day : hazards[static_cast<std::size_t>(s)].days)
          if (day.day == dwell + 1)
            for (const Hazard& hazard : day.hazards) {
              stays -= hazard.share;
              if (hazard.to == kEndsWon) expected += hazard.share;
              if (hazard.to >= 0)
                expected += hazard.share * model.outlook(hazard.to, {}, kDays - 1).won;
            }
        if (model.outlook(s, dwell).unresolved == 1.0) continue;  // nobody stayed that long
        if (stays > kSame) expected += stays * model.outlook(s, dwell + 1, kDays - 1).won;
        ASSERT_NEAR(model.outlook(s, dwell, kDays).won, expected, 1e-7) << s << " " << dwell;
      }
  });
}

TEST(SemiMarkovProperty, NeitherOrderNorAStayOfNoLengthThatIsCensoredMatters) {
  for_seeds([](Random& random) {
    std::vector<Stay> stays = sample(random);
    const SemiMarkov model(dwell_hazards(stays, kStates), 60);
    std::shuffle(stays.begin(), stays.end(), random.engine());
    const SemiMarkov shuffled(dwell_hazards(stays, kStates), 60);
    for (int s = 0; s < kStates; ++s)
      ASSERT_NEAR(model.outlook(s).won, shuffled.outlook(s).won, kSame);
    // One watched in two pieces, censored and then entered late, is one watched throughout.
    std::vector<Stay> split = stays;
    const auto long_one =
        std::find_if(split.begin(), split.end(), [](const Stay& stay) { return stay.dwell >= 2; });
    if (long_one == split.end()) return;
    const Stay whole = *long_one;
    *long_one = {whole.state, whole.dwell / 2, kNoEnd};
    split.push_back({whole.state, whole.dwell, whole.to, whole.dwell / 2});
    const SemiMarkov pieces(dwell_hazards(split, kStates), 60);
    for (int s = 0; s < kStates; ++s)
      ASSERT_NEAR(model.outlook(s).won, pieces.outlook(s).won, kSame);
  });
}

TEST(TwoGroupsProperty, AGroupDoesNotDifferFromItself) {
  for_seeds([](Random& random) {
    const RiskTable table = risk_table(times(random, 40));
    if (const auto same = log_rank(table, table)) {
      ASSERT_NEAR(same->chi2, 0.0, kSame);
      ASSERT_NEAR(same->p, 1.0, 1e-4);
    }
    for (int cause = 1; cause <= 2; ++cause)
      if (const auto same = gray_test(table, table, cause)) {
        ASSERT_NEAR(same->chi2, 0.0, kSame);
      }
  });
}

TEST(TwoGroupsProperty, WhoIsNamedFirstDoesNotMatter) {
  for_seeds([](Random& random) {
    const RiskTable a = risk_table(times(random, 40)), b = risk_table(times(random, 60));
    const auto ab = log_rank(a, b), ba = log_rank(b, a);
    ASSERT_EQ(ab.has_value(), ba.has_value());
    if (ab) {
      ASSERT_NEAR(ab->chi2, ba->chi2, 1e-7);
    }
    const auto gray_ab = gray_test(a, b, 1), gray_ba = gray_test(b, a, 1);
    ASSERT_EQ(gray_ab.has_value(), gray_ba.has_value());
    if (gray_ab) {
      ASSERT_NEAR(gray_ab->chi2, gray_ba->chi2, 1e-7);
    }
  });
}

// With nothing competing and nobody censored the test of a cause is a log-rank test of its own
// risk sets, so that the two agree about who is quicker; under the hypothesis it is as often below
// .5 as above.
TEST(TwoGroupsProperty, GrayCriesWolfAsOftenAsItSays) {
  int small = 0;
  constexpr int kTrials = 2'000;
  for (unsigned seed = 1; seed <= kTrials; ++seed) {
    Random random(seed);
    std::vector<Observation> a, b;
    for (int i = 0; i < 60; ++i) {
      a.push_back({random.between(1, 200), random.between(0, 2)});
      b.push_back({random.between(1, 200), random.between(0, 2)});
    }
    if (gray_test(risk_table(a), risk_table(b), 1).value().p < .1) ++small;
  }
  EXPECT_NEAR(small / double{kTrials}, .1, .025);
}

TEST(ShrinkageProperty, LiesBetweenTheShareAndTheMeanOfAll) {
  for_seeds([](Random& random) {
    std::vector<Share> shares;
    for (int i = 0; i < 8; ++i) {
      const int of = random.between(1, 60);
      shares.push_back({random.between(0, of), of});
    }
    const BetaPrior prior = fit_beta_binomial(shares);
    for (const Share& share : shares) {
      const double raw = static_cast<double>(share.hits) / static_cast<double>(share.of);
      ASSERT_GE(prior.shrunk(share), std::min(raw, prior.mean()) - kSame);
      ASSERT_LE(prior.shrunk(share), std::max(raw, prior.mean()) + kSame);
    }
  });
}

TEST(ShrinkageProperty, FindsTheStrengthThatMadeTheData) {
  Random random(7);
  std::gamma_distribution<double> a(8.0), b(32.0);  // a beta distribution of strength 40
  std::vector<HazardCount> counts;
  for (int i = 0; i < 3'000; ++i) {
    const double x = a(random.engine()), y = b(random.engine());
    std::binomial_distribution<int> ends(50, x / (x + y));
    counts.push_back({50, {static_cast<double>(ends(random.engine()))}, {.2}});
  }
  EXPECT_NEAR(fit_hazard_strength(counts), 40.0, 6.0);
  for (HazardCount& count : counts) count.ended = {10};  // all alike: nothing to learn from one
  EXPECT_GT(fit_hazard_strength(counts), 1e5);
}

TEST(WeibullProperty, TimeInOtherUnitsScalesWithThem) {
  for_seeds([](Random& random) {
    std::vector<Observation> observations = times(random, 50);
    const auto days = fit_weibull(observations);
    for (Observation& o : observations) o.exit *= 24;
    const auto hours = fit_weibull(observations);
    ASSERT_EQ(days.has_value(), hours.has_value());
    if (!days) return;
    ASSERT_NEAR(hours->shape, days->shape, 1e-6 * days->shape);
    ASSERT_NEAR(hours->scale, 24 * days->scale, 1e-4 * hours->scale);
  });
}

TEST(ScoresProperty, AgreeWithCountingPairs) {
  for_seeds([](Random& random) {
    const std::vector<Observation> observations = times(random, 20);
    std::vector<double> risks;
    for (std::size_t i = 0; i < observations.size(); ++i) risks.push_back(random.between(1, 9));
    double agreed = 0.0, pairs = 0.0;
    for (std::size_t i = 0; i < risks.size(); ++i)
      for (std::size_t j = 0; j < risks.size(); ++j) {
        const Observation &a = observations[i], &b = observations[j];
        const bool outlived =
            a.cause != kCensored &&
            (a.exit < b.exit || (a.exit == b.exit && b.cause == kCensored && i != j));
        if (!outlived) continue;
        pairs += 1.0;
        agreed += risks[i] > risks[j] ? 1.0 : risks[i] == risks[j] ? .5 : 0.0;
      }
    const auto c = concordance(observations, risks);
    ASSERT_EQ(c.has_value(), pairs > 0.0);
    if (c) {
      ASSERT_NEAR(*c, agreed / pairs, kSame);
    }
  });
}

TEST(ScoresProperty, WeightsStandForAll) {
  for_seeds([](Random& random) {
    const std::vector<Observation> observations = times(random, 30);
    std::int64_t last = 0;
    for (const Observation& o : observations) last = std::max(last, o.exit);
    const std::int64_t tau = random.between(1, static_cast<int>(last) - (last > 1 ? 1 : 0));
    double sum = 0.0;
    for (const double weight : censoring_weights(observations, tau)) sum += weight;
    if (tau < last) {
      ASSERT_NEAR(sum, static_cast<double>(observations.size()), 1e-7);
    }
  });
}

TEST(BottleneckProperty, PartsSumAndNothingIsGainedByStayingAsOneIs) {
  for_seeds([](Random& random) {
    std::vector<ChainStage> chain;
    for (int s = 0; s < kStates; ++s) {
      const double lost = random.share() / 2, back = s > 0 ? random.share() / 4 : 0.0;
      ChainStage stage{{{s + 1 < kStates ? s + 1 : kEndsWon, 1.0 - lost - back}, {kEndsLost, lost}},
                       10 * random.share(),
                       20 * random.share()};
      if (s > 0) stage.ways.push_back({s - 1, back});
      chain.push_back(stage);
    }
    const Flow flow{1.0, 50.0, 1000.0};
    for (int s = 0; s < kStates; ++s) {
      const ChainStage& stage = chain[static_cast<std::size_t>(s)];
      const Gain none = gain_at_target(chain, s, {stage.share_to(kEndsLost), stage.days_on}, flow);
      ASSERT_NEAR(none.total, 0.0, 1e-6);
      const Gain gain =
          gain_at_target(chain, s, {stage.share_to(kEndsLost) / 2, stage.days_on / 2}, flow);
      ASSERT_NEAR(gain.by_days + gain.by_conversion, gain.total, 1e-6);
      ASSERT_GE(gain.arrival_limited, -kSame) << "losing less wins more";
      const ChainStage better = at_target(stage, s, {stage.share_to(kEndsLost) / 2, {}});
      double sum = 0.0;
      for (const Way& way : better.ways) sum += way.share;
      ASSERT_NEAR(sum, 1.0, kSame);
    }
  });
}

}  // namespace
}  // namespace stagecoach::cycle
