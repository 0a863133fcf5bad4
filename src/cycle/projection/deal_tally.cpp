#include "cycle/projection/deal_tally.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace stagecoach::cycle {
namespace {

// Longer ages (4,355 years) are counted as that, so that a row of counts has an end.
constexpr std::int64_t kAgeMax = (std::int64_t{1} << 37) - 1;
// Beyond this many different visits their counts would no longer fit a cache, nor a reader's mind.
constexpr std::size_t kRowsMax = 500;

int to_of(int number) {
  return number == kNumberOfWon ? kToWon : number == kNumberOfLost ? kToLost : number;
}

class PlainTally {
 public:
  PlainTally(CycleTally& tally, const PipelineColumns& columns)
      : tally_(tally), by_steps_(tally.is_rounded()) {
    read_passages(columns);
    by_steps_ = by_steps_ && rows_.size() <= kRowsMax;
    if (!by_steps_) return;
    const std::size_t steps = step_of(kAgeMax, Resolution::rounded) + 1;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      rows_[i].first_count = static_cast<std::uint32_t>(i * steps);
    counts_.resize(rows_.size() * steps);
    steps_ = steps;
  }

  // The plain deals among those to keep, whole or up to as-of.
  void add(const DealChunk& chunk, std::span<const std::uint8_t> keep) {
    const bool whole = by_steps_ && chunk.latest() <= tally_.as_of();
    const auto counts = [&](std::size_t slot) {
      return (chunk.flags()[slot] & DealChunk::kPlain) && keep[slot];
    };
    for (std::size_t slot = 0; slot < chunk.size();) {
      if (!counts(slot)) {
        ++slot;
        continue;
      }
      if (!whole) {
        add_deal(chunk, slot++);
        continue;
      }
      const std::size_t first = slot;
      while (slot < chunk.size() && counts(slot)) ++slot;
      add_visits(chunk, chunk.first_entry()[first], chunk.first_entry()[slot]);
      add_deals(chunk, first, slot);
    }
    for (const Conversion& conversion : chunk.conversions())
      if (keep[conversion.slot]) add_conversion(chunk, conversion);
  }

  void finish() {
    if (!by_steps_) return;
    for (std::size_t i = kFirstVisitRow; i < rows_.size(); ++i)
      tally_.count_visits(rows_[i].kind, steps_of(i), rows_[i].ticks);
    for (const Ending ending : {Ending::open, Ending::won, Ending::lost}) {
      const auto i = static_cast<std::size_t>(ending);
      tally_.count_deals(ending, steps_of(i), rows_[i].ticks);
    }
  }

 private:
  // Rows 0 to 2 count deals by their ending, row 3 what is no visit, the others visits.
  static constexpr std::uint32_t kNoVisitRow = 3;
  static constexpr std::size_t kFirstVisitRow = 4;

  struct Row {
    VisitKind kind;
    std::uint32_t first_count = 0;
    std::uint64_t ticks = 0;
  };
  // What the last entry of a deal says, and what its other entries do.
  struct PassageRows {
    std::uint32_t visit = kNoVisitRow;        // of the visit that ended with this passage
    std::uint32_t still_there = kNoVisitRow;  // of the visit that goes on
    Ending ending = Ending::open;
  };

  void read_passages(const PipelineColumns& columns) {
    rows_.resize(kFirstVisitRow);
    std::vector<std::uint32_t> staying(2 * columns.stages.size(), 0);
    for (const Passage& passage : columns.passages.all()) {
      PassageRows& rows = passages_.emplace_back();
      const auto from = columns.number_of.find(passage.from);
      if (from == columns.number_of.end()) continue;
      if (from->second < 0) {
        rows.ending = from->second == kNumberOfWon ? Ending::won : Ending::lost;
        continue;
      }
      const bool converts = !passage.dwell_only;
      std::uint32_t& row = staying[2 * static_cast<std::size_t>(from->second) + (converts ? 0 : 1)];
      if (row == 0) row = new_row({from->second, kStillThere, converts});
      rows.still_there = row;
      const auto to = columns.number_of.find(passage.to);
      if (to != columns.number_of.end())
        rows.visit = new_row({from->second, to_of(to->second), converts});
    }
  }

  std::uint32_t new_row(const VisitKind& kind) {
    rows_.push_back({kind, 0, 0});
    return static_cast<std::uint32_t>(rows_.size() - 1);
  }

  std::span<const std::uint32_t> steps_of(std::size_t row) const {
    return std::span(counts_).subspan(row * steps_, steps_);
  }

  void count(std::uint32_t row, std::uint64_t ticks) {
    Row& at = rows_[row];
    at.ticks += ticks;
    ++counts_[at.first_count + step_of(ticks, Resolution::rounded)];
  }

  // The entries [first, last), whole deals: what follows a deal's last entry counts as no visit.
  void add_visits(const DealChunk& chunk, std::size_t first, std::size_t last) {
    const std::uint16_t* passages = chunk.passages().data();
    const std::uint32_t* offsets = chunk.offsets().data();
    for (std::size_t e = first; e < last; ++e)
      count(passages_[passages[e]].visit, std::uint32_t{offsets[e + 1] - offsets[e]});
  }

  void add_deals(const DealChunk& chunk, std::size_t first, std::size_t last) {
    for (std::size_t slot = first; slot < last; ++slot) {
      const std::size_t entry = chunk.first_entry()[slot + 1] - std::size_t{1};
      const PassageRows& rows = passages_[chunk.passages()[entry]];
      const std::int64_t age = std::min(kAgeMax, tally_.as_of() - chunk.origins()[slot]);
      const std::int64_t offset = chunk.offsets()[entry];
      count(static_cast<std::uint32_t>(rows.ending),
            static_cast<std::uint64_t>(rows.ending == Ending::open ? age : offset));
      count(rows.still_there, static_cast<std::uint64_t>(age - offset));
    }
  }

  // One deal as far as it is visible.
  void add_deal(const DealChunk& chunk, std::size_t slot) {
    const std::int64_t age = tally_.as_of() - chunk.origins()[slot];
    if (age < 0) return;
    const std::size_t first = chunk.first_entry()[slot], end = chunk.first_entry()[slot + 1];
    std::size_t last = end - 1;
    while (chunk.offsets()[last] > age) --last;
    for (std::size_t e = first; e < last; ++e)
      add_visit(passages_[chunk.passages()[e]].visit, chunk.offsets()[e + 1] - chunk.offsets()[e]);
    const PassageRows& rows = passages_[chunk.passages()[last]];
    const std::int64_t offset = chunk.offsets()[last];
    add_ending(rows.ending, rows.ending == Ending::open ? age : offset);
    if (rows.ending == Ending::open) add_visit(rows.still_there, age - offset);
  }

  void add_conversion(const DealChunk& chunk, const Conversion& conversion) {
    const std::int64_t age = std::min(kAgeMax, tally_.as_of() - chunk.origins()[conversion.slot]);
    if (age < conversion.since) return;
    if (conversion.cause == kCensored || conversion.until > age)
      tally_.count_conversion(conversion.stage, kCensored, age - conversion.since);
    else
      tally_.count_conversion(conversion.stage, conversion.cause,
                              conversion.until - conversion.since);
  }

  void add_visit(std::uint32_t row, std::int64_t dwell) {
    if (by_steps_)
      count(row, static_cast<std::uint64_t>(std::min(kAgeMax, dwell)));
    else
      tally_.count_visit(rows_[row].kind, dwell);
  }
  void add_ending(Ending ending, std::int64_t duration) {
    if (by_steps_)
      count(static_cast<std::uint32_t>(ending),
            static_cast<std::uint64_t>(std::min(kAgeMax, duration)));
    else
      tally_.count_deal(ending, duration);
  }

  CycleTally& tally_;
  bool by_steps_;
  std::size_t steps_ = 0;
  std::vector<Row> rows_;
  std::vector<PassageRows> passages_;
  std::vector<std::uint32_t> counts_;  // of row r: steps_ of them from r * steps_
};

static_assert(static_cast<int>(Ending::open) == 0 && static_cast<int>(Ending::won) == 1 &&
              static_cast<int>(Ending::lost) == 2);

}  // namespace

Resolution resolution_for(const PipelineColumns& columns) {
  constexpr std::size_t kExactEntriesMax = 200'000;
  return columns.entries > kExactEntriesMax ? Resolution::rounded : Resolution::exact;
}

CycleTally tally_of(const PipelineColumns& columns, const DealSelection& selection,
                    std::int64_t as_of) {
  CycleTally tally(ClockUnit::seconds, static_cast<int>(columns.stages.size()), as_of,
                   columns.entries, resolution_for(columns));
  PlainTally plain(tally, columns);
  const bool everything = selection.is_everything();
  std::array<std::uint8_t, kDealsPerChunk> marks;
  marks.fill(1);
  for (const std::shared_ptr<const DealChunk>& chunk : columns.chunks) {
    const std::span<std::uint8_t> keep(marks.data(), chunk->size());
    if (!everything) selection.mark(*chunk, keep);
    plain.add(*chunk, keep);
    tally.add(chunk->others(), everything ? DealFilter() : DealFilter(keep));
  }
  plain.finish();
  return tally;
}

}  // namespace stagecoach::cycle
