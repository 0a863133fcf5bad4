// Multinomial logistic regression with a ridge: which covariates shift the odds of each way to
// leave a stage on a day, against staying. Pure function, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace stagecoach::cycle {

// Rows of `columns` values each, with the outcome of each row: 0 (the reference) .. outcomes - 1,
// and how many alike it stands for.
struct LogitData {
  int columns = 0;
  int outcomes = 2;
  std::vector<double> values;  // row by row; a constant column is the caller's to give
  std::vector<int> outcome;    // per row
  std::vector<double> weight;  // per row; empty: 1 each
};

struct LogitModel {
  int columns = 0;
  int outcomes = 2;
  std::vector<double> coefficients;  // of outcome 1, then 2, …: `columns` values each
  double log_likelihood = 0.0;       // without the ridge

  // The probability of each outcome, summing to 1. REQUIRES: row.size() == columns.
  std::vector<double> probabilities(std::span<const double> row) const;
};

// Maximises log likelihood - ridge / 2 * (sum of squares of all coefficients but those of column 0,
// which is taken to be the constant), by Newton's method with halved steps. Unset: no rows, or
// columns that say the same twice. Outcomes that a column separates perfectly need a ridge: without
// one there is no maximum, and the answer is as far as the steps went.
std::optional<LogitModel> fit_logit(const LogitData& data, double ridge = 0.0);

}  // namespace stagecoach::cycle
