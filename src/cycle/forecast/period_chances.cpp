#include "cycle/forecast/period_chances.h"

#include <algorithm>

namespace stagecoach::cycle {

std::optional<double> PeriodChances::of(const DealPlace& place) {
  if (days_.to_end <= 0 || model_.decided() < kPredictsFrom) return std::nullopt;
  const auto [at, is_new] = known_.try_emplace({place.stage, place.again, place.days});
  if (!is_new) return at->second;
  const SemiMarkov& model = model_.model();
  const int state = model_.state_of(place.stage, place.again);
  if (model.is_without_precedent(state, place.days, kPrecedents)) return std::nullopt;
  const auto won_within = [&](std::int64_t days) {
    return days <= 0 ? 0.0 : model.outlook(state, place.days, std::min(days, model.horizon())).won;
  };
  at->second = std::clamp(won_within(days_.to_end) - won_within(days_.to_start), 0.0, 1.0);
  return at->second;
}

// Per deal a day: of those begun on each of the coming days, the shares won within `days` from now.
double PeriodChances::won_of_new(std::int64_t days) const {
  const std::int64_t horizon = model_.model().horizon();
  // Those that have longer than the horizon are all alike.
  double won = static_cast<double>(std::max<std::int64_t>(0, days - 1 - horizon)) *
               model_.model().outlook(0).won;
  for (std::int64_t left = std::min(days - 1, horizon); left > 0; --left)
    won += model_.model().outlook(0, {}, left).won;
  return won;
}

std::optional<double> PeriodChances::not_created(double per_day) const {
  if (model_.decided() < kPredictsFrom || days_.to_end <= 0) return std::nullopt;
  return per_day * std::max(0.0, won_of_new(days_.to_end) - won_of_new(days_.to_start));
}

bool PeriodChances::stages_tell(int stages) const {
  double least = 1, most = 0;
  for (int stage = 0; stage < stages; ++stage) {
    if (model_.model().is_without_precedent(stage, 0, kPrecedents)) continue;
    const double won = model_.model().outlook(stage).won;
    least = std::min(least, won);
    most = std::max(most, won);
  }
  return most - least >= kTells;
}

double begun_per_day(const PipelineColumns& columns, DealSelection selection, std::int64_t now) {
  std::int64_t first = now;
  for (const auto& chunk : columns.chunks)
    for (const std::int64_t origin : chunk->origins()) first = std::min(first, origin);
  selection.from = std::max(first, now - kRateDays * kSecondsPerDay);
  selection.until = now + 1;
  std::int64_t begun = 0;
  std::vector<std::uint8_t> keep;
  for (const auto& chunk : columns.chunks) {
    keep.assign(chunk->size(), 0);
    selection.mark(*chunk, keep);
    for (std::size_t slot = 0; slot < chunk->size(); ++slot)
      if (keep[slot] && !(chunk->flags()[slot] & DealChunk::kDeleted)) ++begun;
  }
  const double days = static_cast<double>(now - *selection.from) / kSecondsPerDay;
  return static_cast<double>(begun) / std::max(1.0, days);
}

}  // namespace stagecoach::cycle
