// How likely open deals are to be won within a period, and how many will be that do not exist yet.
// Both from the model of their pipeline (prediction/pipeline_model.h). Pure, but for the kept
// answers of one request: use it in one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

#include "cycle/prediction/pipeline_model.h"
#include "cycle/projection/cycle_snapshot.h"
#include "cycle/projection/deal_selection.h"

namespace stagecoach::cycle {

// A period as seen from now: it begins and ends so many days ahead; 0 = has begun, is over.
struct DaysAhead {
  std::int64_t to_start = 0, to_end = 0;
};

class PeriodChances {
 public:
  // `model` must outlive it.
  PeriodChances(const PipelineModel& model, DaysAhead days) : model_(model), days_(days) {}

  // Of a deal at this place; unset where the past does not tell. Each place is computed once.
  std::optional<double> of(const DealPlace& place);

  // Wins in the period of deals that will begin between now and its end, `per_day` of them, each in
  // the first stage: per_day * sum_d F_W(T - d). Unset where nothing is predicted.
  std::optional<double> not_created(double per_day) const;

  // Whether the stages differ in how many of their deals are won in the end, by kTells at least;
  // a stage that hardly a deal was in is left out.
  bool stages_tell(int stages) const;
  static constexpr double kTells = .1;

 private:
  double won_of_new(std::int64_t days) const;

  const PipelineModel& model_;
  const DaysAhead days_;
  std::map<std::tuple<int, bool, std::int64_t>, std::optional<double>> known_;
};

// Deals begun per day: over the last kRateDays, or since the pipeline's first deal where that is
// less. REQUIRES: `selection` asks for no time of its own.
double begun_per_day(const PipelineColumns& columns, DealSelection selection, std::int64_t now);
inline constexpr std::int64_t kRateDays = 90;

}  // namespace stagecoach::cycle
