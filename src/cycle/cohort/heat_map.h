// Stage by month: how long the visits that began in a month last, and how many of the deals that
// entered in it go on. Two groupings of the cohort table in one pass.
//
// Not synchronised: fill it in one thread.
#pragma once

#include <vector>

#include "cycle/cohort/cohort_funnel.h"

namespace stagecoach::cycle {

struct HeatCell {
  std::int64_t visits = 0;   // that began in the month
  Duration dwell;            // of these, the open ones counted for as long as they have lasted
  std::int64_t entered = 0;  // deals, by their first entry; visited, or moved past
  Share went_on;             // of these, by the age asked for; unset below kGivenFrom deals
};

class HeatMap {
 public:
  // `question.from` is of no account: every open stage is counted.
  HeatMap(const FunnelQuestion& question, CohortMonths months, ClockUnit unit);

  void add(const CohortDeal& deal);

  const CohortMonths& months() const { return months_; }
  HeatCell cell(int stage, int month) const;  // or CohortMonths::kEarlier

 private:
  struct Counts {
    std::int64_t visits = 0, entered = 0;
    DurationTally dwell, conversion;
  };

  Counts& at(int stage, int month);

  FunnelQuestion question_;
  CohortMonths months_;
  ClockUnit unit_;
  std::vector<Counts> counts_;  // by stage, then what is earlier and the months
  FunnelWay way_;
};

}  // namespace stagecoach::cycle
