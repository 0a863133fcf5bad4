// What the exit criteria of a stage are worth: how often deals passed the gate with one met, how
// often somebody let them pass without it, and whether those that met it were won more often.
//
// Counted are deals made here, not imported ones: those passed their gates elsewhere. The journal
// tells which criteria were let pass; of a deal that was lost it does not tell what was unmet. An
// association: whoever lets a deal pass may know more of it than the criterion does. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cycle/cohort/cohort_table.h"
#include "cycle/estimators/interval.h"

namespace stagecoach::cycle {

// A criterion of a stage, and since when (ticks) every move past it was held against it.
struct GateQuestion {
  int stage = 0;
  std::string criterion;
  std::int64_t since = 0;
};

struct GateGroup {
  std::int64_t deals = 0, won = 0, lost = 0;

  std::int64_t decided() const { return won + lost; }
  std::optional<double> won_share() const;  // of the decided; unset below kGivenFrom
};

enum class GateVerdict {
  cannot_tell,  // too few decided with or without it, or they differ by no more than chance
  won_more,     // those that met it
  won_less,
};

struct GateFinding {
  GateGroup met, overridden;
  std::optional<double> difference;  // of the won shares, met minus overridden
  Interval ci95;
  GateVerdict verdict = GateVerdict::cannot_tell;
};

struct StageGate {
  std::int64_t entered = 0;  // deals made here that entered the stage, by a visit or past it
  std::int64_t passed = 0;   // of them, went on forward at least once
  std::int64_t lost = 0;     // of them, are lost and never went on
};

// Newcombe's interval of the difference of two shares, out of Wilson's of each.
// REQUIRES: of_a > 0 and of_b > 0.
Interval difference_ci95(std::int64_t a, std::int64_t of_a, std::int64_t b, std::int64_t of_b);

class GateStatistics {
 public:
  // `overridden` by deal, then in any order; `open_stages` as of FunnelQuestion.
  GateStatistics(std::vector<GateQuestion> questions, const std::vector<GateOverride>& overridden,
                 int open_stages);

  void add(const CohortDeal& deal);

  const std::vector<GateQuestion>& questions() const { return questions_; }
  GateFinding finding(std::size_t question) const;
  const StageGate& stage(int stage) const { return stages_[static_cast<std::size_t>(stage)]; }
  std::int64_t imported() const { return imported_; }  // deals left out

 private:
  struct Groups {
    GateGroup met, overridden;
  };

  void read_passes(const CohortDeal& deal);
  bool was_overridden(std::int64_t deal, const std::string& criterion) const;

  std::vector<GateQuestion> questions_;
  std::vector<GateOverride> overridden_;  // by deal
  std::vector<Groups> groups_;            // by question
  std::vector<StageGate> stages_;
  struct Pass {
    bool entered = false;
    std::optional<std::int64_t> at;  // of the first move on
    bool passed = false;
  };
  std::vector<Pass> passes_;  // by stage, of the deal at hand
  std::int64_t imported_ = 0;
};

}  // namespace stagecoach::cycle
