#include "cycle/prediction/stays.h"

namespace stagecoach::cycle {
namespace {

static_assert(kNumberOfWon == kToWon && kNumberOfLost == kToLost);

std::int64_t days_of(std::int64_t ticks, std::int64_t day, bool has_ended) {
  return (ticks + (has_ended ? day - 1 : 0)) / day;
}

bool has_visited(const VisitTable& table, const EpisodeView& view, std::size_t visit, int stage) {
  for (std::size_t v = view.first_visit; v <= visit; ++v)
    if (table.visit(view, v).stage == stage) return true;
  return false;
}

void each_stay_of(const VisitTable& table, const EpisodeView& view, std::size_t first_deal,
                  const StayVisitor& visit) {
  const std::int64_t day = ticks_per_day(table.unit());
  for (std::size_t v = view.first_visit; v < view.last_visit; ++v) {
    const Visit row = table.visit(view, v);
    const std::optional<std::int64_t> dwell = row.dwell();
    if (!dwell) continue;
    const int to = row.to == kToLeft ? kStillThere : row.to;
    SeenStay stay{row.stage,
                  row.visit_no > 1,
                  days_of(*dwell, day, to != kStillThere),
                  0,
                  to,
                  false,
                  first_deal + view.deal,
                  *row.in};
    if (view.observed_since && *view.observed_since > *row.in)
      stay.days_unseen = (*view.observed_since - *row.in) / day;
    if (row.to >= 0) stay.to_again = has_visited(table, view, v, row.to);
    visit(stay);
  }
}

// The plain deals of packed chunks, whole or up to as-of.
class PlainStays {
 public:
  PlainStays(const PipelineColumns& columns, std::int64_t as_of, const StayVisitor& visit)
      : as_of_(as_of), visit_(visit), seen_by_(columns.stages.size(), 0) {
    for (const Passage& passage : columns.passages.all()) {
      const auto from = columns.number_of.find(passage.from);
      // A stage that the pipeline has no more is on no plain deal's way.
      stage_of_.push_back(from == columns.number_of.end() ? kToLost : from->second);
    }
  }

  void add(const DealChunk& chunk, std::size_t first_deal) {
    first_deal_ = first_deal;
    for (std::size_t slot = 0; slot < chunk.size(); ++slot)
      if (chunk.flags()[slot] & DealChunk::kPlain) add_deal(chunk, slot);
  }

 private:
  void add_deal(const DealChunk& chunk, std::size_t slot) {
    const std::int64_t age = as_of_ - chunk.origins()[slot];
    ++deal_;
    for (std::size_t e = chunk.first_entry()[slot];
         e < chunk.first_entry()[slot + 1] && chunk.offsets()[e] <= age; ++e) {
      const int stage = stage_of_[chunk.passages()[e]];
      if (stage < 0) return;  // won or lost
      const std::int64_t since = chunk.offsets()[e];
      const bool goes_on = e + 1 < chunk.first_entry()[slot + 1] && chunk.offsets()[e + 1] <= age;
      SeenStay stay{stage,
                    mark(stage),
                    0,
                    0,
                    kStillThere,
                    false,
                    first_deal_ + slot,
                    chunk.origins()[slot] + since};
      stay.days = days_of((goes_on ? std::int64_t{chunk.offsets()[e + 1]} : age) - since,
                          kSecondsPerDay, goes_on);
      if (goes_on) {
        stay.to = stage_of_[chunk.passages()[e + 1]];
        if (stay.to >= 0) stay.to_again = seen_by_[static_cast<std::size_t>(stay.to)] == deal_;
      }
      visit_(stay);
    }
  }

  // Whether the deal at hand had been there.
  bool mark(int stage) {
    std::uint32_t& by = seen_by_[static_cast<std::size_t>(stage)];
    const bool seen = by == deal_;
    by = deal_;
    return seen;
  }

  std::int64_t as_of_;
  const StayVisitor& visit_;
  std::vector<int> stage_of_;           // of each passage: where the deal was
  std::vector<std::uint32_t> seen_by_;  // by stage: the last deal that was there
  std::uint32_t deal_ = 0;
  std::size_t first_deal_ = 0;  // of the chunk at hand
};

void each_stay_from(const VisitTable& table, std::int64_t as_of, std::size_t first_deal,
                    const StayVisitor& visit) {
  for (std::size_t e = 0; e < table.episodes(); ++e)
    if (const auto view = table.view(e, as_of)) each_stay_of(table, *view, first_deal, visit);
}

}  // namespace

void each_stay(const VisitTable& table, std::int64_t as_of, const StayVisitor& visit) {
  each_stay_from(table, as_of, 0, visit);
}

void each_stay(const PipelineColumns& columns, std::int64_t as_of, const StayVisitor& visit) {
  PlainStays plain(columns, as_of, visit);
  std::size_t first_deal = 0;
  for (const std::shared_ptr<const DealChunk>& chunk : columns.chunks) {
    plain.add(*chunk, first_deal);
    each_stay_from(chunk->others(), as_of, first_deal, visit);
    first_deal += chunk->size();
  }
}

}  // namespace stagecoach::cycle
