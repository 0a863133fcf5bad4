// What the past of a pipeline says of the deals that are open in it: how likely each is to be won,
// when, and from when on nobody can tell.
//
// A semi-Markov model (estimators/semi_markov.h) whose states are the stages, and beside them the
// stages entered again, once that has happened often enough to differ. A stage that few have left
// is filled in by a Weibull curve. One model speaks for all deals of the pipeline.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "cycle/estimators/semi_markov.h"
#include "cycle/prediction/stays.h"

namespace stagecoach::cycle {

inline constexpr std::int64_t kAgainFrom = 20;     // visits, for a stage entered again to differ
inline constexpr std::int64_t kCurveFrom = 8;      // exits, for a stage to have a curve of its own
inline constexpr std::int64_t kPredictsFrom = 20;  // deals seen to their end, to predict at all
inline constexpr std::int64_t kPrecedents = 5;     // stays that went on for longer

// Where an open deal is.
struct DealPlace {
  int stage = 0;
  bool again = false;
  std::int64_t days = 0;  // whole days in the stage so far
};

// Why nothing is predicted of a deal.
enum class NoOutlook {
  too_little,    // too few deals of the pipeline have been won or lost
  no_precedent,  // hardly any stayed in this stage for longer
};

struct DealOutlook {
  double won = 0, lost = 0, unresolved = 1;  // within the horizon; they sum to 1
  double on_entry = 0;                       // chance to be won on entering the stage
  double at_start = 0;                       // and on entering the first stage of the pipeline
  // Days from now by which a tenth, half and nine tenths of those that will be won are won.
  std::optional<std::int64_t> days10, days50, days90;
  std::optional<std::int64_t> rotten_after;  // days in the stage
  std::int64_t longer = 0;                   // past stays that went on for longer than this one
  std::optional<NoOutlook> without;          // then all the above is unset
};

class PipelineModel {
 public:
  // Of the stays that `stays` gives, in a pipeline of `stages` stages.
  PipelineModel(int stages, const std::function<void(const StayVisitor&)>& stays,
                std::int64_t horizon_days);

  DealOutlook outlook(const DealPlace& place) const;
  // What becomes of it within `days` from now; unset where nothing is predicted, or where the past
  // was not watched for that long.
  std::optional<Outlook> within(const DealPlace& place, std::int64_t days) const;

  const SemiMarkov& model() const { return model_; }
  int state_of(int stage, bool again) const;
  std::int64_t decided() const { return decided_; }  // stays that ended won or lost

 private:
  struct States {
    std::vector<StateHazards> hazards;
    std::vector<int> again;  // by stage: the state of a stage entered again
    std::int64_t decided = 0;
  };
  static States states_of(int stages, const std::function<void(const StayVisitor&)>& stays,
                          std::int64_t horizon_days);
  PipelineModel(States states, std::int64_t horizon_days);

  // What is the same for every deal of a state.
  struct OnEntry {
    double won = 0;
    std::optional<std::int64_t> rotten_after;
  };

  std::vector<int> again_;
  std::int64_t decided_;
  SemiMarkov model_;
  std::vector<OnEntry> on_entry_;  // by state
};

}  // namespace stagecoach::cycle
