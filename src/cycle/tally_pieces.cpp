// CycleTally piece by piece: what has been counted already.
#include "cycle/tally.h"

namespace stagecoach::cycle {
namespace {

std::size_t index_of(int stage) {
  return static_cast<std::size_t>(stage);
}

int cause_of(const VisitKind& kind) {
  if (kind.to == kStillThere) return kCensored;
  if (kind.to == kToLost) return kCauseLost;
  return kind.to == kToWon || kind.to > kind.from ? kCauseOn : kCauseBack;
}

}  // namespace

int cause_of(Ending ending) {
  if (ending == Ending::won) return kCauseWon;
  return ending == Ending::lost ? kCauseLost : kCensored;
}

void CycleTally::add_endings(Ending ending, std::int64_t deals) {
  deals_.total += deals;
  switch (ending) {
    case Ending::open:
      deals_.open += deals;
      break;
    case Ending::won:
      deals_.won += deals;
      break;
    case Ending::lost:
      deals_.lost += deals;
      break;
    case Ending::censored:
      deals_.left += deals;
      break;
  }
}

// What visits say beside their dwell.
void CycleTally::add_visits(const VisitKind& kind, std::int64_t visits, double ticks) {
  StageTally& stage = stages_[index_of(kind.from)];
  if (kind.to == kStillThere) stage.open += visits;
  if (!kind.converts) {
    const int cause = cause_of(kind);
    stage.visits += visits;
    if (cause == kCauseOn) stage.on += visits;
    if (cause == kCauseBack) stage.back += visits;
    if (cause == kCauseLost) stage.lost += visits;
    stage.dwell_ticks += ticks;
    return;
  }
  for (int passed = kind.from + 1; passed < kind.to; ++passed) {
    StageTally& tally = stages_[index_of(passed)];
    tally.entered += visits;
    tally.went_on += visits;
    tally.conversion.add_instant(kCauseOn, visits);
  }
}

void CycleTally::count_deal(Ending ending, std::int64_t duration) {
  add_endings(ending, 1);
  deals_.to_close.add(duration, cause_of(ending));
}

void CycleTally::count_visit(const VisitKind& kind, std::int64_t dwell) {
  DurationTally& tally =
      kind.converts ? straight_[index_of(kind.from)] : stages_[index_of(kind.from)].dwell;
  tally.add(dwell, cause_of(kind));
  add_visits(kind, 1, static_cast<double>(dwell));
}

void CycleTally::count_conversion(int stage, int cause, std::int64_t duration) {
  StageTally& tally = stages_[index_of(stage)];
  ++tally.entered;
  if (cause == kCauseOn) ++tally.went_on;
  tally.conversion.add(duration, cause);
}

void CycleTally::count_deals(Ending ending, std::span<const std::uint32_t> by_step,
                             std::uint64_t ticks) {
  add_endings(ending, deals_.to_close.add_steps(by_step, cause_of(ending), ticks));
}

void CycleTally::count_visits(const VisitKind& kind, std::span<const std::uint32_t> by_step,
                              std::uint64_t ticks) {
  DurationTally& tally =
      kind.converts ? straight_[index_of(kind.from)] : stages_[index_of(kind.from)].dwell;
  const std::int64_t visits = tally.add_steps(by_step, cause_of(kind), ticks);
  add_visits(kind, visits, static_cast<double>(ticks));
}

}  // namespace stagecoach::cycle
