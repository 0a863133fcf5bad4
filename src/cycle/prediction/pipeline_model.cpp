#include "cycle/prediction/pipeline_model.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "cycle/estimators/weibull.h"

namespace stagecoach::cycle {
namespace {

static_assert(kEndsWon == kToWon && kEndsLost == kToLost);

int place_of(int to, int again_offset) {
  return to == kStillThere ? kNoEnd : to + again_offset;
}

// Moves into stages that are not told apart when entered again lead to the stage itself.
void join_places(StateHazards& state, const std::vector<int>& place) {
  for (HazardDay& day : state.days) {
    std::map<int, double> shares;
    for (const Hazard& hazard : day.hazards)
      shares[hazard.to < 0 ? hazard.to : place[static_cast<std::size_t>(hazard.to)]] +=
          hazard.share;
    day.hazards.clear();
    for (const auto& [to, share] : shares) day.hazards.push_back({to, share});
  }
}

// Where the stays led, whenever that was.
std::map<int, double> shares_by_place(const StateHazards& state) {
  std::map<int, double> shares;
  for (const HazardDay& day : state.days)
    for (const Hazard& hazard : day.hazards)
      shares[hazard.to] += hazard.share * day.at_risk / static_cast<double>(state.exits);
  return shares;
}

std::vector<Observation> observations_of(const StateHazards& state) {
  std::vector<Observation> observations;
  std::map<std::int64_t, std::int64_t> exits;
  for (const HazardDay& day : state.days)
    for (const Hazard& hazard : day.hazards)
      exits[day.day] += std::llround(hazard.share * day.at_risk);
  std::int64_t before = state.from_entry;
  for (const StateHazards::Left& left : state.left) {
    const std::int64_t gone = std::max<std::int64_t>(0, before - left.stays);
    for (std::int64_t i = 0; i < gone; ++i)
      observations.push_back({left.day, i < exits[left.day] ? 1 : kCensored});
    before = left.stays;
  }
  return observations;
}

// A stage that few have left: the days of leaving follow a Weibull curve, the places what was seen.
void fill_in(StateHazards& state, std::int64_t horizon_days) {
  if (state.exits == 0 || state.exits >= kCurveFrom) return;
  const std::optional<Weibull> curve = fit_weibull(observations_of(state));
  if (!curve) return;
  const std::map<int, double> shares = shares_by_place(state);
  state.days.clear();
  for (std::int64_t day = 1; day <= horizon_days; ++day) {
    const double before = curve->survival_at(static_cast<double>(day - 1));
    if (before <= 1e-9) break;
    const double leaves = 1.0 - curve->survival_at(static_cast<double>(day)) / before;
    HazardDay& added =
        state.days.emplace_back(HazardDay{day, static_cast<double>(state.stays), {}});
    for (const auto& [to, share] : shares) added.hazards.push_back({to, leaves * share});
  }
}

}  // namespace

PipelineModel::States PipelineModel::states_of(int stages,
                                               const std::function<void(const StayVisitor&)>& stays,
                                               std::int64_t horizon_days) {
  // Told apart, state `stage` is the first visit and `stages + stage` any later one.
  StayCounter apart(2 * stages), together(2 * stages);
  States states;
  stays([&](const SeenStay& seen) {
    const int to = place_of(seen.to, seen.to >= 0 && seen.to_again ? stages : 0);
    apart.add({seen.stage + (seen.again ? stages : 0), seen.days, to, seen.days_unseen});
    together.add({seen.stage, seen.days, to, seen.days_unseen});
    if (to == kEndsWon || to == kEndsLost) ++states.decided;
  });
  std::vector<StateHazards> by_visit = apart.hazards(), by_stage = together.hazards();
  std::vector<int> place(2 * static_cast<std::size_t>(stages));
  for (std::size_t s = 0; s < static_cast<std::size_t>(stages); ++s) {
    place[s] = static_cast<int>(s);
    const std::size_t later = s + static_cast<std::size_t>(stages);
    const bool differs = by_visit[later].stays >= kAgainFrom;
    states.hazards.push_back(std::move(differs ? by_visit[s] : by_stage[s]));
    states.again.push_back(static_cast<int>(s));
    place[later] = static_cast<int>(s);
  }
  for (std::size_t s = 0; s < static_cast<std::size_t>(stages); ++s) {
    const std::size_t later = s + static_cast<std::size_t>(stages);
    if (by_visit[later].stays < kAgainFrom) continue;
    states.again[s] = place[later] = static_cast<int>(states.hazards.size());
    states.hazards.push_back(std::move(by_visit[later]));
  }
  for (StateHazards& state : states.hazards) {
    join_places(state, place);
    fill_in(state, horizon_days);
  }
  return states;
}

PipelineModel::PipelineModel(int stages, const std::function<void(const StayVisitor&)>& stays,
                             std::int64_t horizon_days)
    : PipelineModel(states_of(stages, stays, horizon_days), horizon_days) {}

PipelineModel::PipelineModel(States states, std::int64_t horizon_days)
    : again_(std::move(states.again)),
      decided_(states.decided),
      model_(states.hazards, horizon_days) {
  for (int state = 0; state < model_.states(); ++state)
    on_entry_.push_back({model_.outlook(state).won, model_.rotten_after(state)});
}

int PipelineModel::state_of(int stage, bool again) const {
  return again ? again_[static_cast<std::size_t>(stage)] : stage;
}

std::optional<Outlook> PipelineModel::within(const DealPlace& place, std::int64_t days) const {
  const int state = state_of(place.stage, place.again);
  if (decided_ < kPredictsFrom) return std::nullopt;
  if (model_.is_without_precedent(state, place.days, kPrecedents)) return std::nullopt;
  if (!model_.sees(state, place.days + days, kPrecedents)) return std::nullopt;
  return model_.outlook(state, place.days, days);
}

DealOutlook PipelineModel::outlook(const DealPlace& place) const {
  DealOutlook found;
  const int state = state_of(place.stage, place.again);
  found.longer = model_.longer_than(state, place.days);
  if (decided_ < kPredictsFrom)
    found.without = NoOutlook::too_little;
  else if (model_.is_without_precedent(state, place.days, kPrecedents))
    found.without = NoOutlook::no_precedent;
  if (found.without) return found;
  const Outlook now = model_.outlook(state, place.days);
  found.won = now.won;
  found.lost = now.lost;
  found.unresolved = now.unresolved;
  const OnEntry& on_entry = on_entry_[static_cast<std::size_t>(state)];
  found.on_entry = on_entry.won;
  found.at_start = on_entry_.front().won;
  found.days10 = model_.days_to_win(state, place.days, .1);
  found.days50 = model_.days_to_win(state, place.days, .5);
  found.days90 = model_.days_to_win(state, place.days, .9);
  found.rotten_after = on_entry.rotten_after;
  return found;
}

}  // namespace stagecoach::cycle
