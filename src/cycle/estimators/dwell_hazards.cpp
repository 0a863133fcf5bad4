#include "cycle/estimators/dwell_hazards.h"

#include <algorithm>
#include <cassert>

namespace stagecoach::cycle {

std::int64_t StateHazards::longer_than(std::int64_t dwell) const {
  const auto after =
      std::upper_bound(left.begin(), left.end(), dwell,
                       [](std::int64_t day, const Left& step) { return day < step.day; });
  return after == left.begin() ? from_entry : std::prev(after)->stays;
}

StayCounter::StayCounter(int states)
    : width_(static_cast<std::size_t>(states - kNoEnd) + 1),
      counts_(static_cast<std::size_t>(states)) {}

void StayCounter::add(const Stay& stay) {
  if (stay.dwell < 0 || (stay.entry > 0 && stay.entry >= stay.dwell)) return;
  assert(stay.state >= 0 && static_cast<std::size_t>(stay.state) < counts_.size());
  const std::int64_t end = std::min(stay.dwell, kDwellMax);
  std::vector<std::int64_t>& counts = counts_[static_cast<std::size_t>(stay.state)];
  if (counts.size() < begins_at(end + 1)) counts.resize(begins_at(end + 1));
  ++counts[ends_at(end, stay.to)];
  // Day 0 holds those watched from the beginning.
  ++counts[begins_at(std::min(stay.entry, end > 0 ? end - 1 : 0))];
}

StateHazards StayCounter::hazards_of(const std::vector<std::int64_t>& counts) const {
  StateHazards state;
  const auto days = static_cast<std::int64_t>(counts.size() / width_);
  const auto begun = [&](std::int64_t day) { return counts[begins_at(day)]; };
  state.from_entry = days > 0 ? begun(0) : 0;
  std::int64_t watched = state.from_entry;
  for (std::int64_t day = 0; day < days; ++day) {
    std::int64_t ended = counts[ends_at(day, kNoEnd)];
    HazardDay exits{day, static_cast<double>(watched), {}};
    for (int to = kEndsLost; ends_at(day, to) < begins_at(day + 1); ++to)
      if (const std::int64_t count = counts[ends_at(day, to)]; count > 0) {
        exits.hazards.push_back({to, static_cast<double>(count) / exits.at_risk});
        state.exits += count;
        ended += count;
      }
    if (!exits.hazards.empty()) state.days.push_back(std::move(exits));
    const std::int64_t come = day > 0 ? begun(day) : 0;
    if (ended == 0 && come == 0) continue;
    watched += come - ended;
    state.left.push_back({day, watched});
  }
  for (std::int64_t day = 0; day < days; ++day) state.stays += begun(day);
  return state;
}

std::vector<StateHazards> StayCounter::hazards() const {
  std::vector<StateHazards> found;
  for (const std::vector<std::int64_t>& counts : counts_) found.push_back(hazards_of(counts));
  return found;
}

std::vector<StateHazards> dwell_hazards(std::span<const Stay> stays, int states) {
  StayCounter counter(states);
  for (const Stay& stay : stays) counter.add(stay);
  return counter.hazards();
}

}  // namespace stagecoach::cycle
