// The way of a plain deal, made ready to be counted: which visits are conversions by themselves,
// and the conversions that are none of a single visit.
//
// Plain is a deal of one episode, every time of it known and in order: nearly all are. A visit that
// is the deal's first in its stage and leads on tells two durations in one, the dwell and the time
// to conversion. Only where a deal goes back, or jumps over stages it knows, do these differ.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "cycle/projection/logged_deal.h"

namespace stagecoach::cycle {

// A deal entered a stage and went on from it, or was lost, later than a single visit could tell.
// Times are seconds after the deal's first entry.
struct Conversion {
  static constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t since = 0;
  std::uint32_t until = kNever;  // not decided so far
  std::uint16_t stage = 0;       // its number
  std::uint8_t slot = 0;         // of the deal in its chunk
  std::uint8_t cause = 0;        // as CycleTally counts it

  bool operator==(const Conversion&) const = default;
};

// Used again and again, so that its lists keep their storage.
class PlainWay {
 public:
  // False: the deal is not plain, and the lists say nothing.
  bool read(const LoggedDeal& deal, const StageNumbers& number_of);

  // Per entry: 1 for a visit that tells nothing of conversion.
  const std::vector<std::uint8_t>& dwell_only() const { return dwell_only_; }
  const std::vector<Conversion>& conversions() const { return conversions_; }

 private:
  struct Waiting {
    int stage;
    std::uint32_t since;
  };

  bool read_stages(const LoggedDeal& deal, const StageNumbers& number_of);
  void read_visit(std::size_t visit);
  bool leads_straight_on(int stage, int next) const;
  bool enter(int stage);
  bool has_entered(int stage) const;
  void go_on(int below, std::uint32_t at);

  std::vector<int> stages_;             // of the visits
  std::vector<std::uint32_t> offsets_;  // of the visits
  std::vector<std::uint8_t> dwell_only_;
  std::vector<Conversion> conversions_;
  std::vector<Waiting> waiting_;
  std::vector<std::uint32_t> entered_by_;  // by stage: the serial number of the last deal in it
  std::uint32_t serial_ = 0;
};

}  // namespace stagecoach::cycle
