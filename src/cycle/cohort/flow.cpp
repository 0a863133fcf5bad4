#include "cycle/cohort/flow.h"

#include <algorithm>

namespace stagecoach::cycle {
namespace {

FlowPlace place_of(const CohortRow& row) {
  return {row.stage, row.visit_no > 1};
}

// Each move of the deal: from where, where to, and the row of the visit it ends; null of a
// beginning.
template <class Visit>
void each_move(const CohortDeal& deal, const Visit& visit) {
  for (std::size_t i = 0; i < deal.rows.size(); ++i) {
    const CohortRow& row = deal.rows[i];
    if (row.begins)
      visit(FlowPlace{i == 0 ? kFromNew : kFromReopened, false}, place_of(row), nullptr);
    const FlowPlace to = row.to >= 0 ? place_of(deal.rows[i + 1]) : FlowPlace{row.to, false};
    visit(place_of(row), to, &row);
  }
}

}  // namespace

bool makes_move(const CohortDeal& deal, FlowPlace from, FlowPlace to) {
  bool made = false;
  each_move(deal, [&](FlowPlace at, FlowPlace next, const CohortRow*) {
    made = made || (at == from && next == to);
  });
  return made;
}

Flow::Flow(const MoveRules& rules, ClockUnit unit, std::optional<Currency> currency,
           Resolution resolution)
    : rules_(rules),
      unit_(unit),
      currency_(currency),
      empty_(resolution == Resolution::rounded ? DurationTally::rounded() : DurationTally()) {}

void Flow::add(const CohortDeal& deal) {
  if (deal.rows.empty()) return;
  each_move(deal, [&](FlowPlace from, FlowPlace to, const CohortRow* row) {
    Moves& moves = moves_.try_emplace({from, to}, Moves{{}, empty_}).first->second;
    moves.sum.add(deal, currency_);
    if (!row) return;
    Visits& visits = visits_[from];
    visits.sum.add(deal, currency_);
    const std::optional<std::int64_t> dwell = row->dwell();
    if (!dwell) return;
    visits.ticks += static_cast<double>(*dwell);
    moves.dwell.add(*dwell, kCauseOn);
  });
  judge(deal);
}

void Flow::judge(const CohortDeal& deal) {
  bool skipped = false, went_back = false, reopened = false;
  int position = -1;  // among the open stages; being on hold changes nothing of it
  for (const CohortRow& row : deal.rows) {
    if (row.begins) {
      reopened = reopened || &row != deal.rows.data();
      position = -1;
    }
    if (row.stage < rules_.open_stages) {
      if (position >= 0 && row.stage > position + 1) skipped = true;
      if (row.stage < position) went_back = true;
      position = row.stage;
    }
    if (row.to == kToWon && position >= 0 && position < rules_.open_stages - 1) skipped = true;
  }
  ++conformance_.deals;
  if ((rules_.allow_skip || !skipped) && (rules_.allow_back || !went_back)) ++conformance_.allowed;
  if (skipped) ++conformance_.skipped;
  if (went_back) ++conformance_.went_back;
  if (reopened) ++conformance_.reopened;
}

std::vector<FlowEdge> Flow::edges() const {
  std::vector<FlowEdge> edges;
  for (const auto& [places, moves] : moves_) {
    const auto& [from, to] = places;
    const bool back = to.stage >= 0 && to.stage < from.stage && from.stage < rules_.open_stages;
    edges.push_back({from, to, moves.sum, duration_of(moves.dwell.table(), unit_), back});
  }
  return edges;
}

std::vector<FlowNode> Flow::nodes() const {
  std::vector<FlowNode> nodes;
  for (const auto& [place, visits] : visits_)
    nodes.push_back({place, visits.sum, visits.ticks / static_cast<double>(ticks_per_day(unit_))});
  return nodes;
}

}  // namespace stagecoach::cycle
