#include "cycle/visits.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace stagecoach::cycle {
namespace {

constexpr std::uint8_t kVisitNoMax = 255;

// Entries in time order, an unknown time first, and a stage entered twice in a row once.
std::vector<StageEntry> tidy(const std::vector<StageEntry>& entries) {
  std::vector<StageEntry> sorted = entries;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const StageEntry& a, const StageEntry& b) { return a.at < b.at; });
  sorted.erase(
      std::unique(sorted.begin(), sorted.end(),
                  [](const StageEntry& a, const StageEntry& b) { return a.stage == b.stage; }),
      sorted.end());
  return sorted;
}

std::int64_t first_known_time(const Episode& episode, const std::vector<StageEntry>& entries) {
  std::int64_t first = kUnknownTime;
  const auto consider = [&](std::int64_t at) {
    if (at != kUnknownTime && (first == kUnknownTime || at < first)) first = at;
  };
  if (episode.start) consider(*episode.start);
  if (episode.ended_at) consider(*episode.ended_at);
  if (episode.observed_since) consider(*episode.observed_since);
  for (const StageEntry& entry : entries) consider(entry.at);
  return first;
}

int place_of(Ending ending) {
  switch (ending) {
    case Ending::won:
      return kToWon;
    case Ending::lost:
      return kToLost;
    case Ending::censored:
      return kToLeft;
    case Ending::open:
      break;
  }
  return kStillThere;
}

}  // namespace

VisitTable::Offset VisitTable::offset(std::int64_t origin, std::int64_t at) const {
  if (at == kUnknownTime) return kUnknown;
  assert(at >= origin);
  return static_cast<Offset>(std::min<std::uint64_t>(
      static_cast<std::uint64_t>(at) - static_cast<std::uint64_t>(origin), kUnknown - 1));
}

void VisitTable::reserve(std::size_t episodes, std::size_t visits) {
  deal_.reserve(episodes);
  first_visit_.reserve(episodes);
  origin_.reserve(episodes);
  start_.reserve(episodes);
  ended_at_.reserve(episodes);
  observed_since_.reserve(episodes);
  ending_.reserve(episodes);
  stage_.reserve(visits);
  visit_no_.reserve(visits);
  in_.reserve(visits);
}

void VisitTable::trim() {
  deal_.shrink_to_fit();
  first_visit_.shrink_to_fit();
  origin_.shrink_to_fit();
  start_.shrink_to_fit();
  ended_at_.shrink_to_fit();
  observed_since_.shrink_to_fit();
  ending_.shrink_to_fit();
  stage_.shrink_to_fit();
  visit_no_.shrink_to_fit();
  in_.shrink_to_fit();
  visit_counts_ = {};
}

std::size_t VisitTable::bytes() const {
  constexpr std::size_t kEpisodeBytes =
      sizeof(std::uint32_t) * 2 + sizeof(std::int64_t) + 3 * sizeof(Offset) + sizeof(Ending);
  constexpr std::size_t kVisitBytes = sizeof(std::uint16_t) + sizeof(std::uint8_t) + sizeof(Offset);
  return deal_.capacity() * kEpisodeBytes + stage_.capacity() * kVisitBytes;
}

void VisitTable::append(std::uint32_t deal, const Episode& episode) {
  const std::vector<StageEntry> entries = tidy(episode.entries);
  std::int64_t origin = first_known_time(episode, entries);
  // An undated episode of a reopened deal cannot have begun before the one it follows was over.
  if (origin == kUnknownTime && !deal_.empty() && deal_.back() == deal)
    origin = time_at(episodes() - 1, ended_at_.back()).value_or(origin_.back());
  deals_ = std::max(deals_, static_cast<std::size_t>(deal) + 1);
  deal_.push_back(deal);
  first_visit_.push_back(static_cast<std::uint32_t>(stage_.size()));
  origin_.push_back(origin);
  start_.push_back(offset(origin, episode.start.value_or(kUnknownTime)));
  const bool ended = episode.ending != Ending::open;
  ended_at_.push_back(ended ? offset(origin, episode.ended_at.value_or(kUnknownTime)) : kUnknown);
  observed_since_.push_back(offset(origin, episode.observed_since.value_or(kUnknownTime)));
  ending_.push_back(episode.ending);

  for (const StageEntry& entry : entries) {
    assert(entry.stage >= 0 && entry.stage < kStagesMax);
    stages_ = std::max(stages_, entry.stage + 1);
    if (visit_counts_.size() < static_cast<std::size_t>(stages_))
      visit_counts_.resize(static_cast<std::size_t>(stages_));
    VisitCount& count = visit_counts_[static_cast<std::size_t>(entry.stage)];
    if (count.episode != episodes()) count = {episodes(), 0};
    if (count.visits < kVisitNoMax) ++count.visits;
    stage_.push_back(static_cast<std::uint16_t>(entry.stage));
    visit_no_.push_back(count.visits);
    in_.push_back(offset(origin, entry.at));
  }
}

std::optional<EpisodeView> VisitTable::view(std::size_t episode, std::int64_t as_of) const {
  const std::int64_t origin = origin_[episode];
  if (origin != kUnknownTime && origin > as_of) return std::nullopt;
  EpisodeView view;
  view.episode = episode;
  view.deal = deal_[episode];
  view.as_of = as_of;
  view.start = time_at(episode, start_[episode]);
  if (view.start && *view.start > as_of) view.start.reset();
  view.observed_since = time_at(episode, observed_since_[episode]);
  const std::optional<std::int64_t> ended_at = time_at(episode, ended_at_[episode]);
  if (ending_[episode] != Ending::open && (!ended_at || *ended_at <= as_of)) {
    view.ending = ending_[episode];
    view.ended_at = ended_at;
  }
  view.first_visit = first_visit_[episode];
  view.last_visit = episode + 1 < episodes() ? first_visit_[episode + 1] : visits();
  while (view.last_visit > view.first_visit) {
    const std::optional<std::int64_t> entered = time_at(episode, in_[view.last_visit - 1]);
    if (!entered || *entered <= as_of) break;
    --view.last_visit;
  }
  return view;
}

Visit VisitTable::visit(const EpisodeView& view, std::size_t visit) const {
  assert(visit >= view.first_visit && visit < view.last_visit);
  Visit row;
  row.stage = stage_[visit];
  row.visit_no = visit_no_[visit];
  row.in = time_at(view.episode, in_[visit]);
  if (visit + 1 < view.last_visit) {
    row.to = stage_[visit + 1];
    row.out = time_at(view.episode, in_[visit + 1]);
    return row;
  }
  row.to = place_of(view.ending);
  row.out = view.ending == Ending::open ? view.as_of : view.ended_at;
  return row;
}

VisitTable visit_table(const HistorySet& set, std::span<const int> place) {
  VisitTable table(set.unit);
  std::size_t episodes = set.deals.size(), visits = 0;
  for (const DealHistory& deal : set.deals) {
    episodes += deal.earlier.size();
    visits += deal.entries.size();
  }
  table.reserve(episodes, visits);
  std::uint32_t number = 0;
  const auto append = [&](const Episode& episode) {
    if (place.empty()) return table.append(number, episode);
    Episode moved = episode;
    for (StageEntry& entry : moved.entries)
      entry.stage = place[static_cast<std::size_t>(entry.stage)];
    table.append(number, moved);
  };
  for (const DealHistory& deal : set.deals) {
    for (const Episode& episode : deal.earlier) append(episode);
    append(deal);
    ++number;
  }
  return table;
}

std::vector<Edge> edges(const VisitTable& table, std::int64_t as_of) {
  std::map<std::pair<int, int>, std::int64_t> counts;
  for (std::size_t e = 0; e < table.episodes(); ++e) {
    const std::optional<EpisodeView> view = table.view(e, as_of);
    if (!view) continue;
    for (std::size_t v = view->first_visit; v < view->last_visit; ++v) {
      const Visit visit = table.visit(*view, v);
      ++counts[{visit.stage, visit.to}];
    }
  }
  std::vector<Edge> result;
  for (const auto& [places, count] : counts) result.push_back({places.first, places.second, count});
  return result;
}

}  // namespace stagecoach::cycle
