// Civil time: what the clock on the wall shows, daylight saving included.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"

namespace stagecoach {

// A day and the time of day on it, in some zone.
using Civil = std::chrono::local_time<Millis>;

inline Date date_of(Civil t) {
  return Date(std::chrono::floor<std::chrono::days>(t).time_since_epoch());
}
inline Millis time_of_day(Civil t) {
  return t - std::chrono::floor<std::chrono::days>(t);
}
inline Civil civil_at(Date day, Millis time) {
  return Civil(day.time_since_epoch() + time);
}

// Immutable and cheap to copy; safe from any thread. The transitions from 1900 to 2150 are taken
// from ICU when the zone is made, so that a conversion is a binary search; before and after, the
// first and the last offset hold.
class TimeZone {
 public:
  // UTC.
  TimeZone();
  // An IANA name ("Asia/Shanghai"), "UTC", or a fixed offset ("+08:00"). nullopt: no such zone.
  static std::optional<TimeZone> find(std::string_view name);

  const std::string& name() const { return table_->name; }

  Civil to_civil(Instant t) const;
  // A civil time that the clocks skip is read with the offset before the gap (02:30 becomes 03:30);
  // one that they show twice is the first of the two.
  Instant to_instant(Civil t) const;

 private:
  struct Period {
    Instant from;  // the first period starts before all time
    Millis offset;
  };
  struct Table {
    std::string name;
    std::vector<Period> periods;  // ascending, never empty
  };
  explicit TimeZone(std::shared_ptr<const Table> table) : table_(std::move(table)) {}
  Millis offset_at(Instant t) const;

  std::shared_ptr<const Table> table_;
};

}  // namespace stagecoach
