#include "cycle/estimators/benjamini_hochberg.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace stagecoach::cycle {

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return p_values[a] > p_values[b]; });
  std::vector<double> adjusted(p_values.size());
  const double m = static_cast<double>(p_values.size());
  double smallest = 1.0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double rank = m - static_cast<double>(i);
    smallest = std::min(smallest, p_values[order[i]] * m / rank);
    adjusted[order[i]] = smallest;
  }
  return adjusted;
}

}  // namespace stagecoach::cycle
