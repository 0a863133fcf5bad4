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

DurationTally tally_for(int stages, std::size_t visits, Resolution resolution) {
  if (resolution == Resolution::rounded) return DurationTally::rounded();
  return DurationTally(counted_ticks(visits, stages));
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

CycleTally::CycleTally(ClockUnit unit, int stages, std::int64_t as_of, std::size_t visits_expected,
                       Resolution resolution)
    : unit_(unit), as_of_(as_of), entered_by_(index_of(stages), 0) {
  deals_.to_close = tally_for(1, visits_expected, resolution);
  StageTally empty;
  empty.dwell = tally_for(stages, visits_expected, resolution);
  empty.conversion = empty.dwell;
  straight_.assign(index_of(stages), empty.dwell);
  stages_.assign(index_of(stages), empty);
}

void CycleTally::add(const VisitTable& table, const DealFilter& filter) {
  assert(table.unit() == unit_ && index_of(table.stages()) <= stages_.size());
  for (std::size_t first = 0, last; first < table.episodes(); first = last) {
    const std::uint32_t deal = table.deal_of(first);
    last = first + 1;
    while (last < table.episodes() && table.deal_of(last) == deal) ++last;
    if (!filter.keeps(deal)) continue;
    if (last - first > 1 || !add_plain_deal(table, first)) add_deal(table, first, last);
  }
}

// Almost every deal is plain: one episode, every time known and in order. These are counted from
// the columns directly, several times faster than with add_deal(), which can count any deal and
// says the same (the tests hold the two against each other). False: not plain, nothing counted.
bool CycleTally::add_plain_deal(const VisitTable& table, std::size_t episode) {
  PlainDeal deal{};
  const std::int64_t origin = table.origin_[episode];
  if (origin != kUnknownTime && origin > as_of_) return true;  // does not exist yet
  if (!add_plain_outcome(table, episode, deal)) return false;
  ++serial_;
  waiting_.clear();
  if (deal.first_visit < deal.last_visit) add_plain_visits(table, deal);
  return true;
}

bool CycleTally::add_plain_outcome(const VisitTable& table, std::size_t episode, PlainDeal& deal) {
  const std::int64_t origin = table.origin_[episode];
  if (origin == kUnknownTime || table.observed_since_[episode] != VisitTable::kUnknown)
    return false;
  const std::int64_t age = as_of_ - origin;
  if (age >= VisitTable::kUnknown - 1) return false;
  const auto as_of = static_cast<VisitTable::Offset>(age);
  const VisitTable::Offset start = table.start_[episode];
  if (start > as_of) return false;  // unknown is larger than any

  deal.first_visit = table.first_visit_[episode];
  deal.last_visit =
      episode + 1 < table.episodes() ? table.first_visit_[episode + 1] : table.visits();
  deal.ending = table.ending_[episode];
  deal.end = as_of;
  if (deal.ending != Ending::open) {
    deal.end = table.ended_at_[episode];
    if (deal.end == VisitTable::kUnknown) return false;
  }
  if (deal.end > as_of) {
    deal.end = as_of;
    deal.ending = Ending::open;
  }
  if (deal.end < start) return false;
  if (deal.first_visit < deal.last_visit) {
    // An unknown time stands first; it and an ending before the last entry need care.
    if (table.in_[deal.first_visit] == VisitTable::kUnknown) return false;
    while (deal.last_visit > deal.first_visit && table.in_[deal.last_visit - 1] > as_of)
      --deal.last_visit;
    if (deal.first_visit < deal.last_visit && table.in_[deal.last_visit - 1] > deal.end)
      return false;
  }
  add_endings(deal.ending, 1);
  deals_.to_close.add(deal.end - start, cause_of(deal.ending));
  return true;
}

void CycleTally::add_plain_visits(const VisitTable& table, const PlainDeal& deal) {
  const std::size_t last = deal.last_visit - 1;
  for (std::size_t v = deal.first_visit; v < last; ++v) {
    const int stage = table.stage_[v], next = table.stage_[v + 1];
    const std::int64_t in = table.in_[v], dwell = table.in_[v + 1] - in;
    if (!waiting_.empty()) go_on(stage, in);
    std::uint32_t& entered_by = entered_by_[index_of(stage)];
    const bool first = entered_by != serial_;
    entered_by = serial_;
    if (next > stage) {
      if (first)
        straight_[index_of(stage)].add(dwell, kCauseOn);
      else
        add_again(stage, dwell, kCauseOn);
      if (next > stage + 1) pass(stage, next);
    } else {
      add_again(stage, dwell, kCauseBack);
      if (first) {
        ++stages_[index_of(stage)].entered;
        waiting_.push_back({stage, in, 0, false});
      }
    }
  }
  const int stage = table.stage_[last];
  const std::int64_t in = table.in_[last], dwell = deal.end - in;
  const int cause = cause_of(deal.ending);
  if (!waiting_.empty()) go_on(stage, in);
  if (deal.ending == Ending::open) ++stages_[index_of(stage)].open;
  if (deal.ending == Ending::censored) ++stages_[index_of(stage)].left;
  if (entered_by_[index_of(stage)] != serial_)
    straight_[index_of(stage)].add(dwell, cause);
  else
    add_again(stage, dwell, cause);
  if (waiting_.empty()) return;
  if (deal.ending == Ending::won)
    go_on(static_cast<int>(stages_.size()), deal.end);
  else
    decide_waiting(cause, deal.end);
}

// A visit whose dwell is not its time to conversion: not the first, or followed by going back.
void CycleTally::add_again(int stage, std::int64_t dwell, int cause) {
  StageTally& tally = stages_[index_of(stage)];
  ++tally.visits;
  if (cause == kCauseOn) ++tally.on;
  if (cause == kCauseBack) ++tally.back;
  if (cause == kCauseLost) ++tally.lost;
  tally.dwell_ticks += static_cast<double>(dwell);
  tally.dwell.add(dwell, cause);
}

std::vector<StageTally> CycleTally::stages() const {
  std::vector<StageTally> stages = stages_;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    StageTally& stage = stages[s];
    const DurationTally::Totals straight = straight_[s].totals();
    stage.visits += straight.all();
    stage.on += straight.by_cause[kCauseOn];
    stage.lost += straight.by_cause[kCauseLost];
    stage.entered += straight.all();
    stage.went_on += straight.by_cause[kCauseOn];
    stage.dwell_ticks += straight.ticks;
    stage.dwell.merge(straight_[s]);
    stage.conversion.merge(straight_[s]);
  }
  return stages;
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
  add_endings(latest->ending, 1);
  if (episodes > 1) ++deals_.reopened;
  if (!latest->start) ++deals_.without_start;
  if (latest->ending == Ending::open) decide_waiting(kCensored, as_of_);
  if (latest->ending == Ending::censored) decide_waiting(kCensored, latest->ended_at);
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
  const std::int64_t entry = view.observed_since ? *view.observed_since - *view.start : 0;
  deals_.to_close.add_watched_from(entry, time_between(*view.start, *end), cause_of(view.ending));
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
    straight_[s].merge(other.straight_[s]);
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
