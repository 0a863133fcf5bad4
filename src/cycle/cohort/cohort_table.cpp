#include "cycle/cohort/cohort_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace stagecoach::cycle {
namespace {

constexpr int kVisitNoMax = 255;  // as in a VisitTable

std::int64_t held_sum(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (!__builtin_add_overflow(a, b, &sum)) return sum;
  return a > 0 ? std::numeric_limits<std::int64_t>::max()
               : std::numeric_limits<std::int64_t>::min();
}

// The plain deals of packed chunks: one episode, every time known and in order.
class PlainRows {
 public:
  PlainRows(const PipelineColumns& columns, std::int64_t as_of)
      : as_of_(as_of), visits_(columns.stages.size()) {
    for (const Passage& passage : columns.passages.all()) {
      const auto from = columns.number_of.find(passage.from);
      // A stage that the pipeline has no more is on no plain deal's way.
      stage_of_.push_back(from == columns.number_of.end() ? kNumberOfLost : from->second);
    }
  }

  // False: it had not begun.
  bool read(const DealChunk& chunk, std::size_t slot, CohortDeal& deal) {
    const std::int64_t origin = chunk.origins()[slot], age = as_of_ - origin;
    if (age < 0) return false;
    ++serial_;
    rows_.clear();
    deal.ending = Ending::open;
    for (std::size_t e = chunk.first_entry()[slot];
         e < chunk.first_entry()[slot + 1] && chunk.offsets()[e] <= age; ++e) {
      const int stage = stage_of_[chunk.passages()[e]];
      const std::int64_t at = origin + chunk.offsets()[e];
      if (!rows_.empty()) {
        rows_.back().to = stage >= 0 ? stage : stage == kNumberOfWon ? kToWon : kToLost;
        rows_.back().out = at;
      }
      if (stage < 0) {
        deal.ending = stage == kNumberOfWon ? Ending::won : Ending::lost;
        break;
      }
      add_row(stage, at);
    }
    deal.id = chunk.ids()[slot];
    deal.amount = chunk.amount(slot);
    deal.is_imported = (chunk.flags()[slot] & DealChunk::kImported) != 0;
    deal.rows = rows_;
    return true;
  }

 private:
  struct Visits {
    std::uint32_t serial = 0;
    int count = 0;
  };

  void add_row(int stage, std::int64_t at) {
    Visits& visits = visits_[static_cast<std::size_t>(stage)];
    if (visits.serial != serial_) visits = {serial_, 0};
    visits.count = std::min(visits.count + 1, kVisitNoMax);
    CohortRow& row = rows_.emplace_back();
    row.begins = rows_.size() == 1;
    row.stage = stage;
    row.visit_no = visits.count;
    row.in = at;
    row.out = as_of_;
  }

  std::int64_t as_of_;
  std::vector<int> stage_of_;   // of each passage: where the deal was
  std::vector<Visits> visits_;  // by stage, of the deal at hand
  std::vector<CohortRow> rows_;
  std::uint32_t serial_ = 0;
};

// Any deals.
class TableRows {
 public:
  TableRows(const VisitTable& table, std::int64_t as_of) : table_(table), as_of_(as_of) {}

  // The deal of episode `first`; its next episode or that of the next deal. False: not begun.
  bool read(std::size_t first, std::size_t& next, CohortDeal& deal) {
    rows_.clear();
    bool begun = false;
    const std::uint32_t number = table_.deal_of(first);
    for (next = first; next < table_.episodes() && table_.deal_of(next) == number; ++next) {
      // What follows an episode that is still to come is still to come, too.
      const auto view = is_cut_short_ ? std::nullopt : table_.view(next, as_of_);
      if (!view) {
        is_cut_short_ = true;
        continue;
      }
      begun = true;
      deal.ending = view->ending;
      for (std::size_t v = view->first_visit; v < view->last_visit; ++v) add_row(*view, v);
    }
    is_cut_short_ = false;
    deal.rows = rows_;
    return begun;
  }

 private:
  void add_row(const EpisodeView& view, std::size_t visit) {
    CohortRow& row = rows_.emplace_back();
    static_cast<Visit&>(row) = table_.visit(view, visit);
    row.begins = visit == view.first_visit;
    if (row.in && view.observed_since)
      row.unseen = std::max<std::int64_t>(0, *view.observed_since - *row.in);
  }

  const VisitTable& table_;
  std::int64_t as_of_;
  bool is_cut_short_ = false;
  std::vector<CohortRow> rows_;
};

}  // namespace

void each_cohort_deal(const VisitTable& table, std::int64_t as_of, const CohortReader& read) {
  TableRows rows(table, as_of);
  for (std::size_t first = 0, next; first < table.episodes(); first = next) {
    CohortDeal deal;
    deal.id = table.deal_of(first);
    if (rows.read(first, next, deal)) read(deal);
  }
}

void each_cohort_deal(const PipelineColumns& columns, const DealSelection& selection,
                      std::int64_t as_of, const CohortReader& read) {
  PlainRows plain(columns, as_of);
  std::array<std::uint8_t, kDealsPerChunk> marks;
  for (const std::shared_ptr<const DealChunk>& chunk : columns.chunks) {
    const std::span<std::uint8_t> keep(marks.data(), chunk->size());
    selection.mark(*chunk, keep);
    CohortDeal deal;
    for (std::size_t slot = 0; slot < chunk->size(); ++slot)
      if (keep[slot] && (chunk->flags()[slot] & DealChunk::kPlain) &&
          plain.read(*chunk, slot, deal))
        read(deal);
    const VisitTable& others = chunk->others();
    TableRows rows(others, as_of);
    for (std::size_t first = 0, next; first < others.episodes(); first = next) {
      const std::uint32_t slot = others.deal_of(first);
      deal.id = chunk->ids()[slot];
      deal.amount = chunk->amount(slot);
      deal.is_imported = (chunk->flags()[slot] & DealChunk::kImported) != 0;
      if (rows.read(first, next, deal) && keep[slot]) read(deal);
    }
  }
}

std::optional<Currency> main_currency(const PipelineColumns& columns,
                                      const DealSelection& selection) {
  std::map<Currency, std::int64_t> deals;
  std::array<std::uint8_t, kDealsPerChunk> marks;
  for (const std::shared_ptr<const DealChunk>& chunk : columns.chunks) {
    const std::span<std::uint8_t> keep(marks.data(), chunk->size());
    selection.mark(*chunk, keep);
    for (std::size_t slot = 0; slot < chunk->size(); ++slot) {
      if (!keep[slot] || (chunk->flags()[slot] & DealChunk::kDeleted)) continue;
      const std::optional<Money> amount = chunk->amount(slot);
      if (amount && !amount->currency.code().empty()) ++deals[amount->currency];
    }
  }
  const auto most = std::max_element(
      deals.begin(), deals.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == deals.end()) return std::nullopt;
  return most->first;
}

void DealSum::add(const CohortDeal& deal, std::optional<Currency> currency) {
  ++deals;
  if (currency && deal.amount && deal.amount->currency == *currency)
    minor = held_sum(minor, deal.amount->minor);
}

void DealSum::add(const DealSum& other) {
  deals += other.deals;
  minor = held_sum(minor, other.minor);
}

}  // namespace stagecoach::cycle
