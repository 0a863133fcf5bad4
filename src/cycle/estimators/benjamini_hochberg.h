// Benjamini-Hochberg: p-values adjusted for how many questions were asked at once, so that a
// report over fifty segments does not cry wolf. Pure function, safe from any thread.
#pragma once

#include <span>
#include <vector>

namespace stagecoach::cycle {

// Adjusted p-values in the order given: min over j >= i of p_(j) * m / j, at most 1 (as R's
// p.adjust with "BH"). Finding `i` is kept at false discovery rate q where adjusted[i] <= q.
std::vector<double> benjamini_hochberg(std::span<const double> p_values);

}  // namespace stagecoach::cycle
