// Turnbull's estimate for interval-censored times: only bounds are known ("between Monday's export
// and Friday's"). Pure function, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace stagecoach::cycle {

// The event happened in (after, by]; an unset `by` = not yet when last seen at `after`.
struct TimeBounds {
  std::int64_t after = 0;
  std::optional<std::int64_t> by;
};

// Probability mass that lies somewhere in (after, by]; where inside, the data cannot say.
struct MassInterval {
  std::int64_t after = 0;
  std::optional<std::int64_t> by;
  double mass = 0.0;
};

// Nonparametric maximum likelihood by self-consistency (Turnbull 1976), iterated until no mass
// moves by more than 1e-12. An empty span gives an empty answer; bounds with by <= after are a
// caller's bug.
std::vector<MassInterval> turnbull(std::span<const TimeBounds> bounds);

}  // namespace stagecoach::cycle
