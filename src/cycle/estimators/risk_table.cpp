#include "cycle/estimators/risk_table.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "cycle/estimators/duration_tally.h"

namespace stagecoach::cycle {
namespace {

constexpr std::size_t kCells = kCauses + 1;

void add_exits(RiskRow& row, std::size_t cause, std::int64_t count) {
  if (cause == kCensored)
    row.censored += count;
  else
    row.by_cause[cause - 1] += count;
}

// Sets at_risk of every row: those who exit at or after it, less those not yet watched.
void fill_at_risk(RiskTable& table) {
  std::int64_t leaving_from_here = 0;
  std::size_t not_yet = table.late_entries.size();
  std::int64_t late = 0;
  for (std::size_t i = table.rows.size(); i-- > 0;) {
    RiskRow& row = table.rows[i];
    leaving_from_here += row.events() + row.censored;
    while (not_yet > 0 && table.late_entries[not_yet - 1] >= row.time) {
      --not_yet;
      ++late;
    }
    row.at_risk = leaving_from_here - late;
    table.events += row.events();
    table.n += row.events() + row.censored;
  }
}

}  // namespace

std::int64_t RiskTable::at_risk_at(std::int64_t time) const {
  const auto row = std::lower_bound(rows.begin(), rows.end(), time,
                                    [](const RiskRow& r, std::int64_t t) { return r.time < t; });
  if (row == rows.end()) return 0;
  // Those at risk at the next exit, less those who came under watch between here and there.
  const auto first = std::lower_bound(late_entries.begin(), late_entries.end(), time);
  const auto last = std::lower_bound(first, late_entries.end(), row->time);
  return row->at_risk - (last - first);
}

RiskTable risk_table(std::span<const Observation> observations) {
  DurationTally tally(4 * observations.size() + 1024);
  for (const Observation& o : observations) {
    assert(o.cause >= 0 && o.cause <= kCauses);
    if (o.exit >= 0) tally.add_watched_from(o.entry, o.exit, o.cause);
  }
  return tally.table();
}

RiskTable risk_table_from_tally(std::span<const std::uint32_t> counts,
                                std::span<const std::uint64_t> listed,
                                std::vector<std::int64_t> late_entries, Resolution resolution) {
  RiskTable table;
  table.late_entries = std::move(late_entries);
  std::sort(table.late_entries.begin(), table.late_entries.end());
  for (std::size_t t = 0; t * kCells < counts.size(); ++t) {
    const auto cell = counts.subspan(t * kCells, kCells);
    if (std::all_of(cell.begin(), cell.end(), [](std::uint32_t c) { return c == 0; })) continue;
    RiskRow& row = table.rows.emplace_back();
    row.time = time_of(t, resolution);
    for (std::size_t cause = 0; cause < kCells; ++cause) add_exits(row, cause, cell[cause]);
  }
  for (const std::uint64_t exit : listed) {
    const auto time = static_cast<std::int64_t>(exit / kCells);
    if (table.rows.empty() || table.rows.back().time != time) table.rows.emplace_back().time = time;
    add_exits(table.rows.back(), exit % kCells, 1);
  }
  fill_at_risk(table);
  return table;
}

}  // namespace stagecoach::cycle
