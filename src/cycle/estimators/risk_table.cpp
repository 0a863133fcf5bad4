#include "cycle/estimators/risk_table.h"

#include <algorithm>
#include <cassert>

namespace stagecoach::cycle {
namespace {

constexpr std::size_t kCells = kCauses + 1;

bool counts(const Observation& o) {
  return o.exit >= 0 && (o.entry <= 0 || o.entry < o.exit);
}

void add_exit(RiskRow& row, int cause, std::int64_t count) {
  assert(cause >= 0 && cause <= kCauses);
  if (cause == kCensored)
    row.censored += count;
  else
    row.by_cause[static_cast<std::size_t>(cause - 1)] += count;
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

std::vector<RiskRow> rows_by_counting(std::span<const Observation> observations,
                                      std::int64_t last) {
  std::vector<std::uint32_t> cells((static_cast<std::size_t>(last) + 1) * kCells);
  for (const Observation& o : observations)
    if (counts(o))
      ++cells[static_cast<std::size_t>(o.exit) * kCells + static_cast<std::size_t>(o.cause)];
  return risk_table_from_counts(cells).rows;
}

std::vector<RiskRow> rows_by_sorting(std::span<const Observation> observations) {
  std::vector<std::pair<std::int64_t, int>> exits;
  exits.reserve(observations.size());
  for (const Observation& o : observations)
    if (counts(o)) exits.emplace_back(o.exit, o.cause);
  std::sort(exits.begin(), exits.end());
  std::vector<RiskRow> rows;
  for (const auto& [time, cause] : exits) {
    if (rows.empty() || rows.back().time != time) rows.push_back({.time = time});
    add_exit(rows.back(), cause, 1);
  }
  return rows;
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
  RiskTable table;
  std::int64_t last = -1;
  for (const Observation& o : observations) {
    if (!counts(o)) continue;
    last = std::max(last, o.exit);
    if (o.entry > 0) table.late_entries.push_back(o.entry);
  }
  if (last < 0) return table;
  std::sort(table.late_entries.begin(), table.late_entries.end());
  const bool dense = last < static_cast<std::int64_t>(4 * observations.size() + 1024);
  table.rows = dense ? rows_by_counting(observations, last) : rows_by_sorting(observations);
  table.n = table.events = 0;
  fill_at_risk(table);
  return table;
}

RiskTable risk_table_from_counts(std::span<const std::uint32_t> cells) {
  RiskTable table;
  for (std::size_t t = 0; t * kCells < cells.size(); ++t) {
    const auto cell = cells.subspan(t * kCells, kCells);
    if (std::all_of(cell.begin(), cell.end(), [](std::uint32_t c) { return c == 0; })) continue;
    RiskRow& row = table.rows.emplace_back(RiskRow{.time = static_cast<std::int64_t>(t)});
    for (std::size_t cause = 0; cause < kCells; ++cause)
      add_exit(row, static_cast<int>(cause), cell[cause]);
  }
  fill_at_risk(table);
  return table;
}

}  // namespace stagecoach::cycle
