#include "cycle/projection/passages.h"

#include <limits>
#include <stdexcept>

namespace stagecoach::cycle {

std::uint16_t PassageBook::number_of(Passage passage) {
  // Stage ids are positive, so their sign is free.
  const std::uint64_t key = std::uint64_t{static_cast<std::uint32_t>(passage.from)} << 32 |
                            static_cast<std::uint32_t>(passage.to) |
                            (passage.dwell_only ? std::uint64_t{1} << 63 : 0);
  const auto known = numbers_.find(key);
  if (known != numbers_.end()) return known->second;
  if (all_.size() > std::numeric_limits<std::uint16_t>::max())
    throw std::length_error("a pipeline with more than 65,535 different moves");
  const auto number = static_cast<std::uint16_t>(all_.size());
  all_.push_back(passage);
  numbers_.emplace(key, number);
  return number;
}

}  // namespace stagecoach::cycle
