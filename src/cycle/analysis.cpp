#include "cycle/analysis.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "cycle/analysis_warnings.h"
#include "cycle/estimators/competing_risks.h"
#include "cycle/estimators/kaplan_meier.h"

namespace stagecoach::cycle {
namespace {

constexpr std::array<int, 4> kOutcomeDays{30, 60, 90, 120};
constexpr std::int64_t kCurvePointsMax = 160;

std::optional<double> in_days(std::optional<double> ticks, ClockUnit unit) {
  if (!ticks) return std::nullopt;
  return *ticks / static_cast<double>(ticks_per_day(unit));
}

// An estimate at an age is worth giving while enough are still watched, or once all are decided.
bool is_known_at(const RiskTable& table, const CompetingRisks& risks, std::int64_t time) {
  if (table.n == 0) return false;
  return table.at_risk_at(time) >= kWatchedMin || risks.at(time).survival <= 0.0;
}

// Where nobody left the watch before, however few are left in it, the share is a plain count.
bool all_watched_until(const RiskTable& table, std::int64_t time) {
  return table.n > 0 && table.late_entries.empty() &&
         std::none_of(table.rows.begin(), table.rows.end(),
                      [&](const RiskRow& row) { return row.time < time && row.censored > 0; });
}

Share share_at(const CompetingRisks& risks, std::int64_t time, int cause) {
  return {risks.incidence_at(time, cause), risks.ci95_at(time, cause)};
}

Analysis::WonDays won_days_of(const RiskTable& to_close, ClockUnit unit) {
  Analysis::WonDays won;
  double sum = 0.0;
  for (const RiskRow& row : to_close.rows) {
    const std::int64_t here = row.by_cause[kCauseWon - 1];
    won.n += here;
    sum += static_cast<double>(here) * static_cast<double>(row.time);
  }
  if (won.n == 0) return won;
  won.mean = in_days(sum / static_cast<double>(won.n), unit);
  if (confidence_of(won.n) == Confidence::none) return won;
  // The middle one, or halfway between the two in the middle.
  const std::int64_t low_rank = (won.n - 1) / 2, high_rank = won.n / 2;
  std::optional<std::int64_t> low, high;
  std::int64_t seen = 0;
  for (const RiskRow& row : to_close.rows) {
    seen += row.by_cause[kCauseWon - 1];
    if (!low && seen > low_rank) low = row.time;
    if (!high && seen > high_rank) high = row.time;
  }
  won.median = in_days(static_cast<double>(*low + *high) / 2.0, unit);
  return won;
}

std::vector<OutcomeByDay> outcomes_of(const RiskTable& table, const CompetingRisks& risks,
                                      ClockUnit unit) {
  std::vector<OutcomeByDay> outcomes;
  for (const int day : kOutcomeDays) {
    OutcomeByDay& outcome = outcomes.emplace_back();
    outcome.day = day;
    const std::int64_t time = day * ticks_per_day(unit);
    if (!is_known_at(table, risks, time)) continue;
    outcome.won = share_at(risks, time, kCauseWon);
    outcome.lost = share_at(risks, time, kCauseLost);
    outcome.open = risks.at(time).survival;
  }
  return outcomes;
}

// The last time up to which the curve rests on enough deals.
std::int64_t trusted_until(const RiskTable& table, const CompetingRisks& risks) {
  std::int64_t until = 0;
  for (const RiskRow& row : table.rows)
    if (is_known_at(table, risks, row.time)) until = row.time;
  return until;
}

std::vector<CurvePoint> curve_of(const RiskTable& table, const KaplanMeier& km,
                                 const CompetingRisks& risks, ClockUnit unit) {
  std::vector<CurvePoint> curve;
  if (table.n < kWatchedMin) return curve;
  const std::int64_t until = trusted_until(table, risks);
  const std::int64_t points = std::min(until, kCurvePointsMax - 1) + 1;
  for (std::int64_t i = 0; i < points; ++i) {
    const std::int64_t time =
        points == 1
            ? 0
            : static_cast<std::int64_t>(static_cast<double>(until) * static_cast<double>(i) /
                                        static_cast<double>(points - 1));
    const IncidenceStep& step = risks.at(time);
    CurvePoint& point = curve.emplace_back();
    point.day = static_cast<double>(time) / static_cast<double>(ticks_per_day(unit));
    point.open = km.survival_at(time);
    point.open_ci95 = km.ci95_at(time);
    point.won = step.incidence[kCauseWon - 1];
    point.lost = step.incidence[kCauseLost - 1];
    point.at_risk = table.at_risk_at(time);
  }
  return curve;
}

StageAnalysis stage_of(const StageTally& tally, const std::string& name, ClockUnit unit) {
  StageAnalysis stage;
  stage.name = name;
  stage.visits = tally.visits;
  stage.open = tally.open;
  stage.dwell = duration_of(tally.dwell.table(), unit);
  stage.entered_deals = tally.entered;
  stage.went_on_deals = tally.went_on;
  stage.lost_here = tally.lost;
  stage.went_back = tally.back;
  stage.left_here = tally.left;
  stage.dwell_days = tally.dwell_ticks / static_cast<double>(ticks_per_day(unit));
  const RiskTable table = tally.conversion.table();
  const CompetingRisks risks(table);
  const std::int64_t age = stage.age_days * ticks_per_day(unit);
  if (is_known_at(table, risks, age)) {
    stage.went_on_by_age = share_at(risks, age, kCauseOn);
    stage.lost_by_age = share_at(risks, age, kCauseLost);
  }
  return stage;
}

void compare_stages(Analysis& analysis) {
  double all = 0.0;
  for (const StageAnalysis& stage : analysis.stages) all += stage.dwell_days;
  for (std::size_t s = 0; s < analysis.stages.size(); ++s) {
    StageAnalysis& stage = analysis.stages[s];
    if (all > 0.0) stage.dwell_share = stage.dwell_days / all;
    const auto& stages = analysis.stages;
    if (stage.dwell_days > 0.0 &&
        (!analysis.longest || stage.dwell_days > stages[*analysis.longest].dwell_days))
      analysis.longest = s;
    if (stage.lost_here > 0 &&
        (!analysis.leakiest || stage.lost_here > stages[*analysis.leakiest].lost_here))
      analysis.leakiest = s;
  }
}

// More stages than the table can number: no report over them could be read anyway.
Analysis analyze_without_stages(const HistorySet& set) {
  HistorySet bare = set;
  bare.stages.clear();
  for (DealHistory& deal : bare.deals) {
    deal.entries.clear();
    for (Episode& episode : deal.earlier) episode.entries.clear();
  }
  Analysis analysis = analyze(bare);
  analysis.warnings.push_back(too_many_stages(static_cast<std::int64_t>(set.stages.size())));
  return analysis;
}

}  // namespace

Confidence confidence_of(std::int64_t n) {
  if (n < kGivenFrom) return Confidence::none;
  return n < kFairFrom ? Confidence::low : Confidence::fair;
}

Duration duration_of(const RiskTable& table, ClockUnit unit) {
  const KaplanMeier km(table);
  Duration duration;
  duration.n = km.n();
  duration.events = km.events();
  duration.confidence = confidence_of(km.n());
  if (duration.confidence == Confidence::none) return duration;
  duration.p25_days = in_days(km.quantile(.25), unit);
  duration.median_days = in_days(km.quantile(.5), unit);
  duration.p75_days = in_days(km.quantile(.75), unit);
  duration.p80_days = in_days(km.quantile(.8), unit);
  duration.p90_days = in_days(km.quantile(.9), unit);
  const Interval ci95 = km.quantile_ci95(.5);
  duration.median_ci95 = {in_days(ci95.low, unit), in_days(ci95.high, unit)};
  return duration;
}

Share share_by(const RiskTable& table, std::int64_t age, int cause) {
  const CompetingRisks risks(table);
  if (!is_known_at(table, risks, age) && !all_watched_until(table, age)) return {};
  return share_at(risks, age, cause);
}

Analysis analyze(const CycleTally& tally, std::span<const std::string> stage_names) {
  Analysis analysis;
  const ClockUnit unit = analysis.unit = tally.unit();
  analysis.as_of = tally.as_of();
  const DealTally& deals = tally.deals();
  analysis.deals = {deals.total, deals.won,           deals.lost,    deals.open,
                    deals.left,  deals.without_start, deals.reopened};
  if (deals.won + deals.lost > 0)
    analysis.win_rate =
        static_cast<double>(deals.won) / static_cast<double>(deals.won + deals.lost);

  const RiskTable to_close = deals.to_close.table();
  const KaplanMeier km(to_close);
  const CompetingRisks risks(to_close);
  analysis.won_days = won_days_of(to_close, unit);
  analysis.to_close = duration_of(to_close, unit);
  analysis.outcome_by_day = outcomes_of(to_close, risks, unit);
  analysis.curve = curve_of(to_close, km, risks, unit);

  const std::vector<StageTally> stages = tally.stages();
  for (std::size_t s = 0; s < stage_names.size() && s < stages.size(); ++s)
    analysis.stages.push_back(stage_of(stages[s], stage_names[s], unit));
  compare_stages(analysis);
  analysis.warnings = warnings_about(analysis, deals, stages, to_close);
  return analysis;
}

Analysis analyze(const HistorySet& set) {
  if (set.stages.size() > kStagesMax) return analyze_without_stages(set);
  std::vector<int> order(set.stages.size());
  std::iota(order.begin(), order.end(), 0);
  if (!set.stage_order_given) order = order_of_stages(set);
  std::vector<int> place(order.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    names.push_back(set.stages[static_cast<std::size_t>(order[i])]);
  }
  const VisitTable table = visit_table(set, place);
  CycleTally tally(set.unit, static_cast<int>(names.size()), set.as_of, table.visits());
  tally.add(table);
  Analysis analysis = analyze(tally, names);
  analysis.warnings.insert(analysis.warnings.begin(), set.warnings.begin(), set.warnings.end());
  return analysis;
}

std::vector<int> order_of_stages(const HistorySet& set) {
  const VisitTable table = visit_table(set);
  std::vector<double> position_sum(set.stages.size(), 0.0);
  std::vector<std::int64_t> deals(set.stages.size(), 0);
  for (std::size_t e = 0; e < table.episodes(); ++e) {
    // Only a deal's first episode: a reopened one starts wherever somebody puts it.
    if (e > 0 && table.deal_of(e) == table.deal_of(e - 1)) continue;
    const std::optional<EpisodeView> view = table.view(e, set.as_of);
    if (!view) continue;
    for (std::size_t v = view->first_visit; v < view->last_visit; ++v) {
      const Visit visit = table.visit(*view, v);
      if (visit.visit_no > 1) continue;
      const auto stage = static_cast<std::size_t>(visit.stage);
      position_sum[stage] += static_cast<double>(v - view->first_visit);
      ++deals[stage];
    }
  }
  std::vector<int> order(set.stages.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    const auto ia = static_cast<std::size_t>(a), ib = static_cast<std::size_t>(b);
    if (deals[ia] == 0 || deals[ib] == 0) return deals[ia] > deals[ib];
    return position_sum[ia] * static_cast<double>(deals[ib]) <
           position_sum[ib] * static_cast<double>(deals[ia]);
  });
  return order;
}

}  // namespace stagecoach::cycle
