#include "cycle/estimators/logit.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cassert>
#include <cmath>

namespace stagecoach::cycle {
namespace {

constexpr int kRoundsMax = 100;
constexpr int kHalvingsMax = 40;
constexpr double kConverged = 1e-12;  // of the gain that Newton's step promises

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// What a coefficient vector is worth, and where it should go.
struct Slope {
  double log_likelihood = 0.0;
  VectorXd gradient;
  MatrixXd information;
};

// Probabilities of outcomes 1.. of one row; the rest is outcome 0's. Held below overflow by the
// largest score.
VectorXd shares_of(const Eigen::Ref<const VectorXd>& row, const VectorXd& coefficients,
                   Index others) {
  VectorXd scores(others);
  for (Index k = 0; k < others; ++k)
    scores[k] = row.dot(coefficients.segment(k * row.size(), row.size()));
  const double largest = std::max(0.0, scores.maxCoeff());
  scores = (scores.array() - largest).exp();
  return scores / (std::exp(-largest) + scores.sum());
}

double share_of_outcome(const VectorXd& shares, int outcome) {
  const double share = outcome == 0 ? 1.0 - shares.sum() : shares[outcome - 1];
  return std::max(share, 1e-300);
}

double weight_of(const LogitData& data, std::size_t row) {
  return data.weight.empty() ? 1.0 : data.weight[row];
}

Eigen::Map<const VectorXd> row_of(const LogitData& data, std::size_t row) {
  return {data.values.data() + row * static_cast<std::size_t>(data.columns), data.columns};
}

double log_likelihood(const LogitData& data, const VectorXd& coefficients) {
  double sum = 0.0;
  for (std::size_t i = 0; i < data.outcome.size(); ++i)
    sum += weight_of(data, i) *
           std::log(share_of_outcome(shares_of(row_of(data, i), coefficients, data.outcomes - 1),
                                     data.outcome[i]));
  return sum;
}

Slope slope_at(const LogitData& data, const VectorXd& coefficients) {
  const Index columns = data.columns, others = data.outcomes - 1;
  Slope slope{0.0, VectorXd::Zero(columns * others),
              MatrixXd::Zero(columns * others, columns * others)};
  for (std::size_t i = 0; i < data.outcome.size(); ++i) {
    const auto row = row_of(data, i);
    const VectorXd shares = shares_of(row, coefficients, others);
    const double weight = weight_of(data, i);
    slope.log_likelihood += weight * std::log(share_of_outcome(shares, data.outcome[i]));
    const MatrixXd outer = weight * row * row.transpose();
    for (Index k = 0; k < others; ++k) {
      const double happened = data.outcome[i] == k + 1 ? 1.0 : 0.0;
      slope.gradient.segment(k * columns, columns) += weight * (happened - shares[k]) * row;
      for (Index l = 0; l < others; ++l)
        slope.information.block(k * columns, l * columns, columns, columns) +=
            outer * (shares[k] * ((k == l ? 1.0 : 0.0) - shares[l]));
    }
  }
  return slope;
}

// How strongly each coefficient is held to 0.
VectorXd penalties(const LogitData& data, double ridge) {
  VectorXd held = VectorXd::Constant(Index{data.columns} * (data.outcomes - 1), ridge);
  for (Index k = 0; k < data.outcomes - 1; ++k) held[k * data.columns] = 0.0;
  return held;
}

double penalized(double log_likelihood, const VectorXd& coefficients, const VectorXd& held) {
  return log_likelihood - 0.5 * held.dot(coefficients.cwiseAbs2());
}

}  // namespace

std::vector<double> LogitModel::probabilities(std::span<const double> row) const {
  assert(static_cast<int>(row.size()) == columns);
  const Eigen::Map<const VectorXd> values(row.data(), columns);
  const VectorXd all =
      Eigen::Map<const VectorXd>(coefficients.data(), Index{columns} * (outcomes - 1));
  const VectorXd shares = shares_of(values, all, outcomes - 1);
  std::vector<double> found{std::max(0.0, 1.0 - shares.sum())};
  found.insert(found.end(), shares.begin(), shares.end());
  return found;
}

std::optional<LogitModel> fit_logit(const LogitData& data, double ridge) {
  if (data.outcome.empty() || data.columns < 1 || data.outcomes < 2) return std::nullopt;
  assert(data.values.size() == data.outcome.size() * static_cast<std::size_t>(data.columns));
  const VectorXd held = penalties(data, ridge);
  VectorXd coefficients = VectorXd::Zero(held.size());
  for (int round = 0; round < kRoundsMax; ++round) {
    Slope slope = slope_at(data, coefficients);
    const double worth = penalized(slope.log_likelihood, coefficients, held);
    slope.gradient -= held.cwiseProduct(coefficients);
    slope.information.diagonal() += held;
    const Eigen::LDLT<MatrixXd> solver(slope.information);
    VectorXd step = solver.solve(slope.gradient);
    if (solver.info() != Eigen::Success || !step.allFinite()) return std::nullopt;
    const double promised = slope.gradient.dot(step);
    if (promised < kConverged * (1.0 + std::abs(worth)))
      return LogitModel{data.columns, data.outcomes,
                        std::vector<double>(coefficients.begin(), coefficients.end()),
                        slope.log_likelihood};
    int halvings = 0;
    while (penalized(log_likelihood(data, coefficients + step), coefficients + step, held) <
               worth &&
           ++halvings < kHalvingsMax)
      step /= 2.0;
    coefficients += step;
  }
  return std::nullopt;
}

}  // namespace stagecoach::cycle
