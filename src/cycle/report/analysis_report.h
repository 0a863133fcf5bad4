// The analysis as JSON: the members, their order and their names are a promise to other people's
// scripts (docs/analysis-json.md). Additions go at the end of an object; nothing is renamed.
//
// Durations are fractions of a day, shares lie in [0, 1], both rounded to 6 decimals. What is not
// known is null. ci95 is always a pair, each end of which may be null.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cycle/analysis.h"
#include "platform/base/time.h"

namespace stagecoach::cycle {

using ReportInterval = std::vector<std::optional<double>>;  // [low, high]

BOOST_DEFINE_ENUM_CLASS(ReportClock, days, seconds)
BOOST_DEFINE_ENUM_CLASS(ReportConfidence, none, low, fair)

struct DealsReport {
  std::int64_t total = 0, won = 0, lost = 0, open = 0, without_start = 0;
  std::int64_t left = 0, reopened = 0;
};
BOOST_DESCRIBE_STRUCT(DealsReport, (), (total, won, lost, open, without_start, left, reopened))

struct WonDaysReport {
  std::int64_t n = 0;
  std::optional<double> median, mean;
};
BOOST_DESCRIBE_STRUCT(WonDaysReport, (), (n, median, mean))

struct ToCloseReport {
  std::int64_t n = 0, events = 0;
  std::optional<double> median_days;
  ReportInterval ci95;
  std::optional<double> p80_days;
  std::optional<double> p25_days, p75_days, p90_days;
  ReportConfidence confidence = ReportConfidence::none;
};
BOOST_DESCRIBE_STRUCT(ToCloseReport, (),
                      (n, events, median_days, ci95, p80_days, p25_days, p75_days, p90_days,
                       confidence))

struct OutcomeReport {
  std::int64_t day = 0;
  std::optional<double> won, lost, open;
  ReportInterval won_ci95, lost_ci95;
};
BOOST_DESCRIBE_STRUCT(OutcomeReport, (), (day, won, lost, open, won_ci95, lost_ci95))

struct CurveReport {
  double day = 0, open = 0;
  ReportInterval open_ci95;
  double won = 0, lost = 0;
  std::int64_t at_risk = 0;
};
BOOST_DESCRIBE_STRUCT(CurveReport, (), (day, open, open_ci95, won, lost, at_risk))

struct CycleReport {
  WonDaysReport won_days;
  ToCloseReport to_close;
  std::vector<OutcomeReport> outcome_by_day;
  std::vector<CurveReport> curve;
};
BOOST_DESCRIBE_STRUCT(CycleReport, (), (won_days, to_close, outcome_by_day, curve))

struct DwellReport {
  std::optional<double> median_days, p80_days;
  ReportInterval ci95;
  std::int64_t n = 0, events = 0;
  std::optional<double> p25_days, p75_days, p90_days;
  ReportConfidence confidence = ReportConfidence::none;
};
BOOST_DESCRIBE_STRUCT(DwellReport, (),
                      (median_days, p80_days, ci95, n, events, p25_days, p75_days, p90_days,
                       confidence))

struct CohortReport {
  std::int64_t age_days = 0;
  std::optional<double> went_on;
  ReportInterval went_on_ci95;
  std::optional<double> lost;
  ReportInterval lost_ci95;
};
BOOST_DESCRIBE_STRUCT(CohortReport, (), (age_days, went_on, went_on_ci95, lost, lost_ci95))

struct StageReport {
  std::string name;
  std::int64_t visits = 0, open = 0;
  DwellReport dwell;
  std::int64_t entered_deals = 0;
  std::optional<double> went_on;
  std::int64_t lost_here = 0, went_back = 0;
  double dwell_share = 0;
  CohortReport by_age;
};
BOOST_DESCRIBE_STRUCT(StageReport, (),
                      (name, visits, open, dwell, entered_deals, went_on, lost_here, went_back,
                       dwell_share, by_age))

struct BottleneckReport {
  std::optional<std::string> longest, leakiest;
};
BOOST_DESCRIBE_STRUCT(BottleneckReport, (), (longest, leakiest))

struct WarningReport {
  std::string code;
  std::int64_t count = 0;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(WarningReport, (), (code, count, message))

struct AnalysisReport {
  Instant as_of{};
  ReportClock clock = ReportClock::days;
  DealsReport deals;
  std::optional<double> win_rate;
  CycleReport cycle;
  std::vector<StageReport> stages;
  BottleneckReport bottleneck;
  std::vector<WarningReport> warnings;
};
BOOST_DESCRIBE_STRUCT(AnalysisReport, (),
                      (as_of, clock, deals, win_rate, cycle, stages, bottleneck, warnings))

// The point in time of a tick count, held within the years 1 to 9999.
Instant instant_of(std::int64_t ticks, ClockUnit unit);

AnalysisReport report_of(const Analysis& analysis, Lang lang);

}  // namespace stagecoach::cycle
