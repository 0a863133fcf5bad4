// Random draws that come out the same on every machine for the same seed (the standard library's
// distributions do not promise that).
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <span>

namespace stagecoach::exchange {

class SampleRandom {
 public:
  explicit SampleRandom(std::uint64_t seed) : engine_(seed) {}

  // In [0, 1), 53 random bits.
  double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  bool chance(double probability) { return uniform() < probability; }
  // In [0, n). REQUIRES: n > 0.
  std::size_t below(std::size_t n) {
    return static_cast<std::size_t>(uniform() * static_cast<double>(n));
  }
  template <class Range>
  const auto& pick(const Range& range) {
    return range[below(std::size(range))];
  }
  // Weibull by inversion: scale * (-ln(1-u))^(1/shape).
  double weibull(double shape, double scale) {
    return scale * std::pow(-std::log1p(-uniform()), 1.0 / shape);
  }
  // Standard normal by Box and Muller (Ann. Math. Stat. 29, 1958).
  double normal() {
    const double radius = std::sqrt(-2.0 * std::log1p(-uniform()));
    return radius * std::cos(6.283185307179586 * uniform());
  }
  double log_normal(double median, double sigma) { return median * std::exp(sigma * normal()); }
  // The place of the weight that was drawn.
  std::size_t weighted(std::span<const double> weights) {
    double total = 0;
    for (const double weight : weights) total += weight;
    double left = uniform() * total;
    for (std::size_t i = 0; i < weights.size(); ++i)
      if ((left -= weights[i]) < 0) return i;
    return weights.size() - 1;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace stagecoach::exchange
