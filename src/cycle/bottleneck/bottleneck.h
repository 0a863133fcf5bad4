// Which stage is worth fixing, and what that would bring: each stage put where the better ones of
// those who work it already are, the whole chain computed again, and the difference drawn again
// and again from the customers (bootstrap by cluster) to say how sure it is.
//
// An association, not an experiment: "if it reached", never "because".
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "cycle/bottleneck/stay_ledger.h"

namespace stagecoach::cycle {

struct Range {
  double low = 0, high = 0;
};

// Whom a stage is held against.
enum class Yardstick {
  none,          // they do not differ by more than chance, or there are too few
  peers,         // the better quarter of the people, each with enough stays that ended
  past_periods,  // there are too few people: its own best period
};

// The value that a stage has, and the one it would be brought to.
struct Aim {
  Yardstick against = Yardstick::none;
  double now = 0;
  double target = 0;  // equals `now` where there is nothing to aim at
};

struct StageFinding {
  int stage = 0;
  std::int64_t ended = 0;  // stays that led anywhere
  Aim lost_share, days_on;
  Gain gain;
  Range total{};            // of gain.total, 80%
  Range arrival_limited{};  // of gain.arrival_limited, 80%
  // All but a tenth of the draws bring something: what is below is not shown as a finding.
  bool is_found() const { return total.low > 0.0; }
};

struct Bottleneck {
  std::vector<ChainStage> chain;
  Flow flow;
  std::vector<StageFinding> stages;                 // in the order of the pipeline
  std::vector<std::vector<ChainStage>> replicates;  // the chains that were drawn

  // The stage that brings most; unset where none is found: nobody can tell yet.
  const StageFinding* worst() const;
};

struct Bootstrap {
  int replicates = 500;
  std::uint64_t seed = 1;
  int threads = 1;  // the result does not depend on it
  // Asked between draws, by all threads: true ends the search, and it gives nothing.
  std::function<bool()> is_stopped = [] { return false; };
  std::atomic<int>* done = nullptr;  // draws so far
};

inline constexpr std::int64_t kPeerExits = 20;  // stays that ended, for a peer to be a yardstick
inline constexpr int kPeersMin = 3;
inline constexpr double kFalseDiscoveries = 0.05;

// Unset where it was stopped.
std::optional<Bottleneck> find_bottleneck(const StayLedger& ledger, const Flow& flow,
                                          const Bootstrap& bootstrap);

// What would come of it if these stages were brought to these targets.
struct WhatIf {
  double won_now = 0, won_then = 0;               // of those that begin, the share won
  double days_now = 0, days_then = 0;             // mean time to any end
  double gain = 0;                                // more value won in 30 days
  Range won_range{}, days_range{}, gain_range{};  // 80%
};
struct StageChange {
  int stage = 0;
  StageTarget target;
};
WhatIf what_if(const Bottleneck& bottleneck, std::span<const StageChange> changes);

}  // namespace stagecoach::cycle
