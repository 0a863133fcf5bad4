#include "exchange/sample/sample_model.h"

#include <algorithm>

namespace stagecoach::exchange {
namespace {

constexpr int kVisitsMax = 40;  // of one deal; ends the rare endless back and forth
constexpr double kMillisPerDay = 86'400'000.0;

Instant after_days(Instant t, double days) {
  return t + Millis(static_cast<std::int64_t>(days * kMillisPerDay));
}

// Deals wait longer around the Chinese New Year and in August.
double season(Instant t) {
  const std::chrono::year_month_day day(date_of(t));
  const unsigned month = static_cast<unsigned>(day.month());
  return month == 2 ? 1.35 : month == 8 ? 1.2 : 1.0;
}

}  // namespace

SampleModel SampleModel::for_stages(int open_stages) {
  SampleModel model;
  if (open_stages == 6)
    model.stages = {{4, 1.1, 0.22, 0.00, 0.00, 0.00},  {5, 1.2, 0.20, 0.01, 0.00, 0.01},
                    {12, 1.4, 0.24, 0.02, 0.00, 0.02}, {24, 1.5, 0.18, 0.06, 0.03, 0.03},
                    {14, 1.3, 0.16, 0.10, 0.00, 0.02}, {12, 1.2, 0.14, 0.04, 0.00, 0.02}};
  else
    model.stages.assign(static_cast<std::size_t>(open_stages),
                        StageHazard{1.5, 1.1, 0.18, 0.02, 0.02, 0.0});
  model.sources = {{"research", 3, 1.1, 1.1},     {"social", 2, 1.25, 0.9},
                   {"exhibition", 2, 0.95, 1.1},  {"content", 3, 1.0, 0.95},
                   {"referral", 1.5, 0.55, 0.75}, {"form", 2.5, 1.05, 0.85}};
  return model;
}

std::vector<SampleMove> simulate_deal(const SampleModel& model, SampleRandom& random,
                                      const SourceEffect& source, double skill, Instant start,
                                      Instant until) {
  using Kind = SampleMove::Kind;
  std::vector<SampleMove> moves;
  if (random.chance(model.zombie)) return moves;
  const int last = static_cast<int>(model.stages.size()) - 1;
  int position = 0;
  Instant at = start;
  const auto add = [&](Kind kind, int to, Instant when) {
    if (when > until) return false;
    const bool forward = kind == Kind::forward || kind == Kind::won || kind == Kind::skip;
    moves.push_back({kind, to, when, forward && random.chance(model.overridden)});
    return true;
  };
  for (int visit = 0; visit < kVisitsMax; ++visit) {
    const StageHazard& stage = model.stages[static_cast<std::size_t>(position)];
    const double days = random.weibull(stage.days_shape, stage.days_scale) * source.days *
                        season(at) / std::sqrt(skill);
    at = after_days(at, std::max(days, 0.02));
    const double lost = std::min(0.9, stage.lost * source.lost / skill);
    const double shares[] = {lost, position > 0 ? stage.back : 0.0,
                             position + 1 < last ? stage.skip : 0.0, stage.hold};
    const double none = std::max(0.0, 1.0 - shares[0] - shares[1] - shares[2] - shares[3]);
    const double weights[] = {shares[0], shares[1], shares[2], shares[3], none};
    switch (random.weighted(weights)) {
      case 0:
        if (!add(Kind::lost, 0, at) || !random.chance(model.reopened)) return moves;
        at = after_days(at, random.weibull(1.0, 30));
        if (!add(Kind::reopen, position, at)) return moves;
        break;
      case 1:
        if (!add(Kind::backward, --position, at)) return moves;
        break;
      case 2:
        if (!add(Kind::skip, position += 2, at)) return moves;
        break;
      case 3:
        if (!add(Kind::hold, 0, at)) return moves;
        at = after_days(at, random.weibull(1.2, 25));
        if (!add(Kind::resume, position, at)) return moves;
        break;
      default:
        if (position == last) {
          add(Kind::won, 0, at);
          return moves;
        }
        if (!add(Kind::forward, ++position, at)) return moves;
    }
  }
  return moves;
}

}  // namespace stagecoach::exchange
