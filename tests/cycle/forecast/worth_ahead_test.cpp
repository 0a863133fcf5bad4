// The drawn range held against exact distributions.
#include "cycle/forecast/worth_ahead.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace stagecoach::cycle {
namespace {

std::vector<Chance> some_chances(std::size_t count, unsigned seed, bool equal_amounts) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> share(0, 1);
  std::vector<Chance> chances;
  for (std::size_t i = 0; i < count; ++i)
    chances.push_back({equal_amounts ? 1.0 : 1'000 * std::exp(3 * share(random)), share(random)});
  return chances;
}

// Of the number won: the Poisson-binomial distribution, by convolution.
std::vector<double> exact_counts(const std::vector<Chance>& chances) {
  std::vector<double> mass{1.0};
  for (const Chance& chance : chances) {
    mass.push_back(0);
    for (std::size_t k = mass.size(); k-- > 1;)
      mass[k] = mass[k] * (1 - chance.p) + mass[k - 1] * chance.p;
    mass[0] *= 1 - chance.p;
  }
  return mass;
}

double share_up_to(const std::vector<double>& mass, double k) {
  double sum = 0;
  for (std::size_t i = 0; i < mass.size() && static_cast<double>(i) <= k; ++i) sum += mass[i];
  return sum;
}

TEST(WorthAhead, IsThePoissonBinomialWhereAmountsAreEqual) {
  for (const std::size_t count : {1u, 5u, 40u, 200u}) {
    const std::vector<Chance> chances = some_chances(count, 7, true);
    const std::vector<double> mass = exact_counts(chances);
    const Spread spread = spread_of(chances, {});
    for (const auto& [at, q] : {std::pair(spread.low80, .1),
                                {spread.low50, .25},
                                {spread.middle, .5},
                                {spread.high50, .75},
                                {spread.high80, .9}}) {
      EXPECT_GE(share_up_to(mass, at), q - .02) << count;
      EXPECT_LE(share_up_to(mass, at - 1), q + .02) << count;
    }
  }
}

TEST(WorthAhead, ManySmallDealsKeepTheirMeanAndVariance) {
  const std::vector<Chance> chances = some_chances(5'000, 3, false);
  double variance = 0;
  for (const Chance& chance : chances)
    variance += chance.amount * chance.amount * chance.p * (1 - chance.p);
  const Spread spread = spread_of(chances, {});
  EXPECT_NEAR(spread.middle, expected_worth(chances), .06 * std::sqrt(variance));
  EXPECT_NEAR((spread.high80 - spread.low80) / (2 * 1.2815515655), std::sqrt(variance),
              .05 * std::sqrt(variance));
}

TEST(WorthAhead, TheOrderOfTheDealsDoesNotMatter) {
  std::vector<Chance> chances = some_chances(600, 11, false);
  const Spread spread = spread_of(chances, {});
  std::shuffle(chances.begin(), chances.end(), std::mt19937(5));
  EXPECT_EQ(spread_of(chances, {}), spread);
}

TEST(WorthAhead, AnUnlikelyGiantWidensNothing) {
  std::vector<Chance> chances(200, Chance{1'000, .5});
  chances.push_back({1e9, .001});
  const Spread spread = spread_of(chances, {});
  EXPECT_GT(spread.low80, 80'000);
  EXPECT_LT(spread.high80, 120'000);
}

TEST(WorthAhead, DealsToComeAreAPoissonNumber) {
  for (const double mean : {.4, 9.0, 400.0}) {
    const Spread spread = spread_of({}, {{mean, 10}});
    EXPECT_NEAR(spread.middle, 10 * mean, 10 * (1 + .1 * std::sqrt(mean)));
    EXPECT_NEAR(spread.high80 - spread.low80, 10 * 2 * 1.2816 * std::sqrt(mean),
                10 * (1 + .12 * std::sqrt(mean)));
  }
}

TEST(WorthAhead, NothingComesToNothing) {
  EXPECT_EQ(spread_of({}, {}), Spread());
  EXPECT_EQ(expected_worth(std::vector<Chance>{}), 0);
  EXPECT_EQ(spread_of({{500, 1}}, {}), (Spread{500, 500, 500, 500, 500}));
}

}  // namespace
}  // namespace stagecoach::cycle
