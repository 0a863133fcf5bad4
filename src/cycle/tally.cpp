#include "cycle/tally.h"

#include <algorithm>
#include <cassert>

namespace stagecoach::cycle {
namespace {

// Below this many ticks durations are counted rather than listed: 45 years of days, so never in
// vain there, and half the visits of a stage at most, so the arrays stay smaller than the data.
std::size_t counted_ticks(std::size_t visits, int stages) {
  constexpr std::size_t kTicksMax = 16'384;
  return std::clamp<std::size_t>(visits / 2 / static_cast<std::size_t>(std::max(1, stages)), 16,
                                 kTicksMax);
}

std::size_t index_of(int stage) {
  return static_cast<std::size_t>(stage);
}

// A file may close a deal before it began, or before it entered its last stage; whatever the truth,
// it was over at once, and dropping it would count a win less.
std::int64_t time_between(std::int64_t from, std::int64_t to) {
  return std::max<std::int64_t>(0, to - from);
}

}  // namespace

CycleTally::CycleTally(ClockUnit unit, int stages, std::int64_t as_of, std::size_t visits_expected)
    : unit_(unit), as_of_(as_of), entered_by_(index_of(stages), 0) {
  deals_.to_close = DurationTally(counted_ticks(visits_expected, 1));
  StageTally empty;
  empty.dwell = DurationTally(counted_ticks(visits_expected, stages));
  empty.conversion = empty.dwell;
  stages_.assign(index_of(stages), empty);
}

void CycleTally::add(const VisitTable& table, const DealFilter& filter) {
  assert(table.unit() == unit_ && index_of(table.stages()) <= stages_.size());
  for (std::size_t first = 0, last; first < table.episodes(); first = last) {
    const std::uint32_t deal = table.deal_of(first);
    last = first + 1;
    while (last < table.episodes() && table.deal_of(last) == deal) ++last;
    if (filter.keeps(deal)) add_deal(table, first, last);
  }
}

void CycleTally::add_deal(const VisitTable& table, std::size_t first, std::size_t last) {
  ++serial_;
  waiting_.clear();
  std::optional<EpisodeView> latest;
  std::int64_t episodes = 0;
  for (std::size_t e = first; e < last; ++e) {
    const std::optional<EpisodeView> view = table.view(e, as_of_);
    if (!view) break;
    add_episode(table, *view);
    latest = view;
    ++episodes;
  }
  if (!latest) return;
  ++deals_.total;
  if (episodes > 1) ++deals_.reopened;
  if (!latest->start) ++deals_.without_start;
  switch (latest->ending) {
    case Ending::open:
      ++deals_.open;
      decide_waiting(kCensored, as_of_);
      break;
    case Ending::won:
      ++deals_.won;
      break;
    case Ending::lost:
      ++deals_.lost;
      break;
    case Ending::censored:
      ++deals_.left;
      decide_waiting(kCensored, latest->ended_at);
      break;
  }
}

void CycleTally::add_episode(const VisitTable& table, const EpisodeView& view) {
  add_to_close(view);
  int previous = -1;
  for (std::size_t v = view.first_visit; v < view.last_visit; ++v) {
    const Visit visit = table.visit(view, v);
    go_on(visit.stage, visit.in);
    if (previous >= 0) pass(previous, visit.stage);
    enter(view, visit);
    add_visit(view, visit);
    previous = visit.stage;
  }
  if (view.ending == Ending::won)
    go_on(static_cast<int>(stages_.size()), view.ended_at);
  else if (view.ending == Ending::lost)
    decide_waiting(kCauseLost, view.ended_at);
}

void CycleTally::add_to_close(const EpisodeView& view) {
  const bool closed = view.ending == Ending::won || view.ending == Ending::lost;
  if (closed && !view.ended_at) ++deals_.closed_without_date;
  const std::optional<std::int64_t> end = view.ending == Ending::open ? as_of_ : view.ended_at;
  if (!view.start || !end) return;
  if (closed && *end < *view.start) ++deals_.closed_before_start;
  const int cause = view.ending == Ending::won    ? kCauseWon
                    : view.ending == Ending::lost ? kCauseLost
                                                  : kCensored;
  const std::int64_t entry = view.observed_since ? *view.observed_since - *view.start : 0;
  deals_.to_close.add_watched_from(entry, time_between(*view.start, *end), cause);
}

void CycleTally::add_visit(const EpisodeView& view, const Visit& visit) {
  StageTally& stage = stages_[index_of(visit.stage)];
  ++stage.visits;
  int cause = kCensored;
  if (visit.to == kStillThere) {
    ++stage.open;
  } else if (visit.to == kToLeft) {
    ++stage.left;
  } else if (visit.to == kToLost) {
    ++stage.lost;
    cause = kCauseLost;
  } else if (visit.to == kToWon || visit.to > visit.stage) {
    ++stage.on;
    cause = kCauseOn;
  } else {
    ++stage.back;
    cause = kCauseBack;
  }
  if (!visit.in) ++stage.entry_unknown;
  const std::optional<std::int64_t> dwell = visit.dwell();
  if (!dwell) return;
  stage.dwell_ticks += static_cast<double>(*dwell);
  const std::int64_t entry = view.observed_since ? *view.observed_since - *visit.in : 0;
  stage.dwell.add_watched_from(entry, *dwell, cause);
}

void CycleTally::enter(const EpisodeView& view, const Visit& visit) {
  std::uint32_t& entered_by = entered_by_[index_of(visit.stage)];
  if (entered_by == serial_) return;
  entered_by = serial_;
  ++stages_[index_of(visit.stage)].entered;
  const std::int64_t watched_from =
      visit.in && view.observed_since ? *view.observed_since - *visit.in : 0;
  waiting_.push_back({visit.stage, visit.in.value_or(kUnknownTime), watched_from, false});
}

// Moving forward from `after` to `before` passes every stage between, and goes on from each.
void CycleTally::pass(int after, int before) {
  for (int stage = after + 1; stage < before; ++stage) {
    std::uint32_t& entered_by = entered_by_[index_of(stage)];
    if (entered_by == serial_) continue;
    entered_by = serial_;
    StageTally& passed = stages_[index_of(stage)];
    ++passed.entered;
    ++passed.went_on;
    passed.conversion.add(0, kCauseOn);
  }
}

// The deal reached a stage (or won): it has gone on from every earlier stage it was waiting in.
void CycleTally::go_on(int below, std::optional<std::int64_t> at) {
  std::erase_if(waiting_, [&](const Waiting& waiting) {
    if (waiting.stage >= below) return false;
    ++stages_[index_of(waiting.stage)].went_on;
    record_conversion(waiting, kCauseOn, at);
    return true;
  });
}

void CycleTally::decide_waiting(int cause, std::optional<std::int64_t> at) {
  for (Waiting& waiting : waiting_) {
    record_conversion(waiting, cause, at);
    waiting.decided = true;
  }
}

void CycleTally::record_conversion(const Waiting& waiting, int cause,
                                   std::optional<std::int64_t> at) {
  if (waiting.decided || !at || waiting.since == kUnknownTime) return;
  stages_[index_of(waiting.stage)].conversion.add_watched_from(
      waiting.watched_from, time_between(waiting.since, *at), cause);
}

void CycleTally::merge(const CycleTally& other) {
  assert(unit_ == other.unit_ && as_of_ == other.as_of_ && stages_.size() == other.stages_.size());
  deals_.total += other.deals_.total;
  deals_.won += other.deals_.won;
  deals_.lost += other.deals_.lost;
  deals_.open += other.deals_.open;
  deals_.left += other.deals_.left;
  deals_.without_start += other.deals_.without_start;
  deals_.reopened += other.deals_.reopened;
  deals_.closed_before_start += other.deals_.closed_before_start;
  deals_.closed_without_date += other.deals_.closed_without_date;
  deals_.to_close.merge(other.deals_.to_close);
  for (std::size_t s = 0; s < stages_.size(); ++s) {
    StageTally& mine = stages_[s];
    const StageTally& theirs = other.stages_[s];
    mine.visits += theirs.visits;
    mine.open += theirs.open;
    mine.on += theirs.on;
    mine.back += theirs.back;
    mine.lost += theirs.lost;
    mine.left += theirs.left;
    mine.entry_unknown += theirs.entry_unknown;
    mine.dwell_ticks += theirs.dwell_ticks;
    mine.dwell.merge(theirs.dwell);
    mine.entered += theirs.entered;
    mine.went_on += theirs.went_on;
    mine.conversion.merge(theirs.conversion);
  }
}

}  // namespace stagecoach::cycle
