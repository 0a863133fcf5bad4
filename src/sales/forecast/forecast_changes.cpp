#include "sales/forecast/forecast_changes.h"

namespace stagecoach::sales {
namespace {

// The value behind one side of a change; nullopt where it is null.
template <class T>
std::optional<T> value_of(const json::Raw& raw) {
  const auto value = json::read<std::optional<T>>(raw.text);
  return value ? *value : std::nullopt;
}

ForecastMove how_it_came(const DealStanding& before, const ForecastPeriod& period) {
  if (before.unborn) return ForecastMove::new_;
  if (before.deleted || before.status != StageKind::open) return ForecastMove::returned;
  if (before.expected_close && *before.expected_close < period.first)
    return ForecastMove::pushed_in;
  return ForecastMove::pulled_in;
}

ForecastMove how_it_went(const DealStanding& after, const ForecastPeriod& period) {
  if (after.deleted || after.unborn) return ForecastMove::left;
  switch (after.status) {
    case StageKind::won:
      return ForecastMove::won;
    case StageKind::lost:
      return ForecastMove::lost;
    case StageKind::on_hold:
      return ForecastMove::left;
    case StageKind::open:
      break;
  }
  if (after.expected_close && *after.expected_close < period.first) return ForecastMove::pulled_out;
  return ForecastMove::pushed_out;
}

bool is_won(const DealStanding& standing) {
  return !standing.unborn && !standing.deleted && standing.status == StageKind::won;
}

void add(std::vector<ForecastStep>& steps, ForecastMove kind, std::int64_t minor) {
  steps.push_back({kind, minor});
}

void add_growth(std::vector<ForecastStep>& steps, std::int64_t minor) {
  if (minor != 0) add(steps, minor > 0 ? ForecastMove::grown : ForecastMove::shrunk, minor);
}

}  // namespace

bool is_due(const DealStanding& standing, const ForecastPeriod& period) {
  return !standing.unborn && !standing.deleted && standing.status == StageKind::open &&
         standing.expected_close && period.holds(*standing.expected_close);
}

std::vector<ForecastStep> steps_between(const DealStanding& before, const DealStanding& after,
                                        const ForecastPeriod& period) {
  std::vector<ForecastStep> steps;
  const bool was = is_due(before, period), is = is_due(after, period);
  if (was && is) {
    add_growth(steps, after.minor - before.minor);
  } else if (is) {
    add(steps, how_it_came(before, period), after.minor);
  } else if (was) {
    // What was won is won for what it is worth in the end.
    const bool won = is_won(after);
    if (won) add_growth(steps, after.minor - before.minor);
    add(steps, how_it_went(after, period), won ? -after.minor : -before.minor);
  } else if (is_won(after) && !is_won(before) && after.closed_in_period) {
    add(steps, how_it_came(before, period), after.minor);
    add(steps, ForecastMove::won, -after.minor);
  }
  return steps;
}

void take_back(DealStanding& standing, std::string_view kind, std::string_view data,
               Currency currency, const MovesByEvent& moves) {
  if (kind == DealCreated::kKind) {
    standing.unborn = true;
  } else if (kind == DealDeleted::kKind) {
    standing.deleted = false;
  } else if (kind == DealRestored::kKind) {
    standing.deleted = true;
  } else if (kind == DealMoved::kKind) {
    if (const auto moved = json::read<DealMoved>(data)) standing.status = moved->from_status;
  } else if (kind == DealMoveUndone::kKind) {
    const auto undone = json::read<DealMoveUndone>(data);
    const auto moved = undone ? moves.find(undone->undoes) : moves.end();
    if (moved != moves.end()) standing.status = moved->second.to_status;
  } else if (kind == DealChanged::kKind) {
    const auto changed = json::read<DealChanged>(data);
    if (!changed) return;
    for (const Change& change : changed->changes) {
      if (change.field == "expected_close") standing.expected_close = value_of<Date>(change.before);
      if (change.field != "amount") continue;
      const auto amount = value_of<Money>(change.before);
      standing.minor = amount && amount->currency == currency ? amount->minor : 0;
    }
  }
}

}  // namespace stagecoach::sales
