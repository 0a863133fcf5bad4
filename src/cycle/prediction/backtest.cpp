#include "cycle/prediction/backtest.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <unordered_map>

#include "cycle/prediction/horizon.h"

namespace stagecoach::cycle {
namespace {

constexpr std::array kHorizons{30, 90, 180};
constexpr double kOneSided95 = 1.6448536269514722;

struct OpenDeal {
  std::uint32_t deal = 0;
  DealPlace place;
  // Days from the month's first to the ending; unset where it is open to this day.
  std::optional<std::int64_t> won_after, lost_after;
  bool watched = true;  // false: merged, deleted or moved away before its ending
};

// The first of each month within the data, as ticks.
std::vector<std::int64_t> months_of(const VisitTable& table, std::int64_t as_of) {
  using namespace std::chrono;
  std::optional<std::int64_t> first;
  for (std::size_t e = 0; e < table.episodes(); ++e)
    if (const auto start = table.start_of(e)) first = std::min(first.value_or(*start), *start);
  std::vector<std::int64_t> months;
  if (!first) return months;
  const std::int64_t day = ticks_per_day(table.unit());
  const sys_days begin{days(*first / day)};
  for (year_month month = year_month(year_month_day(begin).year(), year_month_day(begin).month());
       ;) {
    month += std::chrono::months(1);
    const std::int64_t at = sys_days(month / 1).time_since_epoch().count() * day;
    if (at >= as_of) return months;
    months.push_back(at);
  }
}

std::vector<OpenDeal> open_deals(const VisitTable& table, std::int64_t at, std::int64_t as_of) {
  const std::int64_t day = ticks_per_day(table.unit());
  std::vector<OpenDeal> found;
  for (std::size_t e = 0; e < table.episodes(); ++e) {
    const auto then = table.view(e, at);
    if (!then || then->ending != Ending::open || then->first_visit == then->last_visit) continue;
    const Visit visit = table.visit(*then, then->last_visit - 1);
    if (!visit.dwell()) continue;
    OpenDeal deal{then->deal, {visit.stage, visit.visit_no > 1, *visit.dwell() / day}, {}, {}};
    const auto now = table.view(e, as_of);
    if (now->ending == Ending::won || now->ending == Ending::lost) {
      if (!now->ended_at) continue;  // nobody knows when
      const std::int64_t after = (*now->ended_at - at + day - 1) / day;
      (now->ending == Ending::won ? deal.won_after : deal.lost_after) = after;
    } else if (now->ending == Ending::censored) {
      deal.watched = false;
    }
    found.push_back(deal);
  }
  return found;
}

// How often deals seen in a stage were won within a time, by what earlier months showed.
class StageRates {
 public:
  void add(int stage, bool won) {
    auto& [wins, cases] = by_stage_[stage];
    wins += won ? 1.0 : 0.0;
    cases += 1.0;
    all_.first += won ? 1.0 : 0.0;
    all_.second += 1.0;
  }
  std::optional<double> of(int stage) const {
    if (all_.second == 0.0) return std::nullopt;
    const auto at = by_stage_.find(stage);
    if (at == by_stage_.end()) return all_.first / all_.second;
    return at->second.first / at->second.second;
  }

 private:
  std::map<int, std::pair<double, double>> by_stage_;
  std::pair<double, double> all_;
};

// By how much the squared errors of some rate exceed those of the model, over its standard error. A
// deal is asked about month after month, and its answers are one: deals are the sample.
class Gain {
 public:
  void add(std::uint32_t deal, double rate, const Scored& model) {
    const double y = model.happened ? 1.0 : 0.0;
    by_deal_[deal] += (rate - y) * (rate - y) - (model.predicted - y) * (model.predicted - y);
  }
  std::size_t deals() const { return by_deal_.size(); }
  std::optional<double> z() const {
    const double n = static_cast<double>(by_deal_.size());
    if (n < 2.0) return std::nullopt;
    double sum = 0.0, squares = 0.0;
    for (const auto& [deal, gained] : by_deal_) {
      sum += gained;
      squares += gained * gained;
    }
    const double variance = (squares - sum * sum / n) * n / (n - 1.0);
    if (variance <= 0.0) return std::nullopt;
    return sum / std::sqrt(variance);
  }

 private:
  std::unordered_map<std::uint32_t, double> by_deal_;
};

// The cases of one horizon, gathered month by month.
class HorizonCases {
 public:
  explicit HorizonCases(int days) : days_(days) {}

  void add(const OpenDeal& deal, const Outlook& chances, std::optional<double> stage_rate) {
    const bool happened = deal.won_after && *deal.won_after <= days_;
    const bool ended = happened || (deal.lost_after && *deal.lost_after <= days_);
    closed_.push_back({chances.won + chances.lost, ended});
    if (!stage_rate) return;
    deals_.push_back(deal.deal);
    model_.push_back({chances.won, happened});
    stage_rate_.push_back({*stage_rate, happened});
  }

  HorizonScore score() const {
    HorizonScore score;
    score.days = days_;
    score.cases = static_cast<std::int64_t>(model_.size());
    score.brier_of_close = brier_score(closed_);
    score.brier = brier_score(model_);
    if (!score.brier) return score;
    score.brier_of_stage_rate = brier_score(stage_rate_);
    score.area_under_curve = area_under_curve(model_);
    score.bins = bins_of_equal_count(model_, 10);
    score.calibration_error = calibration_error(score.bins);
    double happened = 0.0;
    for (const Scored& scored : model_) happened += scored.happened ? 1.0 : 0.0;
    happened /= static_cast<double>(model_.size());
    score.happened = happened;
    score.brier_of_base_rate = happened * (1.0 - happened);
    const double rate = std::min(*score.brier_of_stage_rate, *score.brier_of_base_rate);
    if (rate > 0.0) score.better = 1.0 - *score.brier / rate;
    judge(score);
    return score;
  }

 private:
  // A signal is what beats both rates beyond chance.
  void judge(HorizonScore& score) const {
    Gain over_stage, over_base;
    for (std::size_t i = 0; i < model_.size(); ++i) {
      over_stage.add(deals_[i], stage_rate_[i].predicted, model_[i]);
      over_base.add(deals_[i], *score.happened, model_[i]);
    }
    score.deals = static_cast<std::int64_t>(over_stage.deals());
    if (const auto stage = over_stage.z(), base = over_base.z(); stage && base)
      score.z = std::min(*stage, *base);
    if (score.cases < kScoredFrom) return;
    score.verdict = score.z && *score.z > kOneSided95 ? Verdict::signal : Verdict::no_signal;
  }

  int days_;
  std::vector<std::uint32_t> deals_;
  std::vector<Scored> model_, stage_rate_, closed_;
};

struct Misses {
  double sum = 0.0;
  std::int64_t cases = 0, within = 0;

  void add(const DealOutlook& outlook, std::int64_t won_after) {
    if (!outlook.days10 || !outlook.days50 || !outlook.days90) return;
    ++cases;
    sum += static_cast<double>(std::abs(*outlook.days50 - won_after));
    if (won_after >= *outlook.days10 && won_after <= *outlook.days90) ++within;
  }
  CloseScore score() const {
    if (cases == 0) return {};
    const double n = static_cast<double>(cases);
    return {cases, sum / n, static_cast<double>(within) / n};
  }
};

// A month of which the outcome at a horizon is known, waiting to teach the stage rates of later
// months.
struct Lesson {
  std::int64_t known_at = 0;
  std::size_t horizon = 0;
  std::vector<std::pair<int, bool>> won_by_stage;
};

}  // namespace

Backtest backtest(const VisitTable& table, std::int64_t as_of) {
  const std::int64_t day = ticks_per_day(table.unit());
  Backtest result;
  std::vector<HorizonCases> cases;
  for (const int days : kHorizons) cases.emplace_back(days);
  std::array<StageRates, kHorizons.size()> rates;
  std::vector<Lesson> lessons;
  Misses misses;
  for (const std::int64_t month : months_of(table, as_of)) {
    if (month + kHorizons.front() * day > as_of) break;
    std::erase_if(lessons, [&](const Lesson& lesson) {
      if (lesson.known_at > month) return false;
      for (const auto& [stage, won] : lesson.won_by_stage) rates[lesson.horizon].add(stage, won);
      return true;
    });
    ++result.months;
    const PipelineModel model(
        table.stages(), [&](const StayVisitor& visit) { each_stay(table, month, visit); },
        horizon_days(table, month));
    const std::vector<OpenDeal> open = open_deals(table, month, as_of);
    for (std::size_t h = 0; h < kHorizons.size(); ++h) {
      const std::int64_t known_at = month + kHorizons[h] * day;
      if (known_at > as_of) continue;
      Lesson lesson{known_at, h, {}};
      for (const OpenDeal& deal : open) {
        if (!deal.watched) continue;
        lesson.won_by_stage.emplace_back(deal.place.stage,
                                         deal.won_after && *deal.won_after <= kHorizons[h]);
        const auto chances = model.within(deal.place, kHorizons[h]);
        if (chances)
          cases[h].add(deal, *chances, rates[h].of(deal.place.stage));
        else if (h == 0)
          ++result.silent;
      }
      lessons.push_back(std::move(lesson));
    }
    for (const OpenDeal& deal : open)
      if (deal.won_after) misses.add(model.outlook(deal.place), *deal.won_after);
  }
  for (const HorizonCases& horizon : cases) result.horizons.push_back(horizon.score());
  result.close = misses.score();
  return result;
}

}  // namespace stagecoach::cycle
