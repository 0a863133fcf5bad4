// Which deals a figure is about: what the viewer sees, narrowed by the filters of the page.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "cycle/projection/deal_chunk.h"
#include "sales/team/viewer.h"

namespace stagecoach::cycle {

struct DealSelection {
  const sales::Viewer* viewer = nullptr;  // null: sees everything
  std::optional<UserId> owner;
  std::optional<sales::TeamId> team;
  std::optional<std::int64_t> source;  // its number; 0 = unknown, -1 = one that no deal has
  std::optional<sales::ProductId> product;
  // Deals that began in [from, until), in seconds. Where either is given, a deal of which nobody
  // knows when it began is not among them.
  std::optional<std::int64_t> from, until;

  bool is_everything() const;
  // Sets keep[slot] to 1 for the deals of the chunk that count and to 0 for the others.
  // REQUIRES: keep.size() == chunk.size().
  void mark(const DealChunk& chunk, std::span<std::uint8_t> keep) const;
};

}  // namespace stagecoach::cycle
