// Some hundred deals of one pipeline, packed into one block of memory: about 50 bytes a deal and 6
// an entry. Immutable, and shared between snapshots: a change copies the chunk it falls into and
// leaves the others alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "cycle/projection/logged_deal.h"
#include "cycle/projection/passages.h"
#include "cycle/projection/plain_way.h"
#include "cycle/visits.h"

namespace stagecoach::cycle {

inline constexpr std::size_t kDealsPerChunk = 256;

// Deal number i of a chunk is its slot i. Thread-safe, as it never changes.
class DealChunk {
 public:
  struct Counts {
    std::uint32_t deals = 0, entries = 0, products = 0, starts = 0, conversions = 0;

    bool operator==(const Counts&) const = default;
  };
  // Per deal, in `flags`.
  static constexpr std::uint8_t kDeleted = 1, kEntryUnknown = 2, kStarted = 4;
  static constexpr std::uint8_t kPlain = 8;  // PlainWay::read(), and not deleted
  static constexpr std::uint8_t kImported = 16;

  // `block` holds the columns one after another as ChunkWriter lays them out.
  DealChunk(const Counts& counts, std::vector<std::uint64_t> block, const PassageBook& passages,
            const StageNumbers& number_of);

  const Counts& counts() const { return counts_; }
  std::span<const std::uint64_t> block() const { return block_; }
  static std::size_t block_words(const Counts& counts);
  std::size_t bytes() const;  // of memory, about

  std::size_t size() const { return counts_.deals; }
  std::span<const std::int64_t> ids() const { return ids_; }
  std::span<const std::int64_t> origins() const {
    return origins_;
  }  // seconds; first entry in time
  std::span<const std::uint32_t> owners() const { return owners_; }
  std::span<const std::uint32_t> teams() const { return teams_; }
  std::span<const std::uint32_t> sources() const { return sources_; }
  std::span<const std::uint8_t> flags() const { return flags_; }
  std::span<const std::int32_t> products(std::size_t slot) const {
    return all_products_.subspan(first_product_[slot],
                                 first_product_[slot + 1] - first_product_[slot]);
  }
  // Entries of slot i are those from first_entry[i] up to first_entry[i + 1]. One more offset than
  // there are entries, so that each may be taken from the next.
  std::span<const std::uint32_t> first_entry() const { return first_entry_; }
  std::span<const std::uint32_t> offsets() const { return offsets_; }  // seconds after the origin
  std::span<const std::uint16_t> passages() const { return passages_; }

  std::span<const Conversion> conversions() const { return conversions_; }  // of the plain deals

  // The deals that are neither plain nor deleted; deal number = slot.
  const VisitTable& others() const { return others_; }
  // The last entry of any plain deal.
  std::int64_t latest() const { return latest_; }

  LoggedDeal deal(std::size_t slot, const PassageBook& passages) const;
  std::optional<Money> amount(std::size_t slot) const {
    if (amounts_[slot] == kNoAmount) return std::nullopt;
    return Money{amounts_[slot], currencies_[slot]};
  }
  // The slot of a deal; unset where it is not of this chunk.
  std::optional<std::size_t> find(std::int64_t id) const;

 private:
  friend class ChunkWriter;

  static constexpr std::int64_t kNoAmount = std::numeric_limits<std::int64_t>::min();

  template <class T>
  void lay(std::span<const T>& column, std::size_t count, std::size_t& at) const;
  void derive(const PassageBook& passages, const StageNumbers& number_of);

  Counts counts_;
  std::vector<std::uint64_t> block_;
  std::span<const std::int64_t> ids_, origins_, amounts_, starts_;
  std::span<const std::uint32_t> owners_, teams_, sources_, first_entry_, first_product_, offsets_;
  std::span<const std::int32_t> all_products_;
  std::span<const std::uint16_t> passages_;
  std::span<const std::uint8_t> flags_;
  std::span<const Currency> currencies_;
  std::span<const Conversion> conversions_;
  VisitTable others_{ClockUnit::seconds};
  std::int64_t latest_ = 0;
  std::int64_t least_id_ = 0, greatest_id_ = 0;
};

// Packs deals into a chunk. Used again and again, so that its columns keep their storage.
class ChunkWriter {
 public:
  void append(const LoggedDeal& deal, PassageBook& passages, const StageNumbers& number_of);
  // The deals [first, last) of a chunk as they are.
  // REQUIRES: packed with the same passages, or fewer, and the same numbers.
  void append(const DealChunk& chunk, std::size_t first, std::size_t last);
  void clear();
  // The chunk of what was appended; the writer is empty again.
  std::shared_ptr<const DealChunk> finish(const PassageBook& passages,
                                          const StageNumbers& number_of);

 private:
  std::vector<std::int64_t> ids_, origins_, amounts_, starts_;
  std::vector<std::uint32_t> owners_, teams_, sources_, first_entry_, first_product_, offsets_;
  std::vector<std::int32_t> products_;
  std::vector<std::uint16_t> passages_;
  std::vector<std::uint8_t> flags_;
  std::vector<Currency> currencies_;
  std::vector<Conversion> conversions_;
  PlainWay way_;
};

}  // namespace stagecoach::cycle
