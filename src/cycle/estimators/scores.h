// How good predictions turned out to be. Pure functions, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cycle/estimators/risk_table.h"

namespace stagecoach::cycle {

// A predicted probability, what happened (0 or 1), and for how many cases it stands: 1, or the
// weight of one whose answer is known in place of those who were watched too short.
struct Scored {
  double predicted = 0.0;
  bool happened = false;
  double weight = 1.0;
};

// Each is unset without a case of positive weight.
std::optional<double> brier_score(std::span<const Scored> cases);  // mean (p - y)^2
// Mean -ln of the probability given to what happened; probabilities are held within [1e-15, 1).
std::optional<double> log_loss(std::span<const Scored> cases);
// The chance that one that happened was given more than one that did not, ties half (Mann-Whitney).
// Unset too where all or none happened.
std::optional<double> area_under_curve(std::span<const Scored> cases);

// Cases of like predictions: how often it was said, and how often it came true.
struct CalibrationBin {
  double predicted = 0.0;  // mean
  double happened = 0.0;   // share
  double weight = 0.0;
  std::int64_t cases = 0;
};
// By prediction, ascending; empty bins are left out. Of equal width over [0, 1], the upper end
// belonging to its bin; or of as equal a number of cases as ties allow.
std::vector<CalibrationBin> bins_of_equal_width(std::span<const Scored> cases, int bins);
std::vector<CalibrationBin> bins_of_equal_count(std::span<const Scored> cases, int bins);
// Expected calibration error: the mean distance between said and came true, by weight.
double calibration_error(std::span<const CalibrationBin> bins);

// Inverse-probability-of-censoring weights for the question "what had become of it by `tau`": who
// had an event by then weighs 1/G(t-), who was watched beyond weighs 1/G(tau), who was lost sight
// of before weighs 0; G is the Kaplan-Meier curve of being watched, with the events of a time taken
// out of its risk set. The weights sum to n while G(tau) > 0.
// (Graf et al., Statistics in Medicine 18, 1999.) REQUIRES: no delayed entry.
std::vector<double> censoring_weights(std::span<const Observation> observations, std::int64_t tau);

// Harrell's C: of the pairs in which one is known to have ended first, the share in which it was
// given the higher risk; ties of risk count half. Any cause is an event; who is censored at t
// outlived who ended at t. Unset: no such pair. REQUIRES: as many risks as observations.
std::optional<double> concordance(std::span<const Observation> observations,
                                  std::span<const double> risks);

}  // namespace stagecoach::cycle
