#include "cycle/estimators/shrinkage.h"

#include <boost/math/tools/minima.hpp>
#include <cmath>

namespace stagecoach::cycle {
namespace {

constexpr int kBits = 40;  // of precision asked of a one-dimensional search
constexpr double kStrengthMin = 1e-3;

// ln Gamma(x + n) / Gamma(x), by its logarithms: both are large and their difference is wanted.
double log_rising(double x, double n) {
  return n == 0.0 ? 0.0 : std::lgamma(x + n) - std::lgamma(x);
}

double log_likelihood(std::span<const Share> shares, double mean, double strength) {
  const double a = mean * strength, b = (1.0 - mean) * strength;
  double sum = 0.0;
  for (const Share& share : shares) {
    const double hits = static_cast<double>(share.hits), of = static_cast<double>(share.of);
    sum += log_rising(a, hits) + log_rising(b, of - hits) - log_rising(strength, of);
  }
  return sum;
}

// The best of a smooth one-dimensional function of the logarithm of a strength.
template <class F>
double best_strength(F log_likelihood_at) {
  const auto [where, worst] = boost::math::tools::brent_find_minima(
      [&](double log_strength) { return -log_likelihood_at(std::exp(log_strength)); },
      std::log(kStrengthMin), std::log(kStrengthMax), kBits);
  static_cast<void>(worst);
  return std::exp(where);
}

}  // namespace

BetaPrior fit_beta_binomial(std::span<const Share> shares) {
  std::int64_t hits = 0, of = 0;
  for (const Share& share : shares) {
    hits += share.hits;
    of += share.of;
  }
  if (of == 0) return {};
  if (hits == 0 || hits == of) {  // nothing differs; one case more each way keeps the mean inside
    const double mean = (static_cast<double>(hits) + 1.0) / (static_cast<double>(of) + 2.0);
    return {mean * kStrengthMax, (1.0 - mean) * kStrengthMax};
  }
  const auto best_mean = [&](double strength) {
    return boost::math::tools::brent_find_minima(
               [&](double mean) { return -log_likelihood(shares, mean, strength); }, 1e-6,
               1.0 - 1e-6, kBits)
        .first;
  };
  const double strength =
      best_strength([&](double tried) { return log_likelihood(shares, best_mean(tried), tried); });
  const double mean = best_mean(strength);
  return {mean * strength, (1.0 - mean) * strength};
}

std::vector<double> shrunk_hazards(const HazardCount& count, double m) {
  std::vector<double> shrunk;
  for (std::size_t j = 0; j < count.ended.size(); ++j)
    shrunk.push_back((count.ended[j] + m * count.expected[j]) / (count.at_risk + m));
  return shrunk;
}

double fit_hazard_strength(std::span<const HazardCount> counts) {
  return best_strength([&](double m) {
    double sum = 0.0;
    for (const HazardCount& count : counts) {
      double stays = count.at_risk, expected_stays = 1.0;
      for (std::size_t j = 0; j < count.ended.size(); ++j) {
        if (count.expected[j] > 0.0) sum += log_rising(m * count.expected[j], count.ended[j]);
        stays -= count.ended[j];
        expected_stays -= count.expected[j];
      }
      if (expected_stays > 0.0) sum += log_rising(m * expected_stays, stays);
      sum -= log_rising(m, count.at_risk);
    }
    return sum;
  });
}

}  // namespace stagecoach::cycle
