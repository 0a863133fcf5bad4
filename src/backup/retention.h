// Which backups are kept, and when the next one is due: pure, by the calendar of a time zone.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "platform/base/time.h"
#include "platform/base/time_zone.h"

namespace stagecoach::backup {

struct Retention {
  int days = 7;
  int weeks = 4;  // from Monday to Sunday
  int months = 3;
};

// Those of `times` that may be removed. Kept are all of the last 24 hours, and the newest of each
// of the last `days` days, `weeks` weeks and `months` months that have one – not of the last days
// on the calendar, so that a server that stood still loses nothing. What is dated after `now` (a
// clock was wrong) is neither counted nor removed.
std::vector<Instant> to_remove(Instant now, const std::vector<Instant>& times, const TimeZone& zone,
                               const Retention& retention = {});

// The last moment up to `now` at which the clocks of the zone showed `at` (minutes since midnight).
Instant last_turn(Instant now, std::chrono::minutes at, const TimeZone& zone);
// The first one after `now`.
Instant next_turn(Instant now, std::chrono::minutes at, const TimeZone& zone);

}  // namespace stagecoach::backup
