#include "cycle/cohort/heat_map.h"

namespace stagecoach::cycle {
namespace {

int cause_of_leaving(const CohortRow& row) {
  if (row.to == kToLost) return kCauseLost;
  if (row.to == kToLeft || row.to == kStillThere) return kCensored;
  return row.to == kToWon || row.to > row.stage ? kCauseOn : kCauseBack;
}

}  // namespace

HeatMap::HeatMap(const FunnelQuestion& question, CohortMonths months, ClockUnit unit)
    : question_(question), months_(std::move(months)), unit_(unit) {
  Counts empty;
  if (question_.resolution == Resolution::rounded)
    empty.dwell = empty.conversion = DurationTally::rounded();
  const std::size_t columns = static_cast<std::size_t>(months_.size()) + 1;
  counts_.assign(static_cast<std::size_t>(question_.open_stages) * columns, empty);
}

HeatMap::Counts& HeatMap::at(int stage, int month) {
  return counts_[static_cast<std::size_t>(stage * (months_.size() + 1) + month + 1)];
}

void HeatMap::add(const CohortDeal& deal) {
  for (const CohortRow& row : deal.rows) {
    if (row.stage >= question_.open_stages) continue;
    Counts& counts = at(row.stage, months_.of(row.in));
    ++counts.visits;
    if (const std::optional<std::int64_t> dwell = row.dwell())
      counts.dwell.add_watched_from(row.unseen, *dwell, cause_of_leaving(row));
  }
  for (int stage = 0; stage < question_.open_stages; ++stage) {
    follow(deal, stage, question_.stages, way_);
    if (!way_.entered) continue;
    Counts& counts = at(stage, months_.of(way_.since));
    ++counts.entered;
    add_conversion(way_, stage + 1, counts.conversion);
  }
}

HeatCell HeatMap::cell(int stage, int month) const {
  const Counts& counts =
      counts_[static_cast<std::size_t>(stage * (months_.size() + 1) + month + 1)];
  HeatCell cell;
  cell.visits = counts.visits;
  cell.dwell = duration_of(counts.dwell.table(), unit_);
  cell.entered = counts.entered;
  if (confidence_of(counts.entered) != Confidence::none)
    cell.went_on = share_by(counts.conversion.table(), question_.age, kCauseOn);
  return cell;
}

}  // namespace stagecoach::cycle
