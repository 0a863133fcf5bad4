#include "cycle/projection/plain_way.h"

#include <algorithm>

#include "cycle/tally.h"

namespace stagecoach::cycle {

bool PlainWay::read(const LoggedDeal& deal, const StageNumbers& number_of) {
  if (!read_stages(deal, number_of)) return false;
  dwell_only_.assign(deal.entries.size(), 0);
  conversions_.clear();
  waiting_.clear();
  ++serial_;
  for (std::size_t visit = 0; visit < stages_.size(); ++visit) read_visit(visit);
  if (waiting_.empty()) return true;
  const LoggedEntry& last = deal.entries.back();
  const int ending = number_of.at(last.stage);
  const auto at = static_cast<std::uint32_t>(last.at - deal.entries.front().at);
  if (ending == kNumberOfWon) go_on(std::numeric_limits<int>::max(), at);
  for (const Waiting& waiting : waiting_)
    conversions_.push_back(
        {waiting.since, ending == kNumberOfLost ? at : Conversion::kNever,
         static_cast<std::uint16_t>(waiting.stage), 0,
         ending == kNumberOfLost ? std::uint8_t{kCauseLost} : std::uint8_t{kCensored}});
  return true;
}

bool PlainWay::read_stages(const LoggedDeal& deal, const StageNumbers& number_of) {
  if (!deal.entry_known) return false;
  stages_.clear();
  offsets_.clear();
  const std::int64_t origin = deal.entries.front().at;
  std::int64_t before = origin;
  for (const LoggedEntry& entry : deal.entries) {
    const auto known = number_of.find(entry.stage);
    if (known == number_of.end() || entry.at < before) return false;
    if (entry.at - origin >= Conversion::kNever - 1) return false;
    before = entry.at;
    if (known->second < 0) return !stages_.empty() && &entry == &deal.entries.back();
    if (!stages_.empty() && stages_.back() == known->second) return false;
    stages_.push_back(known->second);
    offsets_.push_back(static_cast<std::uint32_t>(entry.at - origin));
  }
  return true;
}

void PlainWay::read_visit(std::size_t visit) {
  const int stage = stages_[visit];
  go_on(stage, offsets_[visit]);
  const bool first = enter(stage);
  if (visit + 1 == stages_.size()) {
    dwell_only_[visit] = first ? 0 : 1;
    return;
  }
  const bool straight_on = leads_straight_on(stage, stages_[visit + 1]);
  if (first && straight_on) {
    for (int passed = stage + 1; passed < stages_[visit + 1]; ++passed) enter(passed);
    return;
  }
  dwell_only_[visit] = 1;
  for (int passed = stage + 1; passed < stages_[visit + 1]; ++passed)
    if (enter(passed))
      conversions_.push_back({offsets_[visit + 1], offsets_[visit + 1],
                              static_cast<std::uint16_t>(passed), 0, kCauseOn});
  if (first) waiting_.push_back({stage, offsets_[visit]});
}

// Forward, over stages that it has never been in.
bool PlainWay::leads_straight_on(int stage, int next) const {
  if (next < stage) return false;
  for (int passed = stage + 1; passed < next; ++passed)
    if (has_entered(passed)) return false;
  return true;
}

bool PlainWay::has_entered(int stage) const {
  const auto at = static_cast<std::size_t>(stage);
  return at < entered_by_.size() && entered_by_[at] == serial_;
}

// True the first time.
bool PlainWay::enter(int stage) {
  const auto at = static_cast<std::size_t>(stage);
  if (at >= entered_by_.size()) entered_by_.resize(at + 1, 0);
  if (entered_by_[at] == serial_) return false;
  entered_by_[at] = serial_;
  return true;
}

void PlainWay::go_on(int below, std::uint32_t at) {
  std::erase_if(waiting_, [&](const Waiting& waiting) {
    if (waiting.stage >= below) return false;
    conversions_.push_back(
        {waiting.since, at, static_cast<std::uint16_t>(waiting.stage), 0, kCauseOn});
    return true;
  });
}

}  // namespace stagecoach::cycle
