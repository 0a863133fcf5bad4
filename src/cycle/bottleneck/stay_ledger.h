// The stays of one pipeline, packed so that they can be counted hundreds of times with other
// weights: what the bootstrap of the bottleneck draws from. 16 bytes a stay.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cycle/estimators/stage_chain.h"

namespace stagecoach::cycle {

// One visit to a stage. `to` is a stage, kEndsWon, kEndsLost, or kNoEnd where the deal is still
// there or was watched no longer.
struct LedgerStay {
  int stage = 0;
  std::int64_t days = 0;
  std::int64_t days_unseen = 0;  // watched only after this many of them
  int to = kNoEnd;
  std::uint32_t cluster = 0;  // those of one customer are drawn together
  std::uint32_t peer = 0;     // who had the deal
  std::uint32_t period = 0;   // when the stay began
};

// How the stays of one group in one stage ended.
struct GroupCount {
  std::int64_t went_on = 0, lost = 0;
  std::int64_t days_on = 0;  // of those that went on, together

  std::int64_t ended() const { return went_on + lost; }
};

// What a weighting of the stays comes to. Groups are laid out by group, then by stage.
struct LedgerCount {
  std::vector<ChainStage> chain;
  std::vector<GroupCount> peers, periods;
};

class StayLedger {
 public:
  static constexpr std::int64_t kDaysMax = 1'461;  // longer stays count as these four years

  static constexpr int kStagesMax = 120;

  // REQUIRES: stages <= kStagesMax.
  explicit StayLedger(int stages) : stages_(stages) {}

  // Left out, as nothing follows from it: a stay that began to be watched only at or after its end.
  // REQUIRES: stage and to below the number of stages.
  void add(const LedgerStay& stay);

  int stages() const { return stages_; }
  std::size_t size() const { return cell_.size(); }
  std::uint32_t clusters() const { return clusters_; }
  std::uint32_t peers() const { return peers_; }
  std::uint32_t periods() const { return periods_; }

  // Each stay as often as its cluster weighs. The chain's shares and days are those of the
  // cumulative incidence (competing risks), so stays that go on count for as long as they were
  // seen. REQUIRES: weights.size() == clusters().
  LedgerCount count(std::span<const std::uint8_t> weights) const;

  // Sum of squares of days_on, by peer and by period, each stay once: how much single stays differ.
  std::vector<double> squares_of_peers() const { return squares(peer_, peers_); }
  std::vector<double> squares_of_periods() const { return squares(period_, periods_); }

 private:
  struct Late {
    std::uint32_t stay = 0;
    std::int64_t unseen = 0;
  };

  std::size_t width() const { return static_cast<std::size_t>(stages_) + 3; }  // ways to end
  static constexpr std::size_t kDays = static_cast<std::size_t>(kDaysMax) + 1;
  std::vector<double> squares(const std::vector<std::uint16_t>& groups, std::size_t count) const;
  ChainStage chain_stage(std::span<const std::uint32_t> ended, std::span<const std::uint32_t> late,
                         std::uint32_t from_entry) const;

  int stages_;
  std::uint32_t clusters_ = 0, peers_ = 0, periods_ = 0;
  std::size_t longest_ = 0;          // days
  std::vector<std::uint32_t> cell_;  // of a table by stage, day and way to end
  std::vector<std::uint32_t> cluster_;
  std::vector<std::uint16_t> day_, peer_, period_;
  std::vector<std::uint8_t> stage_;
  std::vector<std::int8_t> to_;  // as in LedgerStay
  std::vector<Late> late_;
};

}  // namespace stagecoach::cycle
