#include "cycle/projection/deal_chunk.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>

namespace stagecoach::cycle {
namespace {

static_assert(kDealsPerChunk <= 256, "a slot fits a byte");

// Beyond 136 years after a deal's first entry a time is held there, as in a VisitTable.
constexpr std::int64_t kOffsetMax = std::numeric_limits<std::uint32_t>::max() - 1;

constexpr std::size_t words_of(std::size_t bytes) {
  return (bytes + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t);
}

template <class T>
void put(std::vector<std::uint64_t>& block, std::size_t& at, const std::vector<T>& column) {
  if (!column.empty()) std::memcpy(block.data() + at, column.data(), column.size() * sizeof(T));
  at += words_of(column.size() * sizeof(T));
}

template <class T>
void copy_on(std::vector<T>& to, std::span<const T> from, std::size_t first, std::size_t last) {
  to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(first),
            from.begin() + static_cast<std::ptrdiff_t>(last));
}

}  // namespace

template <class T>
void DealChunk::lay(std::span<const T>& column, std::size_t count, std::size_t& at) const {
  column = {reinterpret_cast<const T*>(block_.data() + at), count};
  at += words_of(count * sizeof(T));
}

std::size_t DealChunk::block_words(const Counts& counts) {
  const std::size_t deals = counts.deals, entries = counts.entries;
  return 3 * words_of(8 * deals) + words_of(8 * std::size_t{counts.starts}) +
         3 * words_of(4 * deals) + 2 * words_of(4 * (deals + 1)) + words_of(4 * (entries + 1)) +
         words_of(4 * std::size_t{counts.products}) + words_of(2 * entries) + words_of(deals) +
         words_of(sizeof(Currency) * deals) + words_of(sizeof(Conversion) * counts.conversions);
}

DealChunk::DealChunk(const Counts& counts, std::vector<std::uint64_t> block,
                     const PassageBook& passages, const StageNumbers& number_of)
    : counts_(counts), block_(std::move(block)) {
  assert(block_.size() == block_words(counts));
  const std::size_t deals = counts_.deals;
  std::size_t at = 0;
  lay(ids_, deals, at);
  lay(origins_, deals, at);
  lay(amounts_, deals, at);
  lay(starts_, counts_.starts, at);
  lay(owners_, deals, at);
  lay(teams_, deals, at);
  lay(sources_, deals, at);
  lay(first_entry_, deals + 1, at);
  lay(first_product_, deals + 1, at);
  lay(offsets_, counts_.entries + std::size_t{1}, at);
  lay(all_products_, counts_.products, at);
  lay(passages_, counts_.entries, at);
  lay(flags_, deals, at);
  lay(currencies_, deals, at);
  lay(conversions_, counts_.conversions, at);
  derive(passages, number_of);
}

std::optional<std::size_t> DealChunk::find(std::int64_t id) const {
  if (id < least_id_ || id > greatest_id_) return std::nullopt;
  const auto at = std::find(ids_.begin(), ids_.end(), id);
  if (at == ids_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - ids_.begin());
}

void DealChunk::derive(const PassageBook& passages, const StageNumbers& number_of) {
  latest_ = std::numeric_limits<std::int64_t>::min();
  if (const auto [least, greatest] = std::minmax_element(ids_.begin(), ids_.end());
      least != ids_.end()) {
    least_id_ = *least;
    greatest_id_ = *greatest;
  }
  for (std::size_t slot = 0; slot < size(); ++slot) {
    if (flags_[slot] & kPlain) {
      latest_ = std::max(latest_, origins_[slot] + offsets_[first_entry_[slot + 1] - 1]);
    } else if (!(flags_[slot] & kDeleted)) {
      for (const Episode& episode : episodes_of(deal(slot, passages), number_of))
        others_.append(static_cast<std::uint32_t>(slot), episode);
    }
  }
  others_.trim();
}

std::size_t DealChunk::bytes() const {
  return sizeof *this + 8 * block_.size() + others_.bytes();
}

LoggedDeal DealChunk::deal(std::size_t slot, const PassageBook& passages) const {
  LoggedDeal deal;
  deal.id = sales::DealId(ids_[slot]);
  deal.owner = UserId(owners_[slot]);
  deal.team = sales::TeamId(teams_[slot]);
  deal.source = sources_[slot];
  deal.amount = amount(slot);
  deal.entry_known = (flags_[slot] & kEntryUnknown) == 0;
  deal.deleted = (flags_[slot] & kDeleted) != 0;
  deal.imported = (flags_[slot] & kImported) != 0;
  if (flags_[slot] & kStarted)
    deal.started = starts_[static_cast<std::size_t>(
        std::count_if(flags_.begin(), flags_.begin() + static_cast<std::ptrdiff_t>(slot),
                      [](std::uint8_t flags) { return (flags & kStarted) != 0; }))];
  deal.entries.reserve(first_entry_[slot + 1] - first_entry_[slot]);
  for (std::uint32_t e = first_entry_[slot]; e < first_entry_[slot + 1]; ++e)
    deal.entries.push_back({origins_[slot] + offsets_[e], passages[passages_[e]].from});
  const auto sold = products(slot);
  deal.products.assign(sold.begin(), sold.end());
  return deal;
}

void ChunkWriter::append(const LoggedDeal& deal, PassageBook& passages,
                         const StageNumbers& number_of) {
  assert(!deal.entries.empty());
  std::int64_t origin = deal.entries.front().at;
  for (const LoggedEntry& entry : deal.entries) origin = std::min(origin, entry.at);
  ids_.push_back(deal.id.value);
  origins_.push_back(origin);
  owners_.push_back(static_cast<std::uint32_t>(deal.owner.value));
  teams_.push_back(static_cast<std::uint32_t>(deal.team.value));
  sources_.push_back(deal.source);
  amounts_.push_back(deal.amount ? deal.amount->minor : DealChunk::kNoAmount);
  currencies_.push_back(deal.amount ? deal.amount->currency : Currency());
  first_entry_.push_back(static_cast<std::uint32_t>(offsets_.size()));
  first_product_.push_back(static_cast<std::uint32_t>(products_.size()));
  const bool plain = !deal.deleted && way_.read(deal, number_of);
  for (std::size_t e = 0; e < deal.entries.size(); ++e) {
    const std::int32_t to = e + 1 < deal.entries.size() ? deal.entries[e + 1].stage : kStays;
    offsets_.push_back(
        static_cast<std::uint32_t>(std::min(kOffsetMax, deal.entries[e].at - origin)));
    passages_.push_back(
        passages.number_of({deal.entries[e].stage, to, plain && way_.dwell_only()[e] != 0}));
  }
  products_.insert(products_.end(), deal.products.begin(), deal.products.end());
  std::uint8_t flags = 0;
  if (deal.deleted) flags |= DealChunk::kDeleted;
  if (!deal.entry_known) flags |= DealChunk::kEntryUnknown;
  if (deal.imported) flags |= DealChunk::kImported;
  if (deal.started) {
    flags |= DealChunk::kStarted;
    starts_.push_back(*deal.started);
  }
  if (plain) {
    flags |= DealChunk::kPlain;
    for (Conversion conversion : way_.conversions()) {
      conversion.slot = static_cast<std::uint8_t>(flags_.size());
      conversions_.push_back(conversion);
    }
  }
  flags_.push_back(flags);
}

void ChunkWriter::append(const DealChunk& chunk, std::size_t first, std::size_t last) {
  if (first >= last) return;
  copy_on(ids_, chunk.ids_, first, last);
  copy_on(origins_, chunk.origins_, first, last);
  copy_on(amounts_, chunk.amounts_, first, last);
  copy_on(currencies_, chunk.currencies_, first, last);
  copy_on(owners_, chunk.owners_, first, last);
  copy_on(teams_, chunk.teams_, first, last);
  copy_on(sources_, chunk.sources_, first, last);
  copy_on(flags_, chunk.flags_, first, last);
  const auto has_start = [](std::uint8_t flags) { return (flags & DealChunk::kStarted) != 0; };
  const auto starts_up_to = [&](std::size_t slot) {
    return static_cast<std::size_t>(std::count_if(
        chunk.flags_.begin(), chunk.flags_.begin() + static_cast<std::ptrdiff_t>(slot), has_start));
  };
  copy_on(starts_, chunk.starts_, starts_up_to(first), starts_up_to(last));
  for (const Conversion& conversion : chunk.conversions_)
    if (conversion.slot >= first && conversion.slot < last) conversions_.push_back(conversion);
  const std::uint32_t entry = chunk.first_entry_[first], product = chunk.first_product_[first];
  const auto entries = static_cast<std::uint32_t>(offsets_.size());
  const auto products = static_cast<std::uint32_t>(products_.size());
  for (std::size_t slot = first; slot < last; ++slot) {
    first_entry_.push_back(chunk.first_entry_[slot] - entry + entries);
    first_product_.push_back(chunk.first_product_[slot] - product + products);
  }
  copy_on(offsets_, chunk.offsets_, entry, chunk.first_entry_[last]);
  copy_on(passages_, chunk.passages_, entry, chunk.first_entry_[last]);
  copy_on(products_, chunk.all_products_, product, chunk.first_product_[last]);
}

void ChunkWriter::clear() {
  ids_.clear();
  origins_.clear();
  amounts_.clear();
  starts_.clear();
  owners_.clear();
  teams_.clear();
  sources_.clear();
  first_entry_.clear();
  first_product_.clear();
  offsets_.clear();
  products_.clear();
  passages_.clear();
  flags_.clear();
  currencies_.clear();
  conversions_.clear();
}

std::shared_ptr<const DealChunk> ChunkWriter::finish(const PassageBook& passages,
                                                     const StageNumbers& number_of) {
  DealChunk::Counts counts;
  counts.deals = static_cast<std::uint32_t>(ids_.size());
  counts.entries = static_cast<std::uint32_t>(offsets_.size());
  counts.products = static_cast<std::uint32_t>(products_.size());
  counts.starts = static_cast<std::uint32_t>(starts_.size());
  counts.conversions = static_cast<std::uint32_t>(conversions_.size());
  first_entry_.push_back(counts.entries);
  first_product_.push_back(counts.products);
  offsets_.push_back(0);
  std::vector<std::uint64_t> block(DealChunk::block_words(counts));
  std::size_t at = 0;
  put(block, at, ids_);
  put(block, at, origins_);
  put(block, at, amounts_);
  put(block, at, starts_);
  put(block, at, owners_);
  put(block, at, teams_);
  put(block, at, sources_);
  put(block, at, first_entry_);
  put(block, at, first_product_);
  put(block, at, offsets_);
  put(block, at, products_);
  put(block, at, passages_);
  put(block, at, flags_);
  put(block, at, currencies_);
  put(block, at, conversions_);
  clear();
  return std::make_shared<const DealChunk>(counts, std::move(block), passages, number_of);
}

}  // namespace stagecoach::cycle
