// The flow of deals between stages: every move as an edge, first visits of a stage apart from later
// ones, so that rework is seen. It is the Sankey and the process map in one, a GROUP BY of the
// cohort table: visits of a place = moves into it = moves out of it + those still there.
//
// Not synchronised: fill it in one thread.
#pragma once

#include <map>
#include <vector>

#include "cycle/analysis.h"
#include "cycle/cohort/cohort_table.h"

namespace stagecoach::cycle {

// Where an episode came from; beside them the stage numbers, and where it went (Visit::to).
inline constexpr int kFromNew = -5, kFromReopened = -6;

struct FlowPlace {
  int stage = 0;       // a stage number, or one of the names above and of Visit::to
  bool again = false;  // visited before in this episode; later visits are one place

  auto operator<=>(const FlowPlace&) const = default;
};

// Whether the deal ever made this move.
bool makes_move(const CohortDeal& deal, FlowPlace from, FlowPlace to);

struct FlowEdge {
  FlowPlace from, to;
  DealSum moves;   // a deal that makes the same move twice counts twice
  Duration dwell;  // in `from` before the move; of those still there, so far. All have ended.
  bool goes_back = false;  // to an earlier open stage; not back from being on hold
};

struct FlowNode {
  FlowPlace place;  // a stage
  DealSum visits;
  double days = 0;  // spent there, all visits together
};

// Which moves the pipeline allows.
struct MoveRules {
  int open_stages = 0;
  bool allow_skip = false, allow_back = true;
};

// Deals by what they did. A move over stages skips them, one to won those up to the last.
struct Conformance {
  std::int64_t deals = 0;    // that have entered a stage
  std::int64_t allowed = 0;  // made allowed moves only
  std::int64_t skipped = 0, went_back = 0, reopened = 0;

  bool operator==(const Conformance&) const = default;
};

class Flow {
 public:
  Flow(const MoveRules& rules, ClockUnit unit, std::optional<Currency> currency,
       Resolution resolution = Resolution::exact);

  void add(const CohortDeal& deal);

  std::vector<FlowEdge> edges() const;  // by from, then to
  std::vector<FlowNode> nodes() const;  // by place
  const Conformance& conformance() const { return conformance_; }

 private:
  struct Moves {
    DealSum sum;
    DurationTally dwell;
  };
  struct Visits {
    DealSum sum;
    double ticks = 0;
  };

  void judge(const CohortDeal& deal);

  MoveRules rules_;
  ClockUnit unit_;
  std::optional<Currency> currency_;
  DurationTally empty_;
  std::map<std::pair<FlowPlace, FlowPlace>, Moves> moves_;
  std::map<FlowPlace, Visits> visits_;
  Conformance conformance_;
};

}  // namespace stagecoach::cycle
