#include "platform/base/nearest.h"

#include <algorithm>
#include <array>
#include <limits>

namespace stagecoach {
namespace {

constexpr size_t kLengthMax = 64;
constexpr int kFar = std::numeric_limits<int>::max();

char plain(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return c == '-' || c == ' ' ? '_' : c;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
  if (a.size() > kLengthMax || b.size() > kLengthMax) return kFar;
  // Optimal string alignment: three rows of the matrix are alive at a time.
  std::array<int, kLengthMax + 1> before{}, above{}, row{};
  for (size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const char x = plain(a[i - 1]), y = plain(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (x == y ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && x == plain(b[j - 2]) && plain(a[i - 2]) == y && x != y;
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates) {
  std::optional<std::string_view> best;
  int best_distance = kFar;
  for (const std::string_view candidate : candidates) {
    const int distance = edit_distance(name, candidate);
    const size_t longer = std::max(name.size(), candidate.size());
    if (distance >= best_distance || distance > static_cast<int>((longer + 2) / 3)) continue;
    if (distance >= static_cast<int>(std::min(name.size(), candidate.size()))) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

}  // namespace stagecoach
