// Whether predictions would have come true: at the first of each month, a model made of what was
// known then predicts every deal that was open then, and is scored by what became of it.
//
// Beside each score stands what needs no model: the share of deals that, seen in the same stage at
// earlier months, were won within the same time (the stage rate), and the share of all cases that
// came true (the base rate, known with hindsight only). Pure functions, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cycle/estimators/scores.h"
#include "cycle/prediction/pipeline_model.h"
#include "cycle/visits.h"

namespace stagecoach::cycle {

enum class Verdict {
  too_little,  // fewer than kScoredFrom predictions could be scored
  no_signal,   // no better than the stage rate or the base rate, as far as chance allows to say
  signal,      // better than both
};
inline constexpr std::int64_t kScoredFrom = 200;

// "Won within `days`", over all months that lie that far back.
struct HorizonScore {
  int days = 0;
  std::int64_t cases = 0, deals = 0;
  std::optional<double> happened;  // share of the cases
  std::optional<double> brier, brier_of_stage_rate, brier_of_base_rate;
  std::optional<double> better;  // 1 - brier / the lower of the other two
  std::optional<double> z;       // of the lesser difference, deals as clusters
  std::optional<double> calibration_error, area_under_curve;
  std::vector<CalibrationBin> bins;
  Verdict verdict = Verdict::too_little;
  // "Closed within `days`, won or lost", beside saying one half always (Brier .25).
  std::optional<double> brier_of_close;
};

// Of the deals that were won: by how much the likely day missed, and how often the day lay within
// the range that should hold 8 of 10.
struct CloseScore {
  std::int64_t cases = 0;
  std::optional<double> mean_miss_days;
  std::optional<double> within80;
};

struct Backtest {
  std::int64_t months = 0;  // that could be scored for the shortest horizon
  std::int64_t silent = 0;  // predictions that were not made: too little known, or no precedent
  std::vector<HorizonScore> horizons;
  CloseScore close;
};

// Horizons of 30, 90 and 180 days.
Backtest backtest(const VisitTable& table, std::int64_t as_of);

}  // namespace stagecoach::cycle
