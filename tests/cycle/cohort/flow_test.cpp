// Every visit is entered once and left once, whatever the deals did.
#include "cycle/cohort/flow.h"

#include <gtest/gtest.h>

#include "cycle/golden_table.h"
#include "cycle/histories.h"

namespace stagecoach::cycle {
namespace {

Flow flow_of(const VisitTable& table, std::int64_t as_of, const MoveRules& rules) {
  Flow flow(rules, ClockUnit::days, std::nullopt);
  each_cohort_deal(table, as_of, [&](const CohortDeal& deal) { flow.add(deal); });
  return flow;
}

TEST(Flow, GivesTheGoldenEdges) {
  const Flow flow = flow_of(g6(Ending::open), 12, {2, false, true});
  std::map<std::pair<int, int>, std::int64_t> moves;
  for (const FlowEdge& edge : flow.edges())
    moves[{edge.from.stage, edge.to.stage}] += edge.moves.deals;
  const std::map<std::pair<int, int>, std::int64_t> expected{
      {{kFromNew, 0}, 8}, {{0, 1}, 5},           {{1, 0}, 1},
      {{0, kToWon}, 1},   {{1, kToWon}, 2},      {{0, kToLost}, 2},
      {{1, kToLost}, 1},  {{0, kStillThere}, 1}, {{1, kStillThere}, 1}};
  EXPECT_EQ(moves, expected);
  double days_a = 0, days_b = 0;
  for (const FlowNode& node : flow_of(g6(), 12, {}).nodes())
    (node.place.stage == 0 ? days_a : days_b) += node.days;
  EXPECT_EQ(days_a, 35);
  EXPECT_EQ(days_b, 21);
}

TEST(Flow, TellsFirstVisitsFromLaterOnes) {
  const Flow flow = flow_of(g6(), 12, {2, false, true});
  std::int64_t rework = 0, back = 0;
  for (const FlowEdge& edge : flow.edges()) {
    if (edge.from == FlowPlace{1, false} && edge.to == FlowPlace{0, true})
      rework += edge.moves.deals;
    if (edge.goes_back) back += edge.moves.deals;
  }
  EXPECT_EQ(rework, 1);
  EXPECT_EQ(back, 1);
}

TEST(Flow, LetsNobodyVanish) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    HistoryMaker make(seed);
    const HistorySet set = make.set(static_cast<int>(make.between(0, 150)), 5);
    const Flow flow = flow_of(visit_table(set), set.as_of, {5, false, true});
    std::map<FlowPlace, std::int64_t> in, out, visits;
    for (const FlowEdge& edge : flow.edges()) {
      if (edge.to.stage >= 0) in[edge.to] += edge.moves.deals;
      if (edge.from.stage >= 0) out[edge.from] += edge.moves.deals;
    }
    for (const FlowNode& node : flow.nodes()) visits[node.place] += node.visits.deals;
    EXPECT_EQ(in, visits) << "seed " << seed;
    EXPECT_EQ(out, visits) << "seed " << seed << ": those still there included";
  }
}

TEST(Flow, JudgesMovesByThePipeline) {
  VisitTable table(ClockUnit::days);
  constexpr int kHold = 3;
  table.append(0, episode({{0, 0}, {1, 1}, {2, 2}}, Ending::won, 3));
  table.append(1, episode({{0, 0}, {2, 1}}, Ending::lost, 3));
  table.append(2, episode({{0, 0}, {1, 1}, {0, 2}}, Ending::open));
  table.append(3, episode({{1, 0}}, Ending::won, 3));
  table.append(4, episode({{0, 0}, {kHold, 1}, {1, 2}}, Ending::open));
  table.append(5, episode({{0, 0}}, Ending::lost, 1));
  table.append(5, episode({{0, 5}}, Ending::open));
  EXPECT_EQ(flow_of(table, 9, {3, false, true}).conformance(), (Conformance{6, 4, 2, 1, 1}));
  EXPECT_EQ(flow_of(table, 9, {3, false, false}).conformance().allowed, 3);
  EXPECT_EQ(flow_of(table, 9, {3, true, true}).conformance().allowed, 6);
}

TEST(Flow, BeingOnHoldIsNoWayBack) {
  VisitTable table(ClockUnit::days);
  constexpr int kHold = 3;
  table.append(0, episode({{1, 0}, {kHold, 1}, {1, 2}, {0, 3}}, Ending::open));
  int back = 0;
  for (const FlowEdge& edge : flow_of(table, 9, {3, false, true}).edges())
    if (edge.goes_back) {
      EXPECT_EQ(edge.to.stage, 0);
      ++back;
    }
  EXPECT_EQ(back, 1);
}

TEST(Flow, GivesNoMedianOfAFew) {
  VisitTable table(ClockUnit::days);
  for (std::uint32_t deal = 0; deal < 10; ++deal) {
    const FlowEdge edge = [&] {
      for (const FlowEdge& each : flow_of(table, 50, {1, false, true}).edges())
        if (each.to.stage == kToLost) return each;
      return FlowEdge{};
    }();
    EXPECT_EQ(edge.dwell.median_days, std::nullopt) << deal << " deals";
    table.append(deal, episode({{0, 1}}, Ending::lost, 5));
  }
  EXPECT_EQ(flow_of(table, 50, {1, false, true}).edges().front().to.stage, 0) << "they were new";
  for (const FlowEdge& edge : flow_of(table, 50, {1, false, true}).edges())
    if (edge.to.stage == kToLost) {
      EXPECT_EQ(edge.dwell.median_days, 4);
    }
}

}  // namespace
}  // namespace stagecoach::cycle
