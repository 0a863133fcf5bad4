#include "cycle/estimators/scores.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace stagecoach::cycle {
namespace {

constexpr double kCertain = 1e-15;

template <class Loss>
std::optional<double> weighted_mean(std::span<const Scored> cases, Loss loss) {
  double sum = 0.0, weights = 0.0;
  for (const Scored& scored : cases) {
    sum += scored.weight * loss(scored);
    weights += scored.weight;
  }
  if (weights <= 0.0) return std::nullopt;
  return sum / weights;
}

std::vector<Scored> by_prediction(std::span<const Scored> cases) {
  std::vector<Scored> sorted(cases.begin(), cases.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Scored& a, const Scored& b) { return a.predicted < b.predicted; });
  return sorted;
}

void add(CalibrationBin& bin, const Scored& scored) {
  bin.predicted += scored.weight * scored.predicted;
  bin.happened += scored.weight * (scored.happened ? 1.0 : 0.0);
  bin.weight += scored.weight;
  ++bin.cases;
}

// Turns sums into means; bins without weight are dropped.
std::vector<CalibrationBin> finish(std::vector<CalibrationBin> bins) {
  std::erase_if(bins, [](const CalibrationBin& bin) { return bin.weight <= 0.0; });
  for (CalibrationBin& bin : bins) {
    bin.predicted /= bin.weight;
    bin.happened /= bin.weight;
  }
  return bins;
}

// Counts by rank, so that "how many of lower rank" takes the logarithm of their number.
class RankCounts {
 public:
  explicit RankCounts(std::size_t ranks) : sums_(ranks + 1, 0) {}
  void add(std::size_t rank) {
    for (std::size_t i = rank + 1; i < sums_.size(); i += i & (~i + 1)) ++sums_[i];
  }
  std::int64_t below(std::size_t rank) const {
    std::int64_t sum = 0;
    for (std::size_t i = rank; i > 0; i -= i & (~i + 1)) sum += sums_[i];
    return sum;
  }

 private:
  std::vector<std::int64_t> sums_;
};

std::vector<std::size_t> ranks_of(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::size_t> ranks;
  for (const double value : values)
    ranks.push_back(static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) -
                                             sorted.begin()));
  return ranks;
}

}  // namespace

std::optional<double> brier_score(std::span<const Scored> cases) {
  return weighted_mean(cases, [](const Scored& scored) {
    const double miss = scored.predicted - (scored.happened ? 1.0 : 0.0);
    return miss * miss;
  });
}

std::optional<double> log_loss(std::span<const Scored> cases) {
  return weighted_mean(cases, [](const Scored& scored) {
    const double given = scored.happened ? scored.predicted : 1.0 - scored.predicted;
    return -std::log(std::max(kCertain, given));
  });
}

std::optional<double> area_under_curve(std::span<const Scored> cases) {
  double happened = 0.0, not_happened = 0.0, wins = 0.0;
  const std::vector<Scored> sorted = by_prediction(cases);
  for (std::size_t i = 0; i < sorted.size();) {
    double yes = 0.0, no = 0.0;
    const double predicted = sorted[i].predicted;
    for (; i < sorted.size() && sorted[i].predicted == predicted; ++i)
      (sorted[i].happened ? yes : no) += sorted[i].weight;
    wins += yes * (not_happened + no / 2.0);
    happened += yes;
    not_happened += no;
  }
  if (happened <= 0.0 || not_happened <= 0.0) return std::nullopt;
  return wins / (happened * not_happened);
}

std::vector<CalibrationBin> bins_of_equal_width(std::span<const Scored> cases, int bins) {
  std::vector<CalibrationBin> found(static_cast<std::size_t>(bins));
  for (const Scored& scored : cases) {
    const double place = std::ceil(scored.predicted * bins) - 1.0;
    add(found[static_cast<std::size_t>(std::clamp(place, 0.0, bins - 1.0))], scored);
  }
  return finish(std::move(found));
}

std::vector<CalibrationBin> bins_of_equal_count(std::span<const Scored> cases, int bins) {
  std::vector<CalibrationBin> found(static_cast<std::size_t>(bins));
  const std::vector<Scored> sorted = by_prediction(cases);
  std::size_t bin = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    // Equal predictions stay together.
    if (i == 0 || sorted[i].predicted != sorted[i - 1].predicted)
      bin = i * found.size() / sorted.size();
    add(found[bin], sorted[i]);
  }
  return finish(std::move(found));
}

double calibration_error(std::span<const CalibrationBin> bins) {
  double sum = 0.0, weights = 0.0;
  for (const CalibrationBin& bin : bins) {
    sum += bin.weight * std::abs(bin.predicted - bin.happened);
    weights += bin.weight;
  }
  return weights > 0.0 ? sum / weights : 0.0;
}

std::vector<double> censoring_weights(std::span<const Observation> observations, std::int64_t tau) {
  // G after each time at which anybody was lost sight of.
  std::vector<std::pair<std::int64_t, double>> watched{{-1, 1.0}};
  for (const RiskRow& row : risk_table(observations).rows) {
    if (row.time > tau) break;
    const double at_risk = static_cast<double>(row.at_risk - row.events());
    if (row.censored > 0)
      watched.emplace_back(
          row.time, watched.back().second * (1.0 - static_cast<double>(row.censored) / at_risk));
  }
  const auto before = [&](std::int64_t time) {  // G(time-)
    const auto after =
        std::lower_bound(watched.begin(), watched.end(), time,
                         [](const auto& step, std::int64_t t) { return step.first < t; });
    return std::prev(after)->second;
  };
  std::vector<double> weights;
  for (const Observation& o : observations) {
    if (o.exit > tau)
      weights.push_back(watched.back().second > 0.0 ? 1.0 / watched.back().second : 0.0);
    else
      weights.push_back(o.cause == kCensored ? 0.0
                                             : 1.0 / before(std::max<std::int64_t>(0, o.exit)));
  }
  return weights;
}

std::optional<double> concordance(std::span<const Observation> observations,
                                  std::span<const double> risks) {
  assert(observations.size() == risks.size());
  // From the longest watched to the shortest, the censored of a time before its events: whoever was
  // met before has outlived the one at hand.
  std::vector<std::size_t> order(observations.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Observation &x = observations[a], &y = observations[b];
    if (x.exit != y.exit) return x.exit > y.exit;
    return (x.cause == kCensored) > (y.cause == kCensored);
  });
  const std::vector<std::size_t> rank = ranks_of(risks);
  RankCounts met(risks.size());
  std::int64_t count = 0, pairs = 0;
  double agreed = 0.0;
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;  // those who ended together are no pair
    const Observation& first = observations[order[i]];
    while (end < order.size() && observations[order[end]].exit == first.exit &&
           (observations[order[end]].cause == kCensored) == (first.cause == kCensored))
      ++end;
    for (std::size_t k = i; first.cause != kCensored && k < end; ++k) {
      const std::int64_t lower = met.below(rank[order[k]]);
      const std::int64_t up_to = met.below(rank[order[k]] + 1);
      agreed += static_cast<double>(lower) + static_cast<double>(up_to - lower) / 2.0;
      pairs += count;
    }
    for (; i < end; ++i, ++count) met.add(rank[order[i]]);
  }
  if (pairs == 0) return std::nullopt;
  return agreed / static_cast<double>(pairs);
}

}  // namespace stagecoach::cycle
