// The funnel by cohort: of the deals that entered a stage in a month, how many have come to each
// later stage, and how many are won, lost and open.
//
// Entered = visited, or moved past. Reached, after that: a stage at or beyond it visited, or won.
// Both as the report of the cycle counts them, so that their numbers agree. A deal counts once, in
// the month in which it first entered. Shares by age are cumulative incidence (Aalen-Johansen of
// competing risks): those not yet decided neither count nor are forgotten.
//
// Not synchronised: fill it in one thread.
#pragma once

#include <optional>
#include <vector>

#include "cycle/analysis.h"
#include "cycle/cohort/cohort_months.h"
#include "cycle/cohort/cohort_table.h"

namespace stagecoach::cycle {

// What a deal did from the moment it entered a stage.
struct FunnelWay {
  struct Step {
    int stage = 0;  // reached this one and all between; number `stages` is being won
    std::optional<std::int64_t> at;
    bool after_loss = false;  // it had been lost before and came back: no time is taken from it
  };

  bool entered = false;
  std::optional<std::int64_t> since;
  std::int64_t unseen = 0;
  std::vector<Step> steps;  // ascending
  bool was_lost = false;    // at least once since
  std::optional<std::int64_t> lost_at;
  std::optional<std::int64_t> seen_until;  // of one that is not lost

  // The step by which it reached `stage`; null where it has not.
  const Step* reached(int stage) const;
};

// Fills `way` (whose storage it uses again) with the way of the deal from stage number `from` of
// `stages`.
void follow(const CohortDeal& deal, int from, int stages, FunnelWay& way);

// Where the way is decided between reaching `stage` and being lost, into the tally: kCauseOn,
// kCauseLost, or kCensored. Nothing where a time is unknown.
void add_conversion(const FunnelWay& way, int stage, DurationTally& tally);

struct FunnelQuestion {
  int from = 0;            // the stage entered
  int stages = 1;          // of the pipeline, by number; those to be reached come after `from`
  int open_stages = 1;     // of them, the ones that are steps of the way (the rest: on hold)
  std::int64_t age = 0;    // ticks after which shares are compared
  std::int64_t as_of = 0;  // ticks
  std::optional<Currency> currency;  // that amounts are summed in
  Resolution resolution = Resolution::exact;
};

struct Cohort {
  DealSum entered, won, lost, open, left;  // entered = won + lost + open + left
  struct Step {
    DealSum reached;
    Share by_age;  // unset below kGivenFrom deals, and where share_by() says nothing
  };
  std::vector<Step> steps;  // each later open stage in order, then being won
  Confidence confidence = Confidence::none;
  bool mature = true;  // every deal has been in it for the age asked for
};

class CohortFunnel {
 public:
  CohortFunnel(const FunnelQuestion& question, CohortMonths months);

  void add(const CohortDeal& deal);

  const CohortMonths& months() const { return months_; }
  Cohort cohort(int month) const;  // or CohortMonths::kEarlier
  Cohort all() const;              // every month and what is earlier
  std::int64_t without_amount() const { return without_amount_; }  // or in another currency

 private:
  struct Cell {
    DealSum entered, won, lost, open, left;
    std::vector<DealSum> reached;
    std::vector<DurationTally> times;
  };

  int stage_of_step(std::size_t step) const;
  Cell empty_cell() const;
  Cohort cohort_of(const Cell& cell) const;

  FunnelQuestion question_;
  CohortMonths months_;
  std::vector<Cell> cells_;  // what is earlier, then by month
  FunnelWay way_;
  std::int64_t without_amount_ = 0;
};

}  // namespace stagecoach::cycle
