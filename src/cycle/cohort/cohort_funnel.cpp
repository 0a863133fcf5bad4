#include "cycle/cohort/cohort_funnel.h"

#include <algorithm>

namespace stagecoach::cycle {
namespace {

void enter(FunnelWay& way, const CohortRow& row, std::int64_t unseen) {
  way.entered = true;
  way.since = row.in;
  way.unseen = unseen;
}

void reach(FunnelWay& way, int stage, std::optional<std::int64_t> at) {
  if (!way.steps.empty() && way.steps.back().stage >= stage) return;
  way.steps.push_back({stage, at, way.was_lost});
}

void lose(FunnelWay& way, std::optional<std::int64_t> at) {
  if (way.was_lost) return;
  way.was_lost = true;
  way.lost_at = at;
}

}  // namespace

const FunnelWay::Step* FunnelWay::reached(int stage) const {
  const auto step = std::find_if(steps.begin(), steps.end(),
                                 [&](const Step& each) { return each.stage >= stage; });
  return step == steps.end() ? nullptr : &*step;
}

void follow(const CohortDeal& deal, int from, int stages, FunnelWay& way) {
  way.entered = way.was_lost = false;
  way.since = way.lost_at = way.seen_until = std::nullopt;
  way.unseen = 0;
  way.steps.clear();
  int previous = stages;
  for (const CohortRow& row : deal.rows) {
    if (row.begins) previous = stages;  // it came from no stage, so it passed none
    if (!way.entered && row.stage == from) enter(way, row, row.unseen);
    if (!way.entered && previous < from && row.stage > from) enter(way, row, 0);
    if (way.entered && row.stage > from) reach(way, row.stage, row.in);
    if (way.entered && row.to == kToWon) reach(way, stages, row.out);
    if (way.entered && row.to == kToLost) lose(way, row.out);
    way.seen_until = row.out;
    previous = row.stage;
  }
}

void add_conversion(const FunnelWay& way, int stage, DurationTally& tally) {
  const FunnelWay::Step* step = way.reached(stage);
  const bool lost_first = way.was_lost && (!step || step->after_loss);
  const std::optional<std::int64_t> at = lost_first ? way.lost_at
                                         : step     ? step->at
                                                    : way.seen_until;
  if (!way.since || !at) return;
  tally.add_watched_from(way.unseen, std::max<std::int64_t>(0, *at - *way.since),
                         lost_first ? kCauseLost
                         : step     ? kCauseOn
                                    : kCensored);
}

CohortFunnel::CohortFunnel(const FunnelQuestion& question, CohortMonths months)
    : question_(question), months_(std::move(months)) {
  cells_.assign(static_cast<std::size_t>(months_.size()) + 1, empty_cell());
}

CohortFunnel::Cell CohortFunnel::empty_cell() const {
  Cell cell;
  const int later = std::max(0, question_.open_stages - 1 - question_.from);
  cell.reached.resize(static_cast<std::size_t>(later) + 1);
  cell.times.assign(cell.reached.size(), question_.resolution == Resolution::rounded
                                             ? DurationTally::rounded()
                                             : DurationTally());
  return cell;
}

// The last step is being won.
int CohortFunnel::stage_of_step(std::size_t step) const {
  if (step + 1 == cells_.front().reached.size()) return question_.stages;
  return question_.from + 1 + static_cast<int>(step);
}

void CohortFunnel::add(const CohortDeal& deal) {
  follow(deal, question_.from, question_.stages, way_);
  if (!way_.entered) return;
  Cell& cell = cells_[static_cast<std::size_t>(months_.of(way_.since) + 1)];
  cell.entered.add(deal, question_.currency);
  if (!question_.currency || !deal.amount || deal.amount->currency != *question_.currency)
    ++without_amount_;
  DealSum& outcome = deal.ending == Ending::won    ? cell.won
                     : deal.ending == Ending::lost ? cell.lost
                     : deal.ending == Ending::open ? cell.open
                                                   : cell.left;
  outcome.add(deal, question_.currency);
  for (std::size_t step = 0; step < cell.reached.size(); ++step) {
    const int stage = stage_of_step(step);
    if (way_.reached(stage)) cell.reached[step].add(deal, question_.currency);
    add_conversion(way_, stage, cell.times[step]);
  }
}

Cohort CohortFunnel::cohort_of(const Cell& cell) const {
  Cohort cohort{cell.entered, cell.won, cell.lost, cell.open, cell.left, {}, {}, true};
  cohort.confidence = confidence_of(cell.entered.deals);
  for (std::size_t step = 0; step < cell.reached.size(); ++step) {
    Cohort::Step& counted = cohort.steps.emplace_back();
    counted.reached = cell.reached[step];
    if (cohort.confidence != Confidence::none)
      counted.by_age = share_by(cell.times[step].table(), question_.age, kCauseOn);
  }
  return cohort;
}

Cohort CohortFunnel::cohort(int month) const {
  Cohort cohort = cohort_of(cells_[static_cast<std::size_t>(month + 1)]);
  cohort.mature = months_.end_of(month) + question_.age <= question_.as_of;
  return cohort;
}

Cohort CohortFunnel::all() const {
  Cell sum = empty_cell();
  for (const Cell& cell : cells_) {
    sum.entered.add(cell.entered);
    sum.won.add(cell.won);
    sum.lost.add(cell.lost);
    sum.open.add(cell.open);
    sum.left.add(cell.left);
    for (std::size_t step = 0; step < sum.reached.size(); ++step) {
      sum.reached[step].add(cell.reached[step]);
      sum.times[step].merge(cell.times[step]);
    }
  }
  Cohort cohort = cohort_of(sum);
  cohort.mature = false;
  return cohort;
}

}  // namespace stagecoach::cycle
