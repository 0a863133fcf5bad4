#include "cycle/report/analysis_report.h"

#include <algorithm>
#include <cmath>

#include "cycle/report/render.h"
#include "platform/json/json.h"

namespace stagecoach::cycle {
namespace {

// Six decimals: a tenth of a second, a millionth of a share. More would be noise of the arithmetic.
double rounded(double value) {
  return std::round(value * 1e6) / 1e6;
}

std::optional<double> rounded(std::optional<double> value) {
  if (!value) return std::nullopt;
  return rounded(*value);
}

ReportInterval rounded(const Interval& interval) {
  return {rounded(interval.low), rounded(interval.high)};
}

ReportConfidence report_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::none:
      return ReportConfidence::none;
    case Confidence::low:
      return ReportConfidence::low;
    case Confidence::fair:
      break;
  }
  return ReportConfidence::fair;
}

template <class Report>
Report report_of(const Duration& duration) {
  Report report;
  report.n = duration.n;
  report.events = duration.events;
  report.p25_days = rounded(duration.p25_days);
  report.median_days = rounded(duration.median_days);
  report.p75_days = rounded(duration.p75_days);
  report.p80_days = rounded(duration.p80_days);
  report.p90_days = rounded(duration.p90_days);
  report.ci95 = rounded(duration.median_ci95);
  report.confidence = report_of(duration.confidence);
  return report;
}

CycleReport cycle_of(const Analysis& analysis) {
  CycleReport cycle;
  cycle.won_days = {analysis.won_days.n, rounded(analysis.won_days.median),
                    rounded(analysis.won_days.mean)};
  cycle.to_close = report_of<ToCloseReport>(analysis.to_close);
  for (const OutcomeByDay& outcome : analysis.outcome_by_day)
    cycle.outcome_by_day.push_back({outcome.day, rounded(outcome.won.value),
                                    rounded(outcome.lost.value), rounded(outcome.open),
                                    rounded(outcome.won.ci95), rounded(outcome.lost.ci95)});
  for (const CurvePoint& point : analysis.curve)
    cycle.curve.push_back({rounded(point.day), rounded(point.open), rounded(point.open_ci95),
                           rounded(point.won), rounded(point.lost), point.at_risk});
  return cycle;
}

StageReport stage_of(const StageAnalysis& stage) {
  StageReport report;
  report.name = stage.name;
  report.visits = stage.visits;
  report.open = stage.open;
  report.dwell = report_of<DwellReport>(stage.dwell);
  report.entered_deals = stage.entered_deals;
  report.went_on = rounded(stage.went_on());
  report.lost_here = stage.lost_here;
  report.went_back = stage.went_back;
  report.dwell_share = rounded(stage.dwell_share);
  report.by_age = {stage.age_days, rounded(stage.went_on_by_age.value),
                   rounded(stage.went_on_by_age.ci95), rounded(stage.lost_by_age.value),
                   rounded(stage.lost_by_age.ci95)};
  return report;
}

}  // namespace

Instant instant_of(std::int64_t ticks, ClockUnit unit) {
  // Within the years the calendar can spell; a file's absurd date must not become undefined.
  constexpr std::int64_t kDaysMin = -719'162, kDaysMax = 2'932'896;  // years 1 to 9999
  const std::int64_t per_day = ticks_per_day(unit);
  const std::int64_t held = std::clamp(ticks, kDaysMin * per_day, (kDaysMax + 1) * per_day - 1);
  return from_millis(held * (kSecondsPerDay * 1000 / per_day));
}

AnalysisReport report_of(const Analysis& analysis, Lang lang) {
  AnalysisReport report;
  report.as_of = instant_of(analysis.as_of, analysis.unit);
  report.clock = analysis.unit == ClockUnit::days ? ReportClock::days : ReportClock::seconds;
  const Analysis::Deals& deals = analysis.deals;
  report.deals = {deals.total,         deals.won,  deals.lost,    deals.open,
                  deals.without_start, deals.left, deals.reopened};
  report.win_rate = rounded(analysis.win_rate);
  report.cycle = cycle_of(analysis);
  for (const StageAnalysis& stage : analysis.stages) report.stages.push_back(stage_of(stage));
  if (analysis.longest) report.bottleneck.longest = analysis.stages[*analysis.longest].name;
  if (analysis.leakiest) report.bottleneck.leakiest = analysis.stages[*analysis.leakiest].name;
  for (const Warning& warning : analysis.warnings)
    report.warnings.push_back(
        {std::string(warning.code()), warning.count, warning.message.text(lang)});
  return report;
}

std::string render_json(const Analysis& analysis, Lang lang) {
  std::string out = json::write(report_of(analysis, lang));
  out.push_back('\n');
  return out;
}

}  // namespace stagecoach::cycle
