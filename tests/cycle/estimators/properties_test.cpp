// What must hold for any data, tried on seeded random data: a failure names its seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include "cycle/estimators/aalen_johansen.h"
#include "cycle/estimators/competing_risks.h"
#include "cycle/estimators/duration_tally.h"
#include "cycle/estimators/kaplan_meier.h"

namespace stagecoach::cycle {
namespace {

constexpr double kSame = 1e-12;
constexpr int kSeeds = 200;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }
  std::mt19937& engine() { return engine_; }

 private:
  std::mt19937 engine_;
};

// Ties are frequent on purpose, and some samples are tiny.
std::vector<Observation> sample(Random& random, bool delayed = false) {
  const std::int64_t n = random.between(1, 60), range = random.between(2, 80);
  std::vector<Observation> observations;
  for (std::int64_t i = 0; i < n; ++i) {
    Observation o;
    o.exit = random.between(1, range);
    o.cause = static_cast<int>(random.between(0, 3));
    if (delayed && random.between(0, 2) == 0) o.entry = random.between(0, o.exit - 1);
    observations.push_back(o);
  }
  return observations;
}

template <class Check>
void for_seeds(Check check) {
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    check(random);
    if (::testing::Test::HasFailure()) return;
  }
}

void expect_same_curve(const KaplanMeier& a, const KaplanMeier& b) {
  ASSERT_EQ(a.steps().size(), b.steps().size());
  for (std::size_t i = 0; i < a.steps().size(); ++i) {
    EXPECT_EQ(a.steps()[i].time, b.steps()[i].time);
    EXPECT_NEAR(a.steps()[i].survival, b.steps()[i].survival, kSame);
    EXPECT_NEAR(a.steps()[i].se, b.steps()[i].se, kSame);
  }
}

TEST(EstimatorProperties, IncidencesAndSurvivalAddUpToOne) {
  for_seeds([](Random& random) {
    const RiskTable table = risk_table(sample(random, true));
    const CompetingRisks risks(table);
    const KaplanMeier km(table);
    for (const IncidenceStep& step : risks.steps()) {
      double sum = step.survival;
      for (const double incidence : step.incidence) sum += incidence;
      EXPECT_NEAR(sum, 1.0, kSame);
      EXPECT_NEAR(step.survival, km.survival_at(step.time), kSame);
      EXPECT_GE(step.survival, 0.0);
    }
  });
}

TEST(EstimatorProperties, OneMinusKaplanMeierOfACauseIsAtLeastItsIncidence) {
  for_seeds([](Random& random) {
    const std::vector<Observation> all = sample(random);
    std::vector<Observation> alone = all;
    for (Observation& o : alone)
      if (o.cause != 1) o.cause = kCensored;
    const CompetingRisks risks(risk_table(all));
    const KaplanMeier km(risk_table(alone));
    for (const IncidenceStep& step : risks.steps())
      EXPECT_GE(1.0 - km.survival_at(step.time), step.incidence[0] - kSame);
  });
}

TEST(EstimatorProperties, WithoutCensoringTheCurveIsTheEmpiricalOne) {
  for_seeds([](Random& random) {
    std::vector<Observation> observations = sample(random);
    for (Observation& o : observations) o.cause = std::max(1, o.cause);
    const double n = static_cast<double>(observations.size());
    const RiskTable table = risk_table(observations);
    const KaplanMeier km(table);
    const CompetingRisks risks(table);
    for (const SurvivalStep& step : km.steps()) {
      const auto later = std::count_if(observations.begin(), observations.end(),
                                       [&](const Observation& o) { return o.exit > step.time; });
      const double s = static_cast<double>(later) / n;
      EXPECT_NEAR(step.survival, s, kSame);
      EXPECT_NEAR(step.se, std::sqrt(s * (1 - s) / n), 1e-9);
      const double p = risks.incidence_at(step.time, 1);
      EXPECT_NEAR(risks.se_at(step.time, 1), std::sqrt(p * (1 - p) / n), 1e-9);
    }
    double mean = 0.0;
    for (const Observation& o : observations) mean += static_cast<double>(o.exit) / n;
    EXPECT_NEAR(km.restricted_mean(km.last_time())->mean, mean, 1e-9);
  });
}

TEST(EstimatorProperties, OrderDoesNotMatter) {
  for_seeds([](Random& random) {
    std::vector<Observation> observations = sample(random, true);
    const KaplanMeier before(risk_table(observations));
    std::shuffle(observations.begin(), observations.end(), random.engine());
    expect_same_curve(before, KaplanMeier(risk_table(observations)));
  });
}

TEST(EstimatorProperties, CensoredAtTheStartChangesNothing) {
  for_seeds([](Random& random) {
    std::vector<Observation> observations = sample(random);
    const KaplanMeier before(risk_table(observations));
    observations.push_back({.exit = 0, .cause = kCensored});
    expect_same_curve(before, KaplanMeier(risk_table(observations)));
  });
}

TEST(EstimatorProperties, ScalingTimeScalesTheQuantiles) {
  for_seeds([](Random& random) {
    std::vector<Observation> observations = sample(random, true);
    const KaplanMeier days(risk_table(observations));
    // Far enough apart that the larger one is sorted where the smaller one is counted.
    constexpr std::int64_t kFactor = 86'400;
    for (Observation& o : observations) {
      o.exit *= kFactor;
      o.entry *= kFactor;
    }
    const KaplanMeier seconds(risk_table(observations));
    for (const double q : {.1, .25, .5, .8, .9}) {
      ASSERT_EQ(days.quantile(q).has_value(), seconds.quantile(q).has_value());
      if (days.quantile(q)) {
        EXPECT_NEAR(*days.quantile(q) * kFactor, *seconds.quantile(q), 1e-6);
      }
      EXPECT_EQ(days.quantile_ci95(q).high.has_value(), seconds.quantile_ci95(q).high.has_value());
    }
  });
}

TEST(EstimatorProperties, MergingCausesAddsTheirIncidences) {
  for_seeds([](Random& random) {
    const std::vector<Observation> apart = sample(random);
    std::vector<Observation> merged = apart;
    for (Observation& o : merged)
      if (o.cause == 3) o.cause = 2;
    const CompetingRisks a{risk_table(apart)}, b{risk_table(merged)};
    for (const IncidenceStep& step : a.steps())
      EXPECT_NEAR(step.incidence[1] + step.incidence[2], b.incidence_at(step.time, 2), kSame);
  });
}

TEST(EstimatorProperties, DuplicatingTheDataKeepsTheCurveAndNarrowsTheBand) {
  for_seeds([](Random& random) {
    const std::vector<Observation> once = sample(random);
    std::vector<Observation> twice = once;
    twice.insert(twice.end(), once.begin(), once.end());
    const RiskTable table_once = risk_table(once), table_twice = risk_table(twice);
    const KaplanMeier a(table_once), b(table_twice);
    ASSERT_EQ(a.steps().size(), b.steps().size());
    for (std::size_t i = 0; i < a.steps().size(); ++i) {
      EXPECT_NEAR(a.steps()[i].survival, b.steps()[i].survival, kSame);
      EXPECT_NEAR(a.steps()[i].se, b.steps()[i].se * std::sqrt(2.0), 1e-9);
    }
    const CompetingRisks c(table_once), d(table_twice);
    for (const IncidenceStep& step : c.steps())
      EXPECT_NEAR(step.incidence[1], d.incidence_at(step.time, 2), kSame);
  });
}

TEST(EstimatorProperties, SplittingAVisitIntoCensoredAndDelayedChangesNothing) {
  for_seeds([](Random& random) {
    const std::vector<Observation> whole = sample(random, true);
    std::vector<Observation> split;
    for (const Observation& o : whole) {
      if (o.exit - o.entry < 2) {
        split.push_back(o);
        continue;
      }
      const std::int64_t cut = random.between(o.entry + 1, o.exit - 1);
      split.push_back({.exit = cut, .cause = kCensored, .entry = o.entry});
      split.push_back({.exit = o.exit, .cause = o.cause, .entry = cut});
    }
    expect_same_curve(KaplanMeier(risk_table(whole)), KaplanMeier(risk_table(split)));
    const CompetingRisks a{risk_table(whole)}, b{risk_table(split)};
    for (const IncidenceStep& step : a.steps())
      for (int cause = 1; cause <= kCauses; ++cause)
        EXPECT_NEAR(step.se[static_cast<std::size_t>(cause - 1)], b.se_at(step.time, cause), 1e-9);
  });
}

TEST(EstimatorProperties, IntervalsHoldTheEstimateAndStayWithinZeroAndOne) {
  for_seeds([](Random& random) {
    const KaplanMeier km(risk_table(sample(random, true)));
    for (const SurvivalStep& step : km.steps()) {
      const Interval ci = step.ci95();
      if (!ci.low || !ci.high) continue;
      EXPECT_LE(0.0, *ci.low);
      EXPECT_LE(*ci.low, step.survival + kSame);
      EXPECT_LE(step.survival, *ci.high + kSame);
      EXPECT_LE(*ci.high, 1.0);
    }
    const Interval median = km.quantile_ci95(.5);
    if (km.quantile(.5) && median.low) {
      EXPECT_LE(*median.low, *km.quantile(.5));
    }
    if (km.quantile(.5) && median.high) {
      EXPECT_GE(*median.high, *km.quantile(.5));
    }
  });
}

TEST(EstimatorProperties, RoundingMovesAQuantileByNoMoreThanItSays) {
  for (std::uint64_t ticks = 0; ticks < 5'000'000'000; ticks += 1 + ticks / 97) {
    const std::size_t step = step_of(ticks, Resolution::rounded);
    const auto time = static_cast<double>(time_of(step, Resolution::rounded));
    ASSERT_NEAR(time, static_cast<double>(ticks), static_cast<double>(ticks) * kRoundingError);
    ASSERT_LE(step_of(ticks, Resolution::rounded), step_of(ticks + 1, Resolution::rounded));
    ASSERT_EQ(step_of(static_cast<std::uint64_t>(time), Resolution::rounded), step);
  }
  Random random(7);
  DurationTally exact, rounded = DurationTally::rounded();
  std::int64_t sum = 0;
  for (int i = 0; i < 50'000; ++i) {
    const std::int64_t duration = random.between(0, 1) * random.between(0, 40'000'000);
    const int cause = static_cast<int>(random.between(0, 3));
    exact.add(duration, cause);
    rounded.add(duration, cause);
    sum += duration;
  }
  const KaplanMeier a(exact.table()), b(rounded.table());
  EXPECT_EQ(rounded.totals().ticks, static_cast<double>(sum));
  EXPECT_EQ(rounded.totals().by_cause, exact.totals().by_cause);
  for (const double q : {.4, .5, .6, .8, .9}) {
    ASSERT_EQ(a.quantile(q).has_value(), b.quantile(q).has_value());
    EXPECT_NEAR(a.quantile(q).value(), b.quantile(q).value(),
                a.quantile(q).value() * kRoundingError + 1);
  }
}

TEST(EstimatorProperties, WithOneTransientStateAalenJohansenIsCompetingRisks) {
  for_seeds([](Random& random) {
    const std::vector<Observation> observations = sample(random, true);
    std::vector<Sojourn> sojourns;
    for (const Observation& o : observations) {
      Sojourn s{0, o.entry, o.exit, {}};
      if (o.cause != kCensored) s.next = o.cause;
      sojourns.push_back(s);
    }
    const CompetingRisks risks{risk_table(observations)};
    for (const OccupationStep& step : aalen_johansen(sojourns, 4, 0, 0, 1000)) {
      double sum = 0.0;
      for (std::size_t h = 0; h < 4; ++h) sum += step.probability[h];
      EXPECT_NEAR(sum, 1.0, kSame);
      for (int cause = 1; cause <= 3; ++cause)
        EXPECT_NEAR(step.probability[static_cast<std::size_t>(cause)],
                    risks.incidence_at(step.time, cause), kSame);
    }
  });
}

TEST(EstimatorProperties, WithoutCensoringAalenJohansenCountsDeals) {
  for_seeds([](Random& random) {
    // Each deal wanders between A and B and ends in 2 or 3.
    const std::int64_t n = random.between(2, 40);
    std::vector<Sojourn> sojourns;
    std::map<std::int64_t, std::int64_t> ended_in_2;
    for (std::int64_t i = 0; i < n; ++i) {
      int state = 0;
      for (std::int64_t at = 0; state < 2;) {
        const std::int64_t exit = at + random.between(1, 9);
        const int next =
            random.between(0, 1) == 0 ? 1 - state : static_cast<int>(random.between(2, 3));
        sojourns.push_back({state, at, exit, next});
        if (next == 2) ++ended_in_2[exit];
        at = exit;
        state = next;
      }
    }
    std::int64_t count = 0;
    for (const OccupationStep& step : aalen_johansen(sojourns, 4, 0, 0, 100'000)) {
      if (ended_in_2.count(step.time)) count += ended_in_2[step.time];
      const double p = static_cast<double>(count) / static_cast<double>(n);
      EXPECT_NEAR(step.probability[2], p, 1e-9);
      EXPECT_NEAR(step.se[2], std::sqrt(p * (1 - p) / static_cast<double>(n)), 1e-9);
    }
  });
}

}  // namespace
}  // namespace stagecoach::cycle
