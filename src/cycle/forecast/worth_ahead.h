// What deals that may be won in a period come to, as a distribution: a sum of independent yes-or-no
// amounts (a Poisson-binomial, weighted) and of deals that do not exist yet (compound Poisson).
//
// Drawn by a counter-based generator: draw d of deal i is a hash of (d, i), so a result depends on
// the chances alone, never on a clock, a thread or the order of the deals. The kDrawn deals with
// the greatest variance are drawn one by one; of the others, each of which moves the sum little,
// the sum is drawn as normal with its exact mean and variance.
//
// Pure functions, safe from any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace stagecoach::cycle {

inline constexpr std::size_t kDraws = 4'000, kDrawn = 256;

struct Chance {
  double amount = 0;
  double p = 0;  // of being won in the period
};

// So many deals are expected to be begun and won in the period, each bringing so much.
struct ToCome {
  double won = 0;
  double amount = 0;
};

// Half of the draws lie within [low50, high50], four of five within [low80, high80].
struct Spread {
  double low80 = 0, low50 = 0, middle = 0, high50 = 0, high80 = 0;
  bool operator==(const Spread&) const = default;
};

double expected_worth(const std::vector<Chance>& open);
double expected_worth(const std::vector<ToCome>& to_come);

Spread spread_of(std::vector<Chance> open, const std::vector<ToCome>& to_come);

}  // namespace stagecoach::cycle
