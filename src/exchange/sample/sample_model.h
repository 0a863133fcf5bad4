// A sales organisation as known hazards: what happens to a deal in each stage, how fast, and to
// whom.
//
// The truth behind the sample data, so that estimates can be held against it: a visit lasts a
// Weibull-distributed number of days, then leads on, back, aside or out with fixed shares, both
// shifted by source, season and the skill of the owner.
#pragma once

#include <string>
#include <vector>

#include "exchange/sample/sample_random.h"
#include "platform/base/time.h"

namespace stagecoach::exchange {

// What may become of a visit; the shares add up to at most 1, the rest goes on to the next stage.
struct StageHazard {
  double days_scale = 10;  // Weibull
  double days_shape = 1.3;
  double lost = 0.15;
  double back = 0.0;
  double skip = 0.0;  // jumps over the next stage
  double hold = 0.0;
};

struct SourceEffect {
  std::string key;
  double weight = 1;  // share of the inflow
  double lost = 1;    // factor on the share lost
  double days = 1;    // factor on the dwell
};

struct SampleModel {
  std::vector<StageHazard> stages;  // one per open stage
  std::vector<SourceEffect> sources;
  double zombie = 0.03;      // shares of the deals that nobody will ever touch again
  double reopened = 0.02;    // of the lost
  double overridden = 0.06;  // of the forward moves
  double amount_median = 120'000;
  double amount_sigma = 0.9;

  // For a pipeline of that many open stages; the B2B shape for six, a short one otherwise.
  static SampleModel for_stages(int open_stages);
};

struct SampleMove {
  enum class Kind { forward, backward, skip, hold, resume, won, lost, reopen };
  Kind kind = Kind::forward;
  int to_position = 0;  // the open stage entered, where the kind enters one
  Instant at;
  bool overridden = false;
};

// One deal's way from `start`, with nothing after `until`. `skill` 1 is average; more loses less
// and is quicker.
std::vector<SampleMove> simulate_deal(const SampleModel& model, SampleRandom& random,
                                      const SourceEffect& source, double skill, Instant start,
                                      Instant until);

}  // namespace stagecoach::exchange
