#include "backup/retention.h"

#include <algorithm>
#include <functional>
#include <set>

namespace stagecoach::backup {
namespace {

constexpr auto kDay = std::chrono::hours(24);

// 1970-01-01 was a Thursday.
std::int64_t week_of(Date day) {
  return std::chrono::floor<std::chrono::weeks>(day.time_since_epoch() + std::chrono::days(3))
      .count();
}

std::int64_t month_of(Date day) {
  const std::chrono::year_month_day date(day);
  return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month());
}

// Keeps the first time of each of the first `count` periods; `times` begins with the newest.
void keep_newest(std::set<Instant>& kept, const std::vector<Instant>& times, const TimeZone& zone,
                 int count, std::int64_t (*period_of)(Date)) {
  std::set<std::int64_t> periods;
  for (const Instant time : times) {
    if (static_cast<int>(periods.size()) == count) return;
    if (periods.insert(period_of(date_of(zone.to_civil(time)))).second) kept.insert(time);
  }
}

}  // namespace

std::vector<Instant> to_remove(Instant now, const std::vector<Instant>& times, const TimeZone& zone,
                               const Retention& retention) {
  std::vector<Instant> past;
  std::copy_if(times.begin(), times.end(), std::back_inserter(past),
               [now](Instant time) { return time <= now; });
  std::sort(past.begin(), past.end(), std::greater<>());
  std::set<Instant> kept;
  for (const Instant time : past)
    if (time > now - kDay) kept.insert(time);
  if (!past.empty()) kept.insert(past.front());
  keep_newest(kept, past, zone, retention.days,
              [](Date day) -> std::int64_t { return to_days(day); });
  keep_newest(kept, past, zone, retention.weeks, week_of);
  keep_newest(kept, past, zone, retention.months, month_of);
  std::erase_if(past, [&kept](Instant time) { return kept.contains(time); });
  return past;
}

Instant last_turn(Instant now, std::chrono::minutes at, const TimeZone& zone) {
  Date day = date_of(zone.to_civil(now));
  while (zone.to_instant(civil_at(day, at)) > now) day -= std::chrono::days(1);
  return zone.to_instant(civil_at(day, at));
}

Instant next_turn(Instant now, std::chrono::minutes at, const TimeZone& zone) {
  Date day = date_of(zone.to_civil(now));
  while (zone.to_instant(civil_at(day, at)) <= now) day += std::chrono::days(1);
  return zone.to_instant(civil_at(day, at));
}

}  // namespace stagecoach::backup
