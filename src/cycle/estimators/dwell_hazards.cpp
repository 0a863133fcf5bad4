#include "cycle/estimators/dwell_hazards.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace stagecoach::cycle {
namespace {

std::int64_t count_up_to(const std::vector<std::int64_t>& sorted, std::int64_t time) {
  return std::upper_bound(sorted.begin(), sorted.end(), time) - sorted.begin();
}

using Exits = std::map<std::int64_t, std::map<int, std::int64_t>>;  // day -> to -> how many

std::vector<HazardDay> hazard_days(const Exits& exits, const StateHazards& state) {
  const auto all = static_cast<std::int64_t>(state.ends.size() - state.begins.size());
  std::vector<HazardDay> days;
  for (const auto& [day, by_place] : exits) {
    // Watched just before the day: those who began watched, or came in before it, and are not out.
    const std::int64_t in = all + count_up_to(state.begins, day - 1);
    const double n = static_cast<double>(in - count_up_to(state.ends, day - 1));
    HazardDay& added = days.emplace_back(HazardDay{day, n, {}});
    for (const auto& [to, count] : by_place)
      added.hazards.push_back({to, static_cast<double>(count) / n});
  }
  return days;
}

}  // namespace

std::int64_t StateHazards::longer_than(std::int64_t dwell) const {
  const auto late = static_cast<std::int64_t>(begins.size()) - count_up_to(begins, dwell);
  return static_cast<std::int64_t>(ends.size()) - count_up_to(ends, dwell) - late;
}

std::vector<StateHazards> dwell_hazards(std::span<const Stay> stays, int states) {
  std::vector<StateHazards> found(static_cast<std::size_t>(states));
  std::vector<Exits> exits(static_cast<std::size_t>(states));
  for (const Stay& stay : stays) {
    if (stay.dwell < 0 || (stay.entry > 0 && stay.entry >= stay.dwell)) continue;
    assert(stay.state >= 0 && stay.state < states && stay.to < states);
    StateHazards& state = found[static_cast<std::size_t>(stay.state)];
    state.ends.push_back(stay.dwell);
    if (stay.entry > 0) state.begins.push_back(stay.entry);
    if (stay.to != kNoEnd) ++exits[static_cast<std::size_t>(stay.state)][stay.dwell][stay.to];
  }
  for (std::size_t s = 0; s < found.size(); ++s) {
    std::sort(found[s].ends.begin(), found[s].ends.end());
    std::sort(found[s].begins.begin(), found[s].begins.end());
    found[s].days = hazard_days(exits[s], found[s]);
  }
  return found;
}

}  // namespace stagecoach::cycle
