// Where each deal is kept, by its id: four bytes a deal, because ids are handed out one after
// another.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

namespace stagecoach::cycle {

// Not synchronised.
class DealPlaces {
 public:
  std::optional<std::uint32_t> find(std::int64_t deal_id) const {
    const auto page = pages_.find(deal_id >> kPageBits);
    if (page == pages_.end()) return std::nullopt;
    const std::uint32_t place = (*page->second)[static_cast<std::size_t>(deal_id & (kPage - 1))];
    if (place == 0) return std::nullopt;
    return place - 1;
  }
  // REQUIRES: place < 2^32 - 1.
  void set(std::int64_t deal_id, std::uint32_t place) {
    auto& page = pages_[deal_id >> kPageBits];
    if (!page) page = std::make_unique<Page>();
    (*page)[static_cast<std::size_t>(deal_id & (kPage - 1))] = place + 1;
  }

 private:
  static constexpr int kPageBits = 10;
  static constexpr std::int64_t kPage = std::int64_t{1} << kPageBits;
  using Page = std::array<std::uint32_t, static_cast<std::size_t>(kPage)>;  // place + 1; 0 = none

  std::unordered_map<std::int64_t, std::unique_ptr<Page>> pages_;
};

}  // namespace stagecoach::cycle
