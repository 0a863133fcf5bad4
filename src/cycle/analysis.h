// The figures of the cycle: how many deals, how many won, how long until they close, where they
// wait and where they fall out. The members are those of docs/analysis-json.md.
//
// Durations are fractions of a day. What the data cannot tell is unset, never a made-up number:
// no median below 10 observations, no curve where fewer than 5 are still watched. Pure functions,
// safe from any thread; an Analysis is a value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cycle/estimators/interval.h"
#include "cycle/estimators/risk_table.h"
#include "cycle/history.h"
#include "cycle/tally.h"

namespace stagecoach::cycle {

// How much a duration rests on: below 10 observations no quantile is given, below 20 it is given
// but shown in grey.
enum class Confidence { none, low, fair };
inline constexpr std::int64_t kGivenFrom = 10, kFairFrom = 20, kWatchedMin = 5;
Confidence confidence_of(std::int64_t n);

// Kaplan-Meier quantiles of a duration, those still waiting counted. A quantile that too few have
// reached so far is unset.
struct Duration {
  std::int64_t n = 0;
  std::int64_t events = 0;
  std::optional<double> p25_days, median_days, p75_days, p80_days, p90_days;
  Interval median_ci95;
  Confidence confidence = Confidence::none;
};

// In days, of ticks of the unit.
Duration duration_of(const RiskTable& table, ClockUnit unit);

// A share with its 95% interval; all unset where too few are still watched at that age.
struct Share {
  std::optional<double> value;
  Interval ci95;
};

// What the durations say at an age, in ticks, of ending by `cause`. Unset where too few are still
// watched then, unless all have been watched until then.
Share share_by(const RiskTable& table, std::int64_t age, int cause);

struct OutcomeByDay {
  int day = 0;
  Share won, lost;
  std::optional<double> open;
};

struct CurvePoint {
  double day = 0.0;
  double open = 1.0;  // Kaplan-Meier of still open
  Interval open_ci95;
  double won = 0.0;  // cumulative incidence; open + won + lost = 1
  double lost = 0.0;
  std::int64_t at_risk = 0;
};

struct StageAnalysis {
  std::string name;
  std::int64_t visits = 0;
  std::int64_t open = 0;
  Duration dwell;
  std::int64_t entered_deals = 0;  // visited, or moved past
  std::int64_t went_on_deals = 0;  // of them, later reached any later stage, or won
  std::int64_t lost_here = 0;      // visits that ended lost
  std::int64_t went_back = 0;      // visits that ended with a move to an earlier stage
  std::int64_t left_here = 0;      // visits that ended merged, deleted or moved away
  double dwell_days = 0.0;         // summed over all visits, the open ones up to as-of
  double dwell_share = 0.0;        // of the waiting in all stages
  // By cohort: of the deals that entered, how many have gone on, and how many are lost, by this
  // age. Cumulative incidence, so those not yet decided neither count nor are forgotten.
  int age_days = 90;
  Share went_on_by_age, lost_by_age;

  std::optional<double> went_on() const {
    if (entered_deals == 0) return std::nullopt;
    return static_cast<double>(went_on_deals) / static_cast<double>(entered_deals);
  }
};

struct Analysis {
  ClockUnit unit = ClockUnit::days;
  std::int64_t as_of = 0;  // ticks

  struct Deals {
    std::int64_t total = 0, won = 0, lost = 0, open = 0;
    std::int64_t left = 0;  // merged, deleted, moved to another pipeline
    std::int64_t without_start = 0, reopened = 0;
  } deals;
  std::optional<double> win_rate;  // won / (won + lost)

  struct WonDays {  // the won deals alone; shown beside `to_close`, never instead of it
    std::int64_t n = 0;
    std::optional<double> median, mean;
  } won_days;
  Duration to_close;  // start to won or lost, the open ones counted
  std::vector<OutcomeByDay> outcome_by_day;
  std::vector<CurvePoint> curve;  // as far as it can be trusted; empty without any duration

  std::vector<StageAnalysis> stages;
  std::optional<std::size_t> longest;   // stage with the largest share of all waiting
  std::optional<std::size_t> leakiest;  // stage that lost the most

  std::vector<Warning> warnings;
};

// `stage_names` in pipeline order: stage i of the tally is the i-th name.
Analysis analyze(const CycleTally& tally, std::span<const std::string> stage_names);

// The whole way for a set in memory: orders the stages where the set does not, builds the table,
// counts, and passes the reader's own warnings on before those of the analysis.
Analysis analyze(const HistorySet& set);

// Where no order is given: stages by the average position of their first visit, as of
// set.as_of; those never visited last. Element i is the stage that comes i-th.
std::vector<int> order_of_stages(const HistorySet& set);

}  // namespace stagecoach::cycle
