#include "cycle/projection/deal_selection.h"

#include <algorithm>
#include <array>

#include "sales/team/visibility.h"

namespace stagecoach::cycle {
namespace {

void keep_equal(std::span<std::uint8_t> keep, std::span<const std::uint32_t> column,
                std::int64_t value) {
  if (value < 0 || value > std::numeric_limits<std::uint32_t>::max()) {
    std::fill(keep.begin(), keep.end(), std::uint8_t{0});
    return;
  }
  const auto wanted = static_cast<std::uint32_t>(value);
  for (std::size_t slot = 0; slot < keep.size(); ++slot)
    keep[slot] &= static_cast<std::uint8_t>(column[slot] == wanted);
}

// A plain deal begins with its first entry. The others know their own beginning, or do not.
void keep_begun_within(std::span<std::uint8_t> keep, const DealChunk& chunk, std::int64_t from,
                       std::int64_t until) {
  for (std::size_t slot = 0; slot < keep.size(); ++slot)
    if (chunk.flags()[slot] & DealChunk::kPlain)
      keep[slot] &=
          static_cast<std::uint8_t>(chunk.origins()[slot] >= from && chunk.origins()[slot] < until);
  const VisitTable& others = chunk.others();
  for (std::size_t e = 0; e < others.episodes(); ++e) {
    if (e > 0 && others.deal_of(e) == others.deal_of(e - 1)) continue;
    const std::optional<std::int64_t> start = others.start_of(e);
    if (!start || *start < from || *start >= until) keep[others.deal_of(e)] = 0;
  }
}

// The deals of a chunk belong to few people, so each is asked about once rather than once a deal.
void keep_seen(std::span<std::uint8_t> keep, const DealChunk& chunk, const sales::Viewer& viewer) {
  constexpr std::uint8_t kNotAsked = 2;
  struct Answer {
    std::uint32_t owner = 0, team = 0;
    std::uint8_t sees = kNotAsked;
  };
  std::array<Answer, 128> answers{};
  for (std::size_t slot = 0; slot < keep.size(); ++slot) {
    const std::uint32_t owner = chunk.owners()[slot], team = chunk.teams()[slot];
    Answer& answer = answers[(owner * 31 + team) % answers.size()];
    if (answer.sees == kNotAsked || answer.owner != owner || answer.team != team)
      answer = {owner, team,
                sales::may_see(viewer, UserId(owner), sales::TeamId(team)) ? std::uint8_t{1}
                                                                           : std::uint8_t{0}};
    keep[slot] &= answer.sees;
  }
}

}  // namespace

bool DealSelection::is_everything() const {
  return (!viewer || sales::sees_everything(*viewer)) && !owner && !team && !source && !product &&
         !from && !until;
}

void DealSelection::mark(const DealChunk& chunk, std::span<std::uint8_t> keep) const {
  std::fill(keep.begin(), keep.end(), std::uint8_t{1});
  if (owner) keep_equal(keep, chunk.owners(), owner->value);
  if (team) keep_equal(keep, chunk.teams(), team->value);
  if (source) keep_equal(keep, chunk.sources(), *source);
  if (from || until)
    keep_begun_within(keep, chunk, from.value_or(std::numeric_limits<std::int64_t>::min()),
                      until.value_or(std::numeric_limits<std::int64_t>::max()));
  if (product)
    for (std::size_t slot = 0; slot < keep.size(); ++slot)
      if (keep[slot]) {
        const std::span<const std::int32_t> sold = chunk.products(slot);
        keep[slot] = std::find(sold.begin(), sold.end(), product->value) != sold.end() ? 1 : 0;
      }
  if (viewer && !sales::sees_everything(*viewer)) keep_seen(keep, chunk, *viewer);
}

}  // namespace stagecoach::cycle
