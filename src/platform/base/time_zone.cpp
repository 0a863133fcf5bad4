#include "platform/base/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>

namespace stagecoach {
namespace {

constexpr Instant kBeginningOfTime{Millis(std::numeric_limits<std::int64_t>::min())};
constexpr Instant kTableStart = Date(std::chrono::year(1900) / 1 / 1);
constexpr Instant kTableEnd = Date(std::chrono::year(2150) / 1 / 1);

Millis icu_offset(const icu::TimeZone& zone, Instant t) {
  int32_t raw = 0, daylight = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(static_cast<UDate>(to_millis(t)), false, raw, daylight, status);
  return U_SUCCESS(status) ? Millis(raw + daylight) : Millis(0);
}

// "+08:00", "-03:30".
std::optional<Millis> fixed_offset(std::string_view text) {
  const auto digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return {};
  if (!digit(1) || !digit(2) || !digit(4) || !digit(5)) return {};
  const int hours = (text[1] - '0') * 10 + (text[2] - '0');
  const int minutes = (text[4] - '0') * 10 + (text[5] - '0');
  if (hours > 14 || minutes > 59) return {};
  const Millis offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
  return text[0] == '-' ? -offset : offset;
}

}  // namespace

TimeZone::TimeZone()
    : table_(std::make_shared<const Table>(Table{"UTC", {{kBeginningOfTime, Millis(0)}}})) {}

std::optional<TimeZone> TimeZone::find(std::string_view name) {
  if (name == "UTC" || name == "Z") return TimeZone();
  if (const auto offset = fixed_offset(name))
    return TimeZone(
        std::make_shared<const Table>(Table{std::string(name), {{kBeginningOfTime, *offset}}}));

  const auto id = icu::UnicodeString::fromUTF8({name.data(), static_cast<int32_t>(name.size())});
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  icu::UnicodeString known;
  if (!zone || *zone == icu::TimeZone::getUnknown() || zone->getID(known) != id)
    return std::nullopt;

  Table table{std::string(name), {{kBeginningOfTime, icu_offset(*zone, kTableStart)}}};
  const auto* const basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
  icu::TimeZoneTransition next;
  UDate at = static_cast<UDate>(to_millis(kTableStart));
  while (basic && basic->getNextTransition(at, false, next)) {
    at = next.getTime();
    const Instant from = from_millis(static_cast<std::int64_t>(at));
    if (from >= kTableEnd) break;
    const Millis offset = icu_offset(*zone, from);
    if (offset != table.periods.back().offset) table.periods.push_back({from, offset});
  }
  return TimeZone(std::make_shared<const Table>(std::move(table)));
}

Millis TimeZone::offset_at(Instant t) const {
  const auto& periods = table_->periods;
  const auto after = std::upper_bound(periods.begin() + 1, periods.end(), t,
                                      [](Instant x, const Period& p) { return x < p.from; });
  return (after - 1)->offset;
}

Civil TimeZone::to_civil(Instant t) const {
  return Civil(t.time_since_epoch() + offset_at(t));
}

Instant TimeZone::to_instant(Civil t) const {
  // Periods differ by far less than a day's offset, so one of these two is in force before `t`.
  const Instant as_utc(t.time_since_epoch());
  const Millis before = offset_at(as_utc - std::chrono::hours(24));
  if (offset_at(as_utc - before) == before) return as_utc - before;
  const Millis after = offset_at(as_utc + std::chrono::hours(24));
  if (offset_at(as_utc - after) == after) return as_utc - after;
  return as_utc - before;  // skipped by the clocks
}

}  // namespace stagecoach
